/**
 * Reading on by itself: sentence after sentence, with what can go wrong on the way. `player.ts` puts the reader's wishes in front
 * of it.
 */
import type { Cast } from "./cast.ts";
import type { Clock } from "./clock.ts";
import type { SpeechEvent, SpeechFailure, Voice } from "./engine.ts";
import { longestTime } from "./pace.ts";
import type { PlayerDeps } from "./player-api.ts";
import type { PlayerProblem, PlayerSnapshot, PlayerStatus } from "./player-snapshot.ts";
import type { Script } from "./script.ts";
import { createSpeaker } from "./speaker.ts";

/** Silence at rate 1, in milliseconds: after a sentence, and before a new block. */
const GAP = 200;
const BLOCK_GAP = 500;
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
  /** Where in the sentence's spoken text to go on: 0, or the start of a word. */
  offset: number;
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

export function createFlow(state: FlowState, deps: PlayerDeps, clock: Clock, cast: Cast, changed: () => void): Flow {
  const { engine, page, wordReports } = deps;
  const speaker = createSpeaker(engine, clock);
  /** In the silence after a sentence: it has been read, `index` still names it. */
  let between = false;
  /** The page was out of sight at some time during this sentence. */
  let unseen = false;
  let interruptions = 0;
  let spoken = false;

  function tellPosition(): void {
    const position = state.script.positionOf(state.index, state.status === "finished" ? Infinity : state.offset);
    if (position) deps.onPosition?.(position);
  }

  function moveTo(index: number, offset = 0): void {
    Object.assign(state, { index, offset, word: undefined });
  }

  function rest(as: PlayerStatus, why?: PlayerProblem): void {
    speaker.halt();
    if (between) moveTo(state.script.clamp(state.index + 1));
    between = false;
    state.offset = state.word?.start ?? state.offset;
    state.status = as;
    state.problem = why;
  }

  function begin(from: number, at = 0): void {
    moveTo(from, at);
    between = false;
    if (state.status !== "playing") state.status = "starting";
    if (cast.ready()) return say();
    speaker.whenVoicesKnown(say);
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
    if (news !== undefined) state.notice = { kind: "skipped-language", lang: news };
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
    changed();
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
        return changed();
      case "end":
        interruptions = 0;
        return goOn();
      case "failure":
        return recover(event.reason);
    }
  }

  function goOn(): void {
    const { script, index, rate } = state;
    const next = script.at(index + 1);
    if (!next) return finish();
    // A hidden page's timers come up to a second late: no pause rather than a long one.
    if (page.hidden) return begin(index + 1);
    between = true;
    moveTo(index);
    speaker.wait((next.startsBlock ? BLOCK_GAP : GAP) / rate, () => begin(index + 1));
    changed();
  }

  function recover(reason: SpeechFailure): void {
    if (reason === "voice-lost") return changeVoice();
    if (page.hidden || unseen) return pauseFor("stopped-in-background");
    if (reason !== "interrupted") return fail(reason);
    if (++interruptions > MOST_INTERRUPTIONS) return pauseFor("interrupted");
    // On Android the voice can be gone a moment before the page is told that it is hidden.
    speaker.wait(YIELD, () => (page.hidden || unseen ? pauseFor("stopped-in-background") : again()));
  }

  function changeVoice(): void {
    const lang = state.script.languageOf(state.index);
    if (state.voice) cast.lose(state.voice);
    if (!cast.voiceFor(lang)) return fail("voice-lost", lang);
    state.notice = { kind: "voice-changed", lang };
    again();
  }

  function pauseFor(reason: PlayerProblem["reason"]): void {
    rest("paused", { reason, lang: "" });
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
    deps.onFinished?.();
  }

  return {
    forget() {
      interruptions = 0;
      spoken = false;
      cast.forgive();
    },
    begin,
    again,
    againSoon: () => speaker.during(SETTLE, again),
    rest,
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
