/** How far the player is through the article, in seconds as they are heard at the rate: known or estimated, see `timeline.ts`. */
import { sentenceAt, words } from "#domain/segment.ts";
import type { Utterance } from "#domain/utterances.ts";
import type { Clock } from "./clock.ts";
import type { MadeSentence, SpeakRequest, SpeechEvent, Voice } from "./engine.ts";
import type { FlowState } from "./flow.ts";
import { createMadeLengths } from "./made-lengths.ts";
import { createMeasuredPace } from "./measured-pace.ts";
import type { PlayerTime } from "./player-snapshot.ts";
import type { Pauses } from "./pauses.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** How old a time may be that is shown, in milliseconds. */
const SHOWN = 1000;

export interface Progress {
  /** An event of a sentence that is being said: from it the pace is learnt. */
  heard(request: SpeakRequest, event: SpeechEvent): void;
  /** A sentence has been made into sound: how long it is, is known. */
  made(sentence: MadeSentence): void;
  now(): PlayerTime;
  /** The same, up to a second old: seconds are what is shown, and words come three times in one. */
  recent(): PlayerTime;
  /** When a sentence begins. */
  timeAt(index: number): number;
  /** The sentence that is said at a time. */
  indexAt(seconds: number): number;
  /**
   * What is said so many seconds from now (negative: ago), where this sentence has been under way for `age` milliseconds: the sentence, and
   * the word of it where its sound has been made. `offset` is 0 for the start.
   */
  placeIn(seconds: number, age: number): { index: number; offset: number };
}

/** Follows the state of a player without changing it. `voiceFor` reads a language. */
export function createProgress(
  state: FlowState,
  clock: Clock,
  pauses: () => Pauses,
  voiceFor: (lang: string) => Voice | undefined,
): Progress {
  const lengths = createMadeLengths();
  /** Who reads most of it: not whoever says a few words in another language. */
  const reader = () => state.voice && (voiceFor(state.script.lang) ?? state.voice);
  let made: { timeline: Timeline; told: readonly Utterance[]; rests: Pauses; count: number; voice: string } | undefined;

  function lengthOf(index: number): number | undefined {
    const utterance = state.script.at(index);
    // Before anything is said nobody has the part yet, and asking gives it away.
    if (state.voice && utterance && !state.script.isSaid(utterance)) return 0;
    if (lengths.count === 0) return undefined;
    const lang = state.script.languageOf(index);
    const voice = voiceFor(lang);
    return voice && lengths.of({ text: utterance?.text ?? "", lang, voice });
  }

  // The reader may have the article told anew, by another voice and with other pauses, at any time.
  const timeline = () => {
    const { utterances: told } = state.script.reading;
    const rests = pauses();
    const { count } = lengths;
    const voice = reader()?.key ?? "";
    if (made?.told !== told || made.count !== count || made.voice !== voice || !isSame(made.rests, rests))
      made = { timeline: createTimeline(told, rests, lengthOf), told, rests, count, voice };
    return made.timeline;
  };
  /** The sentence after the last of those that have been made without a gap. */
  function madeTo(index: number): number {
    while (state.script.at(index) && lengthOf(index) !== undefined) index++;
    return index;
  }
  const measured = createMeasuredPace(clock);
  const pace = () => lengths.pace(reader()?.key ?? "") ?? measured.of(reader()?.key);
  const offset = () => state.word?.start ?? state.offset;

  let told: PlayerTime | undefined;
  let toldAt = 0;
  const now = () => {
    const { status, index, rate } = state;
    const duration = timeline().duration(pace());
    const position = status === "finished" ? duration : timeline().timeAt(index, offset(), pace());
    toldAt = clock.now();
    const made = lengths.count > 0 && { madeTo: madeTo(index) };
    return (told = Object.freeze({ position: position / rate, duration: duration / rate, ...made }));
  };

  function offsetAt(index: number, time: number): number {
    const length = lengthOf(index);
    const text = state.script.at(index)?.text ?? "";
    const part = length ? (time - timeline().timeAt(index, 0, pace())) / length : 0;
    if (!(part > 0 && part < 1)) return 0;
    const spans = words(text, state.script.languageOf(index));
    return spans[sentenceAt(spans, Math.floor(part * text.length))]?.start ?? 0;
  }

  return {
    heard: measured.heard,
    made: lengths.add,
    now,
    recent: () => (told && clock.now() - toldAt < SHOWN ? told : now()),
    timeAt: (index) => timeline().timeAt(index, 0, pace()) / state.rate,
    indexAt: (seconds) => timeline().indexAt(seconds * state.rate, pace()),
    placeIn(seconds, age) {
      const { index, word, rate } = state;
      const begun = timeline().timeAt(index, offset(), pace());
      const end = timeline().timeAt(index, Infinity, pace());
      // Without words, what has been said of the sentence is known from the clock alone.
      const now = word ? begun : Math.min(begun + (age / 1000) * rate, end);
      const time = now + seconds * rate;
      const target = timeline().indexAt(time, pace());
      return { index: target, offset: offsetAt(target, time) };
    },
  };
}

function isSame(a: Pauses, b: Pauses): boolean {
  return a.sentence === b.sentence && a.paragraph === b.paragraph && a.headings === b.headings;
}
