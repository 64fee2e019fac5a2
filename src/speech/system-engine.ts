/**
 * The voices of the system, through the Web Speech API. One sentence is one utterance; `pause()` and `resume()` are never used,
 * because on Android pausing is stopping and on Linux it does nothing. What each browser does differently is listed
 * in README.md, "What platforms do".
 */
import { systemClock, type Clock } from "./clock.ts";
import type { SpeakRequest, SpeechEngine, SpeechEvent, SpeechFailure } from "./engine.ts";
import { isLocal, watchVoices } from "./native-voices.ts";
import { longestTime, shortPieces, tooQuick } from "./pace.ts";
import { platformText, wordAt } from "./spoken-text.ts";

/** How long a voice may take to begin. */
const START_LIMIT = 3000;
/** Chrome's Google voices stop without a word after 14 to 15 s (https://issues.chromium.org/40747712). */
const CUT_OFF = 16_000;
/** A rest between `cancel()` and `speak()`: without one, platforms have dropped the new utterance along with the old. */
const REST = 30;
/** A timer that comes later than this was held up by sleep or a hidden page, and what it watches was held up with it. */
const LATE = 2000;

export interface SystemEngineDeps {
  clock?: Clock;
  newUtterance?: (text: string) => SpeechSynthesisUtterance;
  online?: () => boolean;
}

/** One request on its way: its text is handed over in pieces (usually one), each at most twice. */
interface Turn {
  request: SpeakRequest;
  report: (event: SpeechEvent) => void;
  pieces: { start: number; end: number }[];
  /** Where the utterance now being spoken begins in the request's text. */
  from: number;
  /** Start of the last word reported, for a second attempt. */
  word: number;
  second: boolean;
  started: boolean;
  handedOver: number;
  /** What the platform has and has not ended; its events are the only ones that count. */
  utterance?: SpeechSynthesisUtterance | undefined;
  unwatch?: () => void;
}

