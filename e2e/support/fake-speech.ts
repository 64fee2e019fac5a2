import { test as base, expect, type Page } from "@playwright/test";

/**
 * A FAKE of the browser's speech synthesis, so that tests decide what there is to hear and when: which voices, when a sentence
 * starts, which word is reached, when it ends and how it fails. The page's clock stands still and moves by `pass`. What only
 * real voices can tell is in `real-voices.spec.ts`.
 */
export interface FakeVoice {
  name: string;
  lang: string;
  voiceURI?: string;
  localService?: boolean;
}

/** What was handed to the fake, as it was handed over. */
export interface Spoken {
  text: string;
  lang: string;
  voice: string;
  rate: number;
}

/** Fired at the window when the page has been told that a sentence started or a word was reached. */
export interface FakeSpeechEvent {
  type: "start" | "word";
  /** The sentence, and what of it is being said now. */
  text: string;
  word: string;
}

export const ENGLISH: FakeVoice = { name: "Ada", lang: "en-GB" };
export const OTHER_ENGLISH: FakeVoice = { name: "Grace", lang: "en-GB" };
export const AMERICAN: FakeVoice = { name: "Joan", lang: "en-US" };
export const FRENCH: FakeVoice = { name: "Émilie", lang: "fr-FR" };
/** For the names in the shipped articles that are written in their own letters. */
export const OF_NAMES: FakeVoice[] = [
  { name: "Yuna", lang: "ko-KR" },
  { name: "Milena", lang: "ru-RU" },
  { name: "Lesya", lang: "uk-UA" },
  { name: "Tingting", lang: "zh-CN" },
];
export const ARABIC: FakeVoice = { name: "Maryam", lang: "ar-EG" };

/** As slow as a calm reader. Whatever ends sooner than a voice could have said it is taken for a failure. */
const MS_PER_LETTER = 60;
/** Longer than any pause between two sentences at the usual rate. */
const LONGEST_GAP = 1100;

interface PageFake {
  spoken: Spoken[];
  /** Undefined while it is silent. */
  current: SpeechSynthesisUtterance | undefined;
  starts: boolean;
  refuses: boolean;
  /** Says sentences to their end by itself, telling each word. */
  reads: boolean;
  setVoices(voices: FakeVoice[], quietly: boolean): void;
  word(index: number, length: number): void;
  end(): void;
  fail(error: string): void;
}

type PageWithFake = typeof globalThis & { fakeSpeech: PageFake };

export class FakeSpeech {
  constructor(readonly page: Page) {}

  /** Opens an article and waits until it can be listened to; then time stands still. */
  open(path: string): Promise<void> {
    return this.#arrive(() => this.page.goto(path));
  }

  reload(): Promise<void> {
    return this.#arrive(() => this.page.reload());
  }

  /** Presses Listen, and waits for the first sentence. */
  async listen(): Promise<void> {
    await this.openPlayer();
    await this.until(async () => expect(await this.now()).toBeDefined());
    await expect(this.page.getByRole("button", { name: "Pause" })).toBeVisible();
    await this.pass(100);
  }

  /** Presses Listen, and waits for the player. */
  async openPlayer(): Promise<void> {
    await this.page.keyboard.press("Escape"); // The toolbar may be out of the way.
    await this.page.getByRole("button", { name: "Listen", exact: true }).click();
    const player = this.page.getByRole("region", { name: "Read aloud" });
    await this.until(() => expect(player).toBeVisible({ timeout: 1 }));
    await this.until(() => expect(player).not.toContainText("Preparing the voice", { timeout: 1 }));
  }

  /** Lets so much time pass in the page, running what falls due. In milliseconds. */
  pass(ms: number): Promise<void> {
    return this.page.clock.runFor(ms);
  }

