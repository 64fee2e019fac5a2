/**
 * Reads an article aloud. The one owner of what is read when: queue, place, rate, voice, pauses, media keys. Engines speak single
 * sentences and know nothing of it; the page paints what the snapshots say and stores what `onPosition` tells.
 */
import { createCast } from "./cast.ts";
import { systemClock } from "./clock.ts";
import type { SpeechEvent, SpeechFailure, Voice } from "./engine.ts";
import { connectMediaKeys } from "./media-keys.ts";
import { longestTime } from "./pace.ts";
import type { Player, PlayerDeps } from "./player-api.ts";
import type { PlayerNotice, PlayerProblem, PlayerSnapshot, PlayerStatus } from "./player-snapshot.ts";
import { createScript } from "./script.ts";
import { createSpeaker } from "./speaker.ts";
import { voiceChoiceKey, type VoicePreferences } from "./voices.ts";

/** Silence at rate 1, in milliseconds: after a sentence, and before a new block. */
const GAP = 200;
const BLOCK_GAP = 500;
/** "Previous" this soon after a sentence began goes to the one before; later it starts the sentence again. */
const STEP_BACK = 2000;
/** A slider sends many rates; the sentence starts again once it rests. */
const SETTLE = 300;
/** When something else has taken the voice (a screen reader through the same synthesiser), it is given time to finish. */
const YIELD = 700;
const MOST_INTERRUPTIONS = 3;
/** Problems that a new voice solves. */
const WANTING = new Set<PlayerProblem["reason"]>(["no-voices", "no-voice", "only-online-voice", "voice-lost"]);