/** An engine for `speechSynthesis`; without one (some web views) an engine without voices. */
export function createSystemEngine(synth: SpeechSynthesis | undefined, deps: SystemEngineDeps = {}): SpeechEngine {
  const clock = deps.clock ?? systemClock;
  const newUtterance = deps.newUtterance ?? ((text) => new SpeechSynthesisUtterance(text));
  const online = deps.online ?? (() => navigator.onLine);
  const voices = watchVoices(synth, clock);
  /** Chrome has lost the events of utterances that only the platform still knew (https://crbug.com/509488). */
  const held = new Set<SpeechSynthesisUtterance>();
  let current: Turn | undefined;
  let cancelled = -Infinity;
  let everStarted = false;
  /** The last sentence was over too quickly to have been said. */
  let rushed = false;
  let handingOver = false;
  let volume = 1;

  function speak(request: SpeakRequest, report: (event: SpeechEvent) => void): () => void {
    stop();
    const native = voices.native(request.voice);
    const cutOff = native !== undefined && isCutOff(native);
    const pieces = cutOff ? shortPieces(request.text, request.rate) : [{ start: 0, end: request.text.length }];
    const turn: Turn = { request, report, pieces, from: 0, word: 0, second: false, started: false, handedOver: 0 };
    current = turn;
    // Something that hangs (or another page's speech, in Firefox) would keep ours waiting.
    if (synth && (synth.speaking || synth.pending)) cancel();
    handOverRested(turn);
    return () => {
      if (current === turn) stop();
    };
  }

  function stop(): void {
    const turn = current;
    current = undefined;
    turn?.unwatch?.();
    if (turn?.utterance) cancel();
  }

  function cancel(): void {
    synth?.cancel();
    cancelled = clock.now();
  }

  /**
   * Hands over at once when nothing was cancelled just now: the first `speak()` on iOS must happen inside the reader's own
   * press, so until a voice has been heard the first attempt takes no rest.
   */
  function handOverRested(turn: Turn): void {
    const rest = cancelled + REST - clock.now();
    if (rest > 0 && (everStarted || turn.second)) turn.unwatch = clock.after(rest, () => handOver(turn));
    else handOver(turn);
  }

  function handOver(turn: Turn): void {
    const { text, rate, voice } = turn.request;
    const native = voices.native(voice);
    // Chrome reads with its default voice, in whatever language, when the name is not in its list any more.
    if (!synth || !native) return void queueMicrotask(() => fail(turn, "voice-lost"));
    const utterance = newUtterance(platformText(text.slice(turn.from, turn.pieces[0]!.end), native));
    utterance.voice = native;
    utterance.lang = native.lang; // In the platform's own spelling: Android goes by this and not by the voice.
    utterance.rate = platformRate(rate * (voice.known?.rate ?? 1), native);
    utterance.pitch = voice.known?.pitch ?? 1;
    utterance.volume = volume;
    turn.utterance = utterance;
    turn.handedOver = clock.now();
    held.add(utterance);

    // Events of a turn that is over, or of its first attempt, are stale. Blink refuses (`not-allowed`) inside `speak()` itself.
    const live = (handle: () => void): void => {
      if (handingOver) queueMicrotask(() => live(handle));
      else if (turn === current && turn.utterance === utterance) handle();
    };
    utterance.onstart = () => live(() => began(turn));
    utterance.onboundary = (event) => live(() => boundary(turn, event));
    utterance.onend = () => {
      held.delete(utterance);
      live(() => ended(turn));
    };
    utterance.onerror = (event) => {
      held.delete(utterance);
      live(() => broke(turn, reasonFor(event.error, native)));
    };

    watch(turn, START_LIMIT, () => again(turn));
    handingOver = true;
    synth.speak(utterance);
    handingOver = false;
  }

  function began(turn: Turn): void {
    everStarted = true;
    watchForEnd(turn);
    if (turn.started) return;
    turn.started = true;
    turn.report({ type: "start" });
  }

  function boundary(turn: Turn, event: SpeechSynthesisEvent): void {
    began(turn);
    if (turn !== current || event.name === "sentence") return;
    const { request, from } = turn;
    const word = wordAt(request.text.slice(from), event.charIndex, event.charLength, request.voice.lang);
    if (!word || from + word.start < turn.word) return;
    turn.word = from + word.start;
    turn.report({ type: "word", start: turn.word, end: from + word.end });
  }

  /**
   * A sentence that is over at once is tried again. One may be beyond the voice (another script); a second in a row means that
   * nothing is heard any more, as when iOS has put the page away: better stop than rush through the article.
   */
  function ended(turn: Turn): void {
    const said = turn.request.text.slice(turn.from, turn.pieces[0]!.end);
    const tooSoon = tooQuick(said, clock.now() - turn.handedOver);
    if (tooSoon && !turn.second) return again(turn);
    if (tooSoon && rushed) return fail(turn, "silent");
    rushed = tooSoon;
    began(turn);
    if (turn === current) proceed(turn);
  }

  function proceed(turn: Turn): void {
    turn.unwatch?.();
    turn.utterance = undefined;
    const [done, next] = turn.pieces;
    if (!next) return settle(turn, { type: "end" });
    turn.pieces.shift();
    turn.from = turn.word = done!.end;
    turn.second = false;
    handOverRested(turn);
  }

  /** Once more from the last word; then silence is a fact. */
  function again(turn: Turn): void {
    turn.unwatch?.();
    turn.utterance = undefined;
    cancel();
    if (turn.second) return fail(turn, "silent");
    turn.second = true;
    turn.from = turn.word;
    handOverRested(turn);
  }

  function watchForEnd(turn: Turn): void {
    const { text, rate, voice } = turn.request;
    const native = voices.native(voice);
    if (native && isCutOff(native)) {
      const left = turn.handedOver + CUT_OFF - clock.now();
      return watch(turn, left, () => {
        turn.utterance = undefined;
        cancel();
        proceed(turn);
      });
    }
    watch(turn, longestTime(text.slice(turn.word, turn.pieces[0]!.end), rate), () => {
      if (!synth!.speaking && !synth!.pending) proceed(turn);
      else again(turn);
    });
  }

  function watch(turn: Turn, ms: number, act: () => void): void {
    turn.unwatch?.();
    const due = clock.now() + ms;
    turn.unwatch = clock.after(ms, () => {
      if (turn !== current) return;
      if (clock.now() > due + LATE) watch(turn, ms, act);
      else act();
    });
  }

  /** A synthesiser that is just being started, or that has to be started anew, fails once. */
  function broke(turn: Turn, reason: SpeechFailure): void {
    if (reason === "failed" && !turn.second) again(turn);
    else fail(turn, reason);
  }

  function fail(turn: Turn, reason: SpeechFailure): void {
    settle(turn, { type: "failure", reason });
  }

  function settle(turn: Turn, event: SpeechEvent): void {
    if (turn !== current) return;
    turn.unwatch?.();
    current = undefined;
    if (event.type === "failure") rushed = false;
    turn.report(event);
  }

  function reasonFor(error: string | undefined, native: SpeechSynthesisVoice): SpeechFailure {
    if (error === "not-allowed") return "blocked";
    // We cancel only what we have forgotten, so this was somebody else.
    if (error === "interrupted" || error === "canceled") return "interrupted";
    if (error === "network" || error === "voice-unavailable" || error === "language-unavailable") return "voice-lost";
    const listed = synth!
      .getVoices()
      .some(({ voiceURI, name }) => voiceURI === native.voiceURI && name === native.name);
    return listed && (isLocal(native) || online()) ? "failed" : "voice-lost";
  }

  return {
    id: "system",
    voicesNow: voices.now,
    voices: voices.ready,
    onVoicesChanged: voices.onChanged,
    speak,
    stop,
    setVolume: (next) => void (volume = next),
  };
}

function isCutOff(native: SpeechSynthesisVoice): boolean {
  return !native.localService && native.name.startsWith("Google ");
}

/**
 * WebKit stretches rates 1 to 2 over what Apple's voices turn into 1 to 4 times their pace, and goes no further
 * (mapSpeechRateToPlatformRate in PlatformSpeechSynthesizerCocoa.mm; https://webkit.org/b/258587). Its voices are known by their
 * addresses, which no other browser passes on.
 */
function platformRate(rate: number, native: SpeechSynthesisVoice): number {
  const heard = Math.min(Math.max(rate, 0.1), 10);
  return native.voiceURI.startsWith("com.apple.") && heard > 1 ? 1 + (Math.min(heard, 4) - 1) / 3 : heard;
}