  /** Lets time pass until the expectation holds: for what also waits for the network or the disk. */
  async until(expectation: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.pass(50);
      await expectation();
    }).toPass({ intervals: [20] });
  }

  spoken(): Promise<Spoken[]> {
    return this.page.evaluate(() => (globalThis as PageWithFake).fakeSpeech.spoken);
  }

  async last(): Promise<Spoken | undefined> {
    return (await this.spoken()).at(-1);
  }

  /** What is being said, or undefined. */
  now(): Promise<string | undefined> {
    return this.page.evaluate(() => (globalThis as PageWithFake).fakeSpeech.current?.text);
  }

  /** `quietly`: without the event that tells the page. */
  setVoices(voices: FakeVoice[], { quietly = false } = {}): Promise<void> {
    return this.page.evaluate(([list, silent]) => (globalThis as PageWithFake).fakeSpeech.setVoices(list, silent), [
      voices,
      quietly,
    ] as const);
  }

  /** The voices that pages opened from now on begin with. */
  async setFirstVoices(voices: FakeVoice[]): Promise<void> {
    await this.page.addInitScript(installFake, { voices, msPerLetter: MS_PER_LETTER });
  }

  /** Whether voices start from now on; they give no sign that they do not. */
  setStarts(starts: boolean): Promise<void> {
    return this.page.evaluate((value) => void ((globalThis as PageWithFake).fakeSpeech.starts = value), starts);
  }

  /** Whether the browser refuses to speak from now on, because it wants a press first. */
  setRefuses(refuses: boolean): Promise<void> {
    return this.page.evaluate((value) => void ((globalThis as PageWithFake).fakeSpeech.refuses = value), refuses);
  }

  /** The voice reaches this word of the sentence. */
  reach(word: string): Promise<void> {
    return this.page.evaluate((wanted) => {
      const fake = (globalThis as PageWithFake).fakeSpeech;
      fake.word(fake.current!.text.indexOf(wanted), wanted.length);
    }, word);
  }

  /** Says the sentence to its end, in all of its languages, and lets the pause after it pass. */
  async finishSentence(): Promise<void> {
    let said = await this.now();
    if (said === undefined) throw new Error("Nothing is being said.");
    for (let ends = false; said !== undefined && !ends; said = await this.now()) {
      ends = /[.!?…:]["”’)\]]*$/.test(said);
      await this.pass(said.length * MS_PER_LETTER);
      await this.page.evaluate(() => (globalThis as PageWithFake).fakeSpeech.end());
      await this.pass(LONGEST_GAP);
    }
  }

  async finishSentences(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.finishSentence();
  }

  /** Says everything that is left, word by word. */
  async finishAll(): Promise<void> {
    await this.page.evaluate(() => void ((globalThis as PageWithFake).fakeSpeech.reads = true));
    await this.finishSentence();
    while (await this.#goesOn()) await this.pass(60_000);
  }

  /** Something is being said, or is after the pause that this may be. Short words come and go in less than a pause. */
  async #goesOn(): Promise<boolean> {
    for (let silent = 0; silent <= LONGEST_GAP; silent += 100) {
      if ((await this.now()) !== undefined) return true;
      await this.pass(100);
    }
    return false;
  }

  fail(error: SpeechSynthesisErrorCode): Promise<void> {
    return this.page.evaluate((code) => (globalThis as PageWithFake).fakeSpeech.fail(code), error);
  }

  async #arrive(go: () => Promise<unknown>): Promise<void> {
    await this.page.clock.resume();
    await go();
    await expect(this.page.locator(".bar-progress")).not.toBeEmpty();
    // Some time ahead: the clock only goes forward, and runs until the page has been told.
    await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 5000);
  }
}

/** The test with the fake in place of the browser's voices. `voices` are those it has when a page is opened. */
export const test = base.extend<{ speech: FakeSpeech; voices: FakeVoice[]; builtIn: boolean }>({
  /** False: the browser is too old for the built-in voice, so that those of the system are all there are. */
  builtIn: [true, { option: true }],
  voices: [[ENGLISH, OTHER_ENGLISH, AMERICAN, FRENCH, ARABIC, ...OF_NAMES], { option: true }],
  // The service worker is another subject, and its answers would hide what a test has put in the network's place.
  serviceWorkers: "block",
  contextOptions: { reducedMotion: "reduce" },
  speech: async ({ page, voices, builtIn }, use) => {
    await page.clock.install();
    if (!builtIn) await withoutBuiltInVoice(page);
    const speech = new FakeSpeech(page);
    await speech.setFirstVoices(voices);
    await use(speech);
  },
});

