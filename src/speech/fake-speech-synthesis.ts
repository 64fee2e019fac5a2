/**
 * A fake `speechSynthesis` for tests in Node: speaks by a `FakeClock`, and shows the habits of the real ones on request. It keeps
 * what it was given in `spoken`.
 */
import type { FakeClock } from "./fake-clock.ts";

export interface FakeVoice {
  name: string;
  lang: string;
  voiceURI: string;
  localService: boolean;
  default: boolean;
}

export function fakeVoice(name: string, lang = "en-US", more: Partial<FakeVoice> = {}): FakeVoice {
  return { name, lang, voiceURI: name, localService: true, default: false, ...more };
}

interface FakeUtterance extends Pick<SpeechSynthesisUtterance, "text" | "lang" | "rate" | "pitch" | "volume"> {
  voice: FakeVoice | null;
  onstart: ((event: object) => void) | null;
  onboundary: ((event: object) => void) | null;
  onend: ((event: object) => void) | null;
  onerror: ((event: object) => void) | null;
}

export interface Habits {
  voices: FakeVoice[];
  startAfter: number;
  msPerLetter: number;
  words: "none" | "with length" | "without length" | "length 0";
  /** What the utterance being spoken gets when it is cancelled: Blink, WebKit, Gecko, a broken one. */
  onCancel: "error" | "end" | "late end" | "nothing";
  /** How many utterances from now on never start, never end, or end at once without a sound. */
  neverStart: number;
  neverEnd: number;
  endAtOnce: number;
  /** Errors for the utterances to come: fired inside `speak()`, or some time after the start. */
  refuse: string[];
  breakOff: string[];
  /** Stops without a word after so many milliseconds and goes on saying that it is speaking. */
  cutOffAfter: number;
  /** Loses the end event but knows that it has finished. */
  losesEnd: boolean;
}

export class FakeSpeechSynthesis {
  readonly spoken: {
    text: string;
    voice: string;
    lang: string;
    rate: number;
    pitch: number;
    volume: number;
    at: number;
  }[] = [];
  readonly habits: Habits;
  cancels = 0;
  readonly #clock: FakeClock;
  #queue: { utterance: FakeUtterance; timers: (() => void)[] }[] = [];
  #listeners: (() => void)[] = [];

  constructor(clock: FakeClock, habits: Partial<Habits> = {}) {
    this.#clock = clock;
    this.habits = {
      voices: [fakeVoice("Anna")],
      startAfter: 100,
      msPerLetter: 60,
      words: "with length",
      onCancel: "error",
      neverStart: 0,
      neverEnd: 0,
      endAtOnce: 0,
      refuse: [],
      breakOff: [],
      cutOffAfter: Infinity,
      losesEnd: false,
      ...habits,
    };
  }

  /** What the engine takes for the real thing. */
  asReal(): { synth: SpeechSynthesis; newUtterance: (text: string) => SpeechSynthesisUtterance } {
    const newUtterance = (text: string): FakeUtterance => ({
      text,
      lang: "",
      rate: 1,
      pitch: 1,
      volume: 1,
      voice: null,
      onstart: null,
      onboundary: null,
      onend: null,
      onerror: null,
    });
    return {
      synth: this as unknown as SpeechSynthesis,
      newUtterance: newUtterance as unknown as (text: string) => SpeechSynthesisUtterance,
    };
  }

  get speaking(): boolean {
    return this.#queue.length > 0;
  }

  get pending(): boolean {
    return this.#queue.length > 1;
  }

  getVoices(): FakeVoice[] {
    return [...this.habits.voices];
  }

  addEventListener(_type: "voiceschanged", listener: () => void): void {
    this.#listeners.push(listener);
  }

  changeVoices(voices: FakeVoice[]): void {
    this.habits.voices = voices;
    for (const listener of this.#listeners) listener();
  }

  pause(): void {
    throw new Error("never to be used");
  }

  resume(): void {
    throw new Error("never to be used");
  }

  speak(utterance: FakeUtterance): void {
    const { text, lang, rate, pitch, volume, voice } = utterance;
    this.spoken.push({ text, lang, rate, pitch, volume, voice: voice?.name ?? "", at: this.#clock.now() });
    const refusal = this.habits.refuse.shift();
    if (refusal) return utterance.onerror?.({ error: refusal });
    this.#queue.push({ utterance, timers: [] });
    if (this.#queue.length === 1) this.#begin();
  }

  cancel(): void {
    this.cancels++;
    const [current] = this.#queue;
    this.#queue = [];
    if (!current) return;
    for (const stop of current.timers) stop();
    const { utterance } = current;
    const { onCancel } = this.habits;
    if (onCancel === "end") utterance.onend?.({});
    if (onCancel === "error") this.#clock.after(5, () => utterance.onerror?.({ error: "interrupted" }));
    if (onCancel === "late end") this.#clock.after(100, () => utterance.onend?.({}));
  }

  /** Something else takes the voice away: an Android page out of sight, another page, a screen reader. */
  interrupt(): void {
    const [current] = this.#queue;
    this.#queue = [];
    if (!current) return;
    for (const stop of current.timers) stop();
    current.utterance.onerror?.({ error: "interrupted" });
  }

  #begin(): void {
    const current = this.#queue[0];
    if (!current) return;
    const { habits } = this;
    const { utterance } = current;
    if (habits.neverStart-- > 0) return;
    if (habits.endAtOnce-- > 0) return this.#end();
    const at = (ms: number, call: () => void) => current.timers.push(this.#clock.after(ms, call));
    const letters = (count: number) => habits.startAfter + (count * habits.msPerLetter) / utterance.rate;
    at(habits.startAfter, () => utterance.onstart?.({}));
    const error = habits.breakOff.shift();
    if (error) return void at(habits.startAfter + 50, () => this.#break(error));
    if (habits.words !== "none")
      for (const match of utterance.text.matchAll(/\S+/g))
        at(letters(match.index), () => utterance.onboundary?.(this.#word(match.index, match[0].length)));
    const end = letters(utterance.text.length);
    if (habits.neverEnd-- > 0 || end > habits.cutOffAfter) return;
    at(end, () => this.#end());
  }

  #word(charIndex: number, length: number): object {
    const { words } = this.habits;
    const charLength = words === "with length" ? length : words === "length 0" ? 0 : undefined;
    return { name: "word", charIndex, charLength };
  }

  #end(): void {
    this.#next(({ onend }) => !this.habits.losesEnd && onend?.({}));
  }

  #break(error: string): void {
    this.#next(({ onerror }) => onerror?.({ error }));
  }

  #next(tell: (utterance: FakeUtterance) => void): void {
    const current = this.#queue.shift();
    const more = this.#queue.length > 0;
    if (current) tell(current.utterance);
    if (more) this.#begin();
  }
}