export function createPlayer(deps: PlayerDeps): Player {
  const { engine, page, clock = systemClock, wordReports = new Map<string, boolean>() } = deps;
  let preferences = deps.preferences;
  const cast = createCast(engine, preferences);
  const speaker = createSpeaker(engine, clock);
  const listeners = new Set<(snapshot: PlayerSnapshot) => void>();

  let script = createScript({ utterances: [], title: "", source: "", lang: "" }, "", cast);
  let rate = deps.rate;
  let status: PlayerStatus = "idle";
  let index = 0;
  /** Where in the sentence's spoken text to go on: 0, or the start of a word. */
  let offset = 0;
  let word: PlayerSnapshot["word"];
  let voice: Voice | undefined;
  let problem: PlayerProblem | undefined;
  let notice: PlayerNotice | undefined;
  let snapshot: PlayerSnapshot;

  /** In the silence after a sentence: it has been read, `index` still names it. */
  let between = false;
  /** The page was out of sight at some time during this sentence. */
  let unseen = false;
  let interruptions = 0;
  let spokenSincePlay = false;
  const languagesTold = new Set<string>();

  const active = () => status === "playing" || status === "starting";

  const keys = connectMediaKeys(deps.mediaSession, { play: () => play(), pause, next, previous });
  const stopWatchingPage = page.onChange(visibilityChanged);
  const stopWatchingVoices = engine.onVoicesChanged(voicesChanged);
  changed();
  void engine.voices().then(voicesChanged);

  function changed(): void {
    snapshot = Object.freeze({
      status,
      index,
      utterance: script.at(index),
      word,
      rate,
      voice,
      voiceReportsWords: voice && wordReports.get(voice.key),
      voices: cast.ready() ? cast.offered(script.lang) : [],
      problem,
      notice,
    });
    keys.show(status);
    for (const listener of [...listeners]) listener(snapshot);
  }

  function tellPosition(): void {
    const position = script.positionOf(index, status === "finished" ? Infinity : offset);
    if (position) deps.onPosition?.(position);
  }

  /** Silence, with the place kept: the word, where there are words, else where the sentence was begun. */
  function rest(as: PlayerStatus, why?: PlayerProblem): void {
    speaker.halt();
    if (between) moveIndex(script.clamp(index + 1));
    offset = word?.start ?? offset;
    between = false;
    status = as;
    problem = why;
  }

  function moveIndex(to: number, at = 0): void {
    index = to;
    offset = at;
    word = undefined;
  }

  function begin(from: number, at = 0): void {
    moveIndex(from, at);
    between = false;
    if (status !== "playing") status = "starting";
    if (cast.ready()) return say();
    speaker.whenVoicesKnown(say);
    changed();
  }

  function again(): void {
    begin(index, word?.start ?? offset);
  }

  /** Says the first sentence from `index` on that can be said. */
  function say(): void {
    if (!cast.ready()) return fail("no-voices");
    const found = script.from(index);
    for (const lang of found.skipped) tellSkipped(lang);
    if (found.index !== index) moveIndex(found.index);
    if (found.voice) return speak(found.voice);
    if (script.at(index)) return failFor(script.languageOf(index));
    const [skipped] = found.skipped;
    if (skipped === undefined || spokenSincePlay) return finish();
    moveIndex(script.clamp(index));
    failFor(skipped);
  }

  function tellSkipped(lang: string): void {
    if (!languagesTold.has(lang)) notice = { kind: "skipped-language", lang };
    languagesTold.add(lang);
  }

  function speak(chosen: Voice): void {
    voice = chosen;
    unseen = page.hidden;
    const from = offset;
    const text = script.at(index)!.text.slice(from);
    let words = 0;
    speaker.say({ text, lang: script.languageOf(index), voice, rate }, (event) => {
      if (event.type === "word") words++;
      // A name or an exclamation may go by without a word reported; three words do not.
      if (words > 0 || (event.type === "end" && text.split(/\s+/).length > 2)) learn(words > 0);
      heard(event, from);
    });
    changed();
  }

  function learn(reportsWords: boolean): void {
    if (voice && wordReports.get(voice.key) !== reportsWords) wordReports.set(voice.key, reportsWords);
  }

  function heard(event: SpeechEvent, from: number): void {
    switch (event.type) {
      case "start":
        status = "playing";
        spokenSincePlay = true;
        tellPosition();
        return changed();
      case "word":
        word = { start: from + event.start, end: from + event.end };
        return changed();
      case "end":
        interruptions = 0;
        return goOn();
      case "failure":
        return recover(event.reason);
    }
  }

  function goOn(): void {
    const next = script.at(index + 1);
    if (!next) return finish();
    between = true;
    moveIndex(index);
    // A hidden page's timers come up to a second late: no pause rather than a long one.
    if (page.hidden) return begin(index + 1);
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
    const lang = script.languageOf(index);
    if (voice) cast.lose(voice);
    if (!cast.voiceFor(lang)) return fail("voice-lost", lang);
    notice = { kind: "voice-changed", lang };
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
    speaker.halt();
    between = false;
    moveIndex(script.clamp(Infinity));
    status = "finished";
    tellPosition();
    changed();
    deps.onFinished?.();
  }

  function play(from?: number): void {
    if (active() && from === undefined) return;
    problem = notice = undefined;
    interruptions = 0;
    spokenSincePlay = false;
    cast.forgive();
    const { utterances, title, source } = script.reading;
    if (utterances.length === 0) return fail("no-text");
    keys.describe(title, source);
    if (from !== undefined) begin(script.clamp(from));
    else if (status === "finished") begin(0);
    else begin(index, offset);
  }

  function pause(): void {
    if (!active()) return;
    rest("paused");
    tellPosition();
    changed();
  }

  function next(): void {
    if (status === "finished") return;
    if (!active()) moveTo(index + 1);
    else if (script.at(index + 1)) begin(index + 1);
    else finish();
  }

  function previous(): void {
    const restart = active() ? clock.now() - speaker.begunAt >= STEP_BACK : offset > 0 || status === "finished";
    const target = restart ? index : script.before(index);
    if (active()) begin(target);
    else moveTo(target);
  }

  function moveTo(target: number): void {
    moveIndex(script.clamp(target));
    if (status !== "idle") rest("paused");
    tellPosition();
    changed();
  }

  function stop(): void {
    const wasActive = active();
    rest("idle");
    if (wasActive) tellPosition();
    changed();
  }

  function setPreferences(wanted: VoicePreferences): void {
    if (sameWishes(preferences, wanted)) return;
    preferences = wanted;
    cast.prefer(wanted);
    if (speaker.speaking && cast.voiceFor(script.languageOf(index))?.key !== voice?.key) again();
    else voicesChanged();
  }

  function voicesChanged(): void {
    cast.listChanged();
    const wanting = problem && WANTING.has(problem.reason);
    if (wanting && cast.voiceFor(script.languageOf(index))) rest("paused");
    changed();
  }

  function visibilityChanged(): void {
    if (page.hidden) {
      unseen = true;
      return;
    }
    const longest = longestTime(script.at(index)?.text ?? "", rate);
    if (speaker.speaking && unseen && clock.now() - speaker.heardAt > longest) pauseFor("stopped-in-background");
  }

  return {
    load(reading) {
      stop();
      script = createScript(reading, preferences.languages[0] ?? "", cast);
      moveIndex(script.clamp(reading.at ?? 0));
      voice = notice = undefined;
      languagesTold.clear();
      changed();
    },
    play,
    pause,
    toggle: () => (active() ? pause() : play()),
    next,
    previous,
    stop,
    setRate(wanted) {
      if (wanted === rate) return;
      rate = wanted;
      speaker.during(SETTLE, again);
      changed();
    },
    setVoice(choice, lang = script.lang) {
      const { [voiceChoiceKey(lang)]: _, ...others } = preferences.voices;
      setPreferences({ ...preferences, voices: choice ? { ...others, [voiceChoiceKey(lang)]: choice } : others });
    },
    setPreferences,
    get snapshot() {
      return snapshot;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      stop();
      stopWatchingPage();
      stopWatchingVoices();
      keys.release();
      listeners.clear();
    },
  };
}

function sameWishes(a: VoicePreferences, b: VoicePreferences): boolean {
  return a.voices === b.voices && a.languages === b.languages && a.offlineOnly === b.offlineOnly;
}
