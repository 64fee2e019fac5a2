/** A fake engine for tests: speaks by a `FakeClock`, one letter in 50 ms, and fails when it is told to. */
import { FakeClock } from "./fake-clock.ts";
import type { EngineId, SpeakRequest, SpeechEngine, SpeechEvent, SpeechFailure, Voice } from "./engine.ts";

export function makeVoice(name: string, lang: string, more: Partial<Voice> = {}): Voice {
  return { engine: "fake", key: `${name} ${lang}`, uri: name, name, lang, offline: true, quality: 2, ...more };
}

export class FakeEngine implements SpeechEngine {
  readonly id: EngineId = "fake";
  /** Everything that was asked for, in order. */
  readonly requests: SpeakRequest[] = [];
  /** What the requests to come do instead of speaking: never start, or fail some time after the start. */
  readonly mishaps: ("silence" | SpeechFailure)[] = [];
  reportsWords = true;
  /** How long the list of voices takes to come; nothing is known before. */
  listTakes = 0;
  readonly clock: FakeClock;
  #voices: readonly Voice[];
  #listed = false;
  #listeners = new Set<() => void>();
  #timers: (() => void)[] = [];
  #report: ((event: SpeechEvent) => void) | undefined;

  constructor(clock = new FakeClock(), voices: readonly Voice[] = [makeVoice("Anna", "en-GB")]) {
    this.clock = clock;
    this.#voices = voices;
  }

  /** The text being spoken, if any. */
  get speaking(): string | undefined {
    return this.#report && this.requests.at(-1)?.text;
  }

  voicesNow(): readonly Voice[] {
    return this.#listed || this.listTakes === 0 ? this.#voices : NONE;
  }

  voices(): Promise<readonly Voice[]> {
    const known = this.voicesNow();
    if (known.length > 0) return Promise.resolve(known);
    return new Promise((resolve) => {
      this.clock.after(this.listTakes, () => {
        this.#listed = true;
        resolve(this.#voices);
      });
    });
  }

  onVoicesChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  changeVoices(voices: readonly Voice[]): void {
    this.#voices = voices;
    this.#listed = true;
    for (const listener of [...this.#listeners]) listener();
  }

  speak(request: SpeakRequest, report: (event: SpeechEvent) => void): () => void {
    this.stop();
    this.requests.push(request);
    this.#report = report;
    const mishap = this.mishaps.shift();
    const { text, rate, voice } = request;
    const at = (ms: number, call: () => void) => this.#timers.push(this.clock.after(ms, call));
    if (!this.#voices.some(({ key }) => key === voice.key)) at(0, () => this.fail("voice-lost"));
    else if (mishap !== "silence") {
      const time = (letters: number) => 10 + (letters * 50) / rate;
      at(10, () => report({ type: "start" }));
      if (mishap) at(20, () => this.fail(mishap));
      if (this.reportsWords)
        for (const { index, 0: word } of text.matchAll(/\S+/g))
          at(time(index), () => report({ type: "word", start: index, end: index + word.length }));
      at(time(text.length), () => this.#finish({ type: "end" }));
    }
    return () => {
      if (this.#report === report) this.stop();
    };
  }

  stop(): void {
    for (const prevent of this.#timers.splice(0)) prevent();
    this.#report = undefined;
  }

  /** Ends what is being spoken now, for a reason. */
  fail(reason: SpeechFailure): void {
    this.#finish({ type: "failure", reason });
  }

  #finish(event: SpeechEvent): void {
    const report = this.#report;
    this.stop();
    report?.(event);
  }
}

const NONE: readonly Voice[] = [];