/** As in Safari before 16.4, which has nothing to unpack it with. */
export async function withoutBuiltInVoice(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "DecompressionStream"));
}

/** Runs in the page before any of its own scripts, and again where it has been given other voices. */
function installFake({ voices, msPerLetter }: { voices: FakeVoice[]; msPerLetter: number }): void {
  const complete = (given: FakeVoice[]) =>
    given.map((voice) => ({ voiceURI: voice.name, localService: true, default: false, ...voice }));
  let list = complete(voices);
  const synth = new EventTarget();

  const fake: PageFake = {
    spoken: [],
    current: undefined,
    starts: true,
    refuses: false,
    reads: false,
    setVoices(next, quietly) {
      list = complete(next);
      if (!quietly) synth.dispatchEvent(new Event("voiceschanged"));
    },
    word(charIndex, charLength) {
      if (!fake.current) return;
      const { text } = fake.current;
      fake.current.onboundary?.({ name: "word", charIndex, charLength } as SpeechSynthesisEvent);
      tell({ type: "word", text, word: text.slice(charIndex, charIndex + charLength) });
    },
    end() {
      take()?.onend?.({} as SpeechSynthesisEvent);
    },
    fail(error) {
      take()?.onerror?.({ error } as SpeechSynthesisErrorEvent);
    },
  };

  function tell(detail: FakeSpeechEvent): void {
    dispatchEvent(new CustomEvent("fake-speech", { detail }));
  }

  /** What outlives the page: whether it was silent when it went. */
  function keep(): void {
    sessionStorage.setItem("fake-speech", fake.current ? "speaking" : "silent");
  }

  function take(): SpeechSynthesisUtterance | undefined {
    const { current } = fake;
    fake.current = undefined;
    keep();
    return current;
  }

  function speak(utterance: SpeechSynthesisUtterance): void {
    const { text, lang, rate, voice } = utterance;
    if (fake.refuses) {
      utterance.onerror?.({ error: "not-allowed" } as SpeechSynthesisErrorEvent);
      return;
    }
    // Said only to be allowed to speak later; nobody hears it.
    if (text === "") {
      setTimeout(() => utterance.onend?.({} as SpeechSynthesisEvent));
      return;
    }
    if (fake.current) throw new Error("Something is being said already.");
    fake.spoken.push({ text, lang, rate, voice: voice?.name ?? "" });
    fake.current = utterance;
    keep();
    if (!fake.starts) return;
    const later = (ms: number, call: () => void) => setTimeout(() => fake.current === utterance && call(), ms);
    later(20, () => {
      utterance.onstart?.({} as SpeechSynthesisEvent);
      tell({ type: "start", text, word: "" });
    });
    if (!fake.reads) return;
    for (const { 0: found, index } of text.matchAll(/\S+/g))
      later(20 + index * msPerLetter, () => fake.word(index, found.length));
    later(20 + text.length * msPerLetter, fake.end);
  }

  Object.assign(synth, {
    getVoices: () => [...list],
    speak,
    // As Chromium does it: silence now, the news of it later.
    cancel() {
      const cancelled = take();
      if (cancelled) setTimeout(() => cancelled.onerror?.({ error: "interrupted" } as SpeechSynthesisErrorEvent), 5);
    },
  });
  const put = (object: object, name: string, descriptor: PropertyDescriptor) =>
    Object.defineProperty(object, name, { configurable: true, ...descriptor });
  put(synth, "speaking", { get: () => fake.current !== undefined });
  put(synth, "pending", { value: false });
  put(globalThis, "speechSynthesis", { value: synth });
  put(globalThis, "SpeechSynthesisUtterance", {
    value: function utterance(text: string) {
      return { text, lang: "", rate: 1, voice: null, onstart: null, onboundary: null, onend: null, onerror: null };
    },
  });
  put(globalThis, "fakeSpeech", { value: fake });
}
