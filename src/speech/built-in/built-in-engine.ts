/**
 * The built-in voice: espeak-ng in a worker makes sentences into sound, one audio element plays them. The first sentence plays as soon
 * as it is made; what follows is made meanwhile, and laid onto one long tape that goes on by itself over the ends of sentences.
 */
import type { Clock } from "../clock.ts";
import type {
  MadeSentence,
  SpeakRequest,
  SpeechEngine,
  SpeechEvent,
  SpeechFailure,
  Upcoming,
  Voice,
} from "../engine.ts";
import { createLine } from "./line.ts";
import { isOutOfMemory } from "./out-of-memory.ts";
import { createSound, type Sound } from "./sound.ts";
import { type Synthesiser, SynthesisError } from "./synthesiser.ts";
import { findOnTape, layTape, type Rendering, type Said, sameSaid, type Tape, timeOf, wordAtTime } from "./tape.ts";
import type { BuiltInVoice } from "./voice-files.ts";

export interface BuiltInEngineDeps {
  voices: readonly BuiltInVoice[];
  synthesiser: Synthesiser;
  /** The one element, asked for when there is something to play or to unlock. */
  audio: () => HTMLAudioElement;
  clock: Clock;
}

/** A tape with less than this on it is replaced by a longer one, in a pause, where there is one. In seconds. */
const LITTLE = 5 * 60;
/** A sentence counts as begun so much before its first sample, for timers that come early. In seconds. */
const EARLY = 0.01;
/** With less than this it is replaced even where that takes longer than a long pause. In seconds, and milliseconds as heard. */
const URGENT = 60;
const LONG_PAUSE = 250;
/** Sentences that were rendered are kept for going back: as many seconds of them. */
const KEPT = 10 * 60;
/** The worker and the tape hold some tens of megabytes: after this long in silence they are let go. */
const IDLE = 10 * 60_000;

interface Turn {
  request: SpeakRequest;
  report: (event: SpeechEvent) => void;
  /** Which take of the tape it is, and how much of that take's text stands before the request's. Undefined while it is rendered. */
  take?: { index: number; offset: number };
  started: boolean;
  /** The number of the word last reported. */
  word: number;
}

