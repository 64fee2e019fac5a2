/**
 * Reading on by itself: sentence after sentence, with what can go wrong on the way. `player.ts` puts the reader's wishes in front
 * of it.
 */
import type { Utterance } from "#domain/utterances.ts";
import type { Cast } from "./cast.ts";
import type { Clock } from "./clock.ts";
import type { AheadRequest, SpeechEvent, SpeechFailure, Voice } from "./engine.ts";
import { longestTime } from "./pace.ts";
import { pauseBetween, type Pauses } from "./pauses.ts";
import type { PlayerDeps } from "./player-api.ts";
import { prepareMeanwhile } from "./prepare-meanwhile.ts";
import type { PlayerProblem, PlayerSnapshot, PlayerStatus } from "./player-snapshot.ts";
import { takeOver } from "./retelling.ts";
import type { Script } from "./script.ts";
import { createSpeaker, type Overhearer } from "./speaker.ts";

/** When something else has taken the voice (a screen reader through the same synthesiser), it is given time to finish. */
const YIELD = 700;
const MOST_INTERRUPTIONS = 3;
/** A slider sends many rates; the sentence starts again once it rests. */
const SETTLE = 300;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What changes while an article is read. */
export interface FlowState extends Mutable<
  Pick<PlayerSnapshot, "status" | "index" | "word" | "rate" | "voice" | "problem" | "notice">
> {
  script: Script;
  /** The article told with other choices, from the next sentence on. */
  nextScript: Script | undefined;
  /** Where in the sentence's spoken text to go on: 0, or the start of a word. */
  offset: number;
}

export interface FlowDeps extends PlayerDeps {
  pauses(): Pauses;
  overhearer?: Overhearer;
  /** Whether reading may go on by itself to the next sentence; what the reader asks for is never asked here. */
  mayGoOn?: (next: Utterance) => boolean;
}

export interface Flow {
  /** Starts counting afresh what has been tried in vain: the reader has asked. */
  forget(): void;
  /** From a sentence on, or from a word of it. */
  begin(from: number, at?: number): void;
  /** The sentence again, from the word last said where there are words. */
  again(): void;
  /** The sentence again at a new rate, soon, if it is still being said then. */
  againSoon(): void;
  /** Silence, with the place kept. */
  rest(as: PlayerStatus, why?: PlayerProblem): void;
  pauseFor(reason: PlayerProblem["reason"]): void;
  fail(reason: PlayerProblem["reason"], lang?: string): void;
  finish(): void;
  moveTo(index: number, offset?: number): void;
  tellPosition(): void;
  /** The page has gone out of sight or come back. */
  seenOrNot(): void;
  readonly speaking: boolean;
  /** How long ago the sentence was begun, in milliseconds. */
  readonly age: number;
}