export function createBuiltInEngine({ voices: given, synthesiser, audio, clock }: BuiltInEngineDeps): SpeechEngine {
  const byKey = new Map(given.map((built) => [keyOf(built), built]));
  const voices: readonly Voice[] = given.map(toVoice);
  let made: Sound | undefined;
  const sound = () => (made ??= createSound(audio(), clock, { at: reached, ended, failed: fail }));
  const rendered = new Map<string, Rendering>();
  const line = createLine(render, secondsOf);
  const listeners = new Set<(made: MadeSentence) => void>();
  let turn: Turn | undefined;
  let tape: Tape | undefined;
  /** The end of a sentence is being reported: what is asked for now follows it. */
  let following: { since: number; index: number } | undefined;
  let keptSeconds = 0;
  let stopIdling = () => {};

  function secondsOf({ samples }: Rendering): number {
    return samples / synthesiser.sampleRate;
  }

  async function render(said: Said & { voice: Voice }): Promise<Rendering> {
    const name = nameOf(said);
    const known = rendered.get(name);
    if (known) return known;
    const rendering = await synthesiser.render(said.text, said.lang, byKey.get(said.voice.key)!);
    const seconds = secondsOf(rendering);
    if (!rendered.has(name)) keptSeconds += seconds;
    for (const listener of [...listeners]) listener({ text: said.text, lang: said.lang, voice: said.voice, seconds });
    rendered.set(name, rendering);
    for (const [oldest, old] of rendered) {
      if (keptSeconds <= KEPT) break;
      rendered.delete(oldest);
      keptSeconds -= secondsOf(old);
    }
    return rendering;
  }

  function speak(request: SpeakRequest, report: (event: SpeechEvent) => void): () => void {
    const after = following;
    following = undefined;
    stopIdling();
    const mine: Turn = { request: { ...request }, report, started: false, word: -1 };
    turn = mine;
    if (!byKey.has(request.voice.key)) {
      made?.pause();
      queueMicrotask(() => turn === mine && fail("voice-lost"));
    } else if (!after) takeUp(mine);
    else goOn(mine, after);
    return () => {
      if (turn === mine) stop();
    };
  }

  /** Something that the reader has asked for: from the tape if it is there. */
  function takeUp(mine: Turn): void {
    line.advance(mine.request);
    const place = tape && findOnTape(tape, mine.request, 0);
    if (!tape || !place) return renderAndPlay(mine, 0, clock.now());
    mine.take = place;
    sound().play(tape, timeOf(tape.takes[place.index]!, place.offset), mine.request.rate);
  }

  /** The sentence after the one that has just ended: the tape may have it next, and goes on. */
  function goOn(mine: Turn, { since, index }: { since: number; index: number }): void {
    const pause = line.advance(mine.request) ?? 0;
    const next = tape?.takes[index + 1];
    const fits = next && sameSaid(next.said, mine.request) && next.pause === pause && sound().sounding;
    if (fits && !wantsLonger(index + 1, pause / mine.request.rate)) mine.take = { index: index + 1, offset: 0 };
    else renderAndPlay(mine, pause, since);
  }

  /** Whether there is more to play than on the tape, and the pause (in milliseconds as heard) is the place to change it. */
  function wantsLonger(index: number, pause: number): boolean {
    const left = tape!.seconds - tape!.takes[index]!.end;
    if (left > LITTLE || line.seconds < left + 1) return false;
    // A slow machine is heard to change tapes: rather between two paragraphs than where the tape happens to end.
    if (pause < sound().delay && !(left < URGENT && pause >= LONG_PAUSE)) return false;
    return line.complete || line.seconds > 2 * left;
  }

  /** Lays a tape that begins with the sentence: with as much of the pause before it as is left of it. At once where it can be. */
  function renderAndPlay(mine: Turn, pause: number, since: number): void {
    made?.pause();
    const known = rendered.get(nameOf(mine.request));
    if (known) return play(mine, known, pause, since);
    render(mine.request)
      .then((rendering) => turn === mine && play(mine, rendering, pause, since))
      .catch((error: unknown) => turn === mine && fail(reasonOf(error)));
  }

  function play(mine: Turn, rendering: Rendering, pause: number, since: number): void {
    const { request } = mine;
    // A sentence without a sound still begins and ends.
    const silence = pause + (rendering.samples === 0 ? 50 : 0);
    tape = layTape([{ said: request, pause: silence, rendering }, ...line.takes], synthesiser.sampleRate);
    mine.take = { index: 0, offset: 0 };
    const gone = pause > 0 ? (clock.now() - since + sound().delay) * request.rate : 0;
    sound().play(tape, Math.min(gone, pause) / 1000, request.rate);
  }

  /** Answers when the next word begins, or the sentence does or ends. */
  function reached(seconds: number): number {
    const mine = turn;
    const take = mine?.take && tape?.takes[mine.take.index];
    if (!mine?.take || !take) return Infinity;
    if (seconds < take.start - EARLY) return take.start;
    if (!mine.started) start(mine);
    const word = wordAtTime(take, seconds);
    if (turn === mine && word > mine.word) {
      mine.word = word;
      const { start: from, end } = take.rendering.words[word]!;
      const { offset } = mine.take;
      if (from >= offset) mine.report({ type: "word", start: from - offset, end: end - offset });
    }
    if (turn !== mine) return seconds;
    if (seconds < take.end)
      return Math.min(take.end, take.start + (take.rendering.words[word + 1]?.at ?? Infinity) / 1000);
    finish(mine, mine.take.index);
    return seconds;
  }

  function start(mine: Turn): void {
    mine.started = true;
    mine.report({ type: "start" });
  }

  function ended(): void {
    const mine = turn;
    if (!mine?.take) return;
    if (!mine.started) start(mine);
    if (turn === mine) finish(mine, mine.take.index);
  }

  function finish(mine: Turn, index: number): void {
    turn = undefined;
    following = { since: clock.now(), index };
    mine.report({ type: "end" });
    if (turn) return;
    following = undefined;
    made?.pause();
    idle();
  }

  function fail(reason: SpeechFailure): void {
    const mine = turn;
    if (!mine) return;
    turn = undefined;
    line.stop();
    made?.pause();
    idle();
    mine.report({ type: "failure", reason });
  }

  function stop(): void {
    turn = following = undefined;
    line.stop();
    made?.pause();
    idle();
  }

  function idle(): void {
    stopIdling();
    stopIdling = clock.after(IDLE, () => {
      line.stop();
      made?.clear();
      tape = undefined;
      rendered.clear();
      keptSeconds = 0;
      synthesiser.release();
    });
  }

  return {
    id: "built-in",
    voicesNow: () => voices,
    voices: () => Promise.resolve(voices),
    onVoicesChanged: () => () => {},
    speak,
    stop,
    ahead(upcoming: Upcoming) {
      if (!turn) return false;
      // Sentences of another engine's voices end the tape.
      line.follow((after) => {
        const next = upcoming(after);
        return next && byKey.has(next.voice.key) ? next : undefined;
      });
      return true;
    },
    async prepare(requests) {
      for (const request of requests) {
        try {
          await render(request);
        } catch {
          return; // Asked for in earnest it fails again, and is reported then.
        }
      }
    },
    onMade(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changeRate(rate) {
      if (!turn) return false;
      turn.request.rate = rate;
      sound().setRate(rate);
      return true;
    },
    setVolume(volume) {
      if (made || volume < 1) sound().setVolume(volume);
    },
    unlock: () => sound().unlock(),
  };
}

/** Laying a tape takes as much memory as making what is on it. */
function reasonOf(error: unknown): SpeechFailure {
  if (error instanceof SynthesisError) return error.reason;
  return isOutOfMemory(String(error)) ? "out-of-memory" : "failed";
}

function nameOf({ text, lang, voice }: Said): string {
  return `${voice.key}\n${lang}\n${text}`;
}

function keyOf({ lang }: BuiltInVoice): string {
  return `built-in:${lang}`;
}

/** As the players and their lists have it. */
export function toVoice(built: BuiltInVoice): Voice {
  const key = keyOf(built);
  return { engine: "built-in", key, uri: key, name: "eSpeak NG", lang: built.lang, offline: true, quality: 1 };
}