/** `changed` hears of everything, but of a word that is said only `said`: that happens three times a second. */
export function createFlow(
  state: FlowState,
  deps: FlowDeps,
  clock: Clock,
  cast: Cast,
  changed: () => void,
  said: () => void,
): Flow {
  const { engine, page, wordReports } = deps;
  const speaker = createSpeaker(engine, clock, deps.overhearer);
  /** In the silence after a sentence: it has been read, `index` still names it. */
  let between = false;
  /** The page was out of sight at some time during this sentence. */
  let unseen = false;
  let interruptions = 0;
  /** Languages whose voice is there but for what could not be fetched. */
  const unfetched = new Set<string>();
  let spoken = false;
  /** The engine keeps the pause after this sentence itself. */
  let keepsPause = false;

  function tellPosition(): void {
    const position = state.script.positionOf(state.index, state.status === "finished" ? Infinity : state.offset);
    if (position) deps.onPosition?.(position);
  }

  function moveTo(index: number, offset = 0): void {
    Object.assign(state, { index, offset, word: undefined });
  }

  function moveToPlace({ index, offset }: { index: number; offset: number }): void {
    moveTo(state.script.clamp(index), offset);
  }

  function rest(as: PlayerStatus, why?: PlayerProblem): void {
    speaker.halt();
    if (between) moveTo(state.script.clamp(state.index + 1));
    between = false;
    state.offset = state.word?.start ?? state.offset;
    if (state.nextScript) moveToPlace(takeOver(state, state.index, state.offset));
    state.status = as;
    state.problem = why;
  }

  function begin(from: number, at = 0): void {
    const { index, offset } = takeOver(state, from, at);
    moveTo(index, offset);
    between = false;
    if (state.status !== "playing") state.status = "starting";
    if (cast.ready()) return sayWithChoice();
    prepareMeanwhile(engine, cast, state);
    speaker.when(engine.voices(), sayWithChoice);
    changed();
  }

  /** The reader's own voice is waited for as long as it may still come. */
  function sayWithChoice(): void {
    const listing = engine.stillListing?.();
    if (!listing || cast.hasChoice(state.script.languageOf(state.index))) return say();
    speaker.when(listing, say);
    changed();
  }

  function again(): void {
    begin(state.index, state.word?.start ?? state.offset);
  }

  /** Says the first sentence from the place on that can be said. */
  function say(): void {
    if (!cast.ready()) return fail("no-voices");
    const { script, index } = state;
    const found = script.from(index);
    const news = found.skipped.find((lang) => script.firstMention(lang));
    if (news !== undefined)
      state.notice = { kind: unfetched.has(news) ? "unfetched-language" : cast.whyNot(news), lang: news };
    if (found.index !== index) moveTo(found.index);
    if (found.voice) return speak(found.voice);
    if (script.at(found.index)) return failFor(script.languageOf(found.index));
    const [skipped] = found.skipped;
    if (skipped === undefined || spoken) return finish();
    moveTo(script.clamp(found.index));
    failFor(skipped);
  }

  function speak(voice: Voice): void {
    const { script, index, offset, rate } = state;
    const text = script.at(index)!.text.slice(offset);
    let words = 0;
    unseen = page.hidden;
    state.voice = voice;
    speaker.say({ text, lang: script.languageOf(index), voice, rate }, (event) => {
      if (event.type === "word") words++;
      // A name or an exclamation may go by without a word reported; three words do not.
      if (words > 0 || (event.type === "end" && text.split(/\s+/).length > 2)) wordReports?.set(voice.key, words > 0);
      heard(event, offset);
    });
    keepsPause = engine.ahead?.(upcoming) ?? false;
    changed();
  }

  /** Silence before the sentence that follows the one at `index`, in milliseconds at rate 1. */
  function pauseBefore(next: Utterance, index: number): number {
    return pauseBetween(state.script.at(index), next, deps.pauses());
  }

  function upcoming(after = state.index): AheadRequest | undefined {
    const { script } = state;
    const { index: number, voice } = script.from(after + 1);
    const next = script.at(number);
    if (!next || !voice) return undefined;
    return { text: next.text, lang: script.languageOf(number), voice, pause: pauseBefore(next, after), number };
  }

  function heard(event: SpeechEvent, from: number): void {
    switch (event.type) {
      case "start":
        state.status = "playing";
        spoken = true;
        tellPosition();
        return changed();
      case "word":
        state.word = { start: from + event.start, end: from + event.end };
        return said();
      case "end":
        interruptions = 0;
        return goOn();
      case "failure":
        return recover(event.reason);
    }
  }

  function goOn(): void {
    if (state.nextScript) moveTo(takeOver(state, state.index + 1).index - 1);
    const { script, index, rate } = state;
    const next = script.at(index + 1);
    if (!next) return finish();
    if (!next.continues && deps.mayGoOn?.(next) === false) {
      moveTo(index + 1);
      return pauseFor("asleep");
    }
    // A hidden page's timers come up to a second late: no pause rather than a long one.
    const pause = pauseBefore(next, index);
    if (keepsPause || page.hidden || pause === 0) return begin(index + 1);
    between = true;
    moveTo(index);
    speaker.wait(pause / rate, () => begin(index + 1));
    changed();
  }

  function recover(reason: SpeechFailure): void {
    if (reason === "voice-lost" || reason === "not-fetched") return changeVoice(reason);
    if (reason === "paused") return pauseQuietly();
    if (page.hidden || unseen) return pauseFor("stopped-in-background");
    if (reason !== "interrupted") return fail(reason === "silent" && spoken ? "went-silent" : reason);
    if (++interruptions > MOST_INTERRUPTIONS) return pauseFor("interrupted");
    // On Android the voice can be gone a moment before the page is told that it is hidden.
    speaker.wait(YIELD, () => (page.hidden || unseen ? pauseFor("stopped-in-background") : again()));
  }

  function changeVoice(reason: "voice-lost" | "not-fetched"): void {
    const { script, index } = state;
    const lang = script.languageOf(index);
    if (state.voice) cast.lose(state.voice);
    if (cast.voiceFor(lang)) {
      state.notice = { kind: "voice-changed", lang };
      return again();
    }
    if (reason === "not-fetched") unfetched.add(lang);
    // What is in another language is left out, the article itself is not.
    const next = script.from(index);
    if (next.index === index || !next.voice) return fail(reason, lang);
    begin(index);
  }

  const pauseFor = (reason: PlayerProblem["reason"]) => pauseQuietly({ reason, lang: "" });

  function pauseQuietly(why?: PlayerProblem): void {
    rest("paused", why);
    tellPosition();
    changed();
  }

  function fail(reason: PlayerProblem["reason"], lang = ""): void {
    rest("failed", { reason, lang });
    changed();
  }

  function failFor(lang: string): void {
    fail(cast.onlineOnly(lang) ? "only-online-voice" : "no-voice", lang);
  }

  function finish(): void {
    moveTo(state.script.clamp(Infinity));
    between = false;
    rest("finished");
    tellPosition();
    changed();
    deps.onFinished?.(undefined);
  }

  return {
    forget() {
      interruptions = 0;
      spoken = false;
      unfetched.clear();
      cast.forgive();
    },
    begin,
    again,
    againSoon: () => speaker.during(SETTLE, again),
    rest,
    pauseFor,
    fail,
    finish,
    moveTo,
    tellPosition,
    seenOrNot() {
      if (page.hidden) {
        unseen = true;
        return;
      }
      const longest = longestTime(state.script.at(state.index)?.text ?? "", state.rate);
      if (speaker.speaking && unseen && clock.now() - speaker.heardAt > longest) pauseFor("stopped-in-background");
    },
    get speaking() {
      return speaker.speaking;
    },
    get age() {
      return clock.now() - speaker.begunAt;
    },
  };
}
