/** The contract against the real built-in voice: espeak-ng in its worker, an audio element that plays. */
import { describe, expect, it, vi } from "vitest";
import { describeEngine } from "../contract.ts";
import type { AheadRequest, SpeechEngine, SpeechEvent } from "../engine.ts";
import { createBuiltInVoice } from "./built-in-voice.ts";

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 });

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const audio = new Audio();
const { engine } = createBuiltInVoice(() => audio);
const voice = (lang: string) => engine.voicesNow().find((candidate) => candidate.lang === lang)!;

describeEngine("built-in", () => ({ engine, pass }));

interface Heard {
  event: SpeechEvent;
  text: string;
  /** Milliseconds of the page's clock, and seconds of the tape. */
  at: number;
  tape: number;
  src: string;
}

/** Says these one after the other as the player does, with everything announced ahead. */
function read(
  by: SpeechEngine,
  texts: readonly string[],
  {
    pause = 200,
    lang = "en-GB",
    each = async () => {},
  }: { pause?: number; lang?: string; each?: () => Promise<void> } = {},
): Promise<Heard[]> {
  const heard: Heard[] = [];
  const request = (number: number): AheadRequest | undefined => {
    const text = texts[number];
    return text === undefined ? undefined : { text, lang, voice: voice(lang), pause, number };
  };
  return new Promise((resolve) => {
    const say = (number: number): void => {
      const { text } = request(number)!;
      by.speak({ text, lang, voice: voice(lang), rate: 1 }, (event) => {
        heard.push({ event, text, at: performance.now(), tape: audio.currentTime, src: audio.src });
        if (event.type === "start") void each();
        if (event.type === "failure" || (event.type === "end" && number === texts.length - 1)) resolve(heard);
        else if (event.type === "end") say(number + 1);
      });
      by.ahead!((after = number) => request(after + 1));
    };
    say(0);
  });
}

it("says at once, without its worker, what was prepared while something else was said", async () => {
  const now = "This is being said while the next article is made ready.";
  const later = "This was made before its turn.";
  const made: string[] = [];
  const stop = engine.onMade!(({ text }) => void made.push(text));
  engine.speak({ text: now, lang: "en-GB", voice: voice("en-GB"), rate: 1 }, () => {});
  await engine.prepare!([{ text: later, lang: "en-GB", voice: voice("en-GB") }]);
  expect(made).toContain(later);
  engine.stop();
  const count = made.length;
  // Neither a network nor a worker can be had any more.
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  const started = await new Promise<string>((resolve) => {
    engine.speak({ text: later, lang: "en-GB", voice: voice("en-GB"), rate: 1 }, ({ type }) => resolve(type));
  });
  vi.unstubAllGlobals();
  stop();
  engine.stop();
  expect([started, made.length]).toEqual(["start", count]);
});

describe("the built-in voice", () => {
  it("lists its languages without fetching anything", () => {
    expect(engine.voicesNow().length).toBeGreaterThan(60);
    expect(new Set(engine.voicesNow().map(({ quality, offline }) => `${quality} ${offline}`))).toEqual(
      new Set(["1 true"]),
    );
  });

  it("tells every word of a sentence, in order, while it plays", async () => {
    const text = "It’s a café; naïve 😀 users read web pages in HTML & CSS < 5.";
    const heard = await read(engine, [text]);
    const words = heard.flatMap(({ event }) => (event.type === "word" ? [text.slice(event.start, event.end)] : []));
    const all = ["It’s", "a", "café", "naïve", "users", "read", "web", "pages", "in", "HTML", "CSS", "5"];
    // A starved machine may come too late for a short one, but never tells another.
    expect(all.filter((word) => words.includes(word))).toEqual(words);
    expect(words.length).toBeGreaterThan(8);
  });

  it("goes on over sentences on one tape, with the pauses that were asked for", async () => {
    const texts = Array.from({ length: 6 }, (_, index) => `This is sentence number ${index + 1}.`);
    const heard = await read(engine, texts);
    expect(heard.filter(({ event }) => event.type === "start").map(({ text }) => text)).toEqual(texts);
    const last = heard.filter(({ event, text }) => event.type === "start" && texts.indexOf(text) >= 3);
    expect(new Set(last.map(({ src }) => src)).size, "no new tape").toBe(1);
    const ends = heard.filter(({ event }) => event.type === "end");
    for (const [index, { tape }] of last.entries()) {
      const before = ends[texts.indexOf(last[index]!.text) - 1]!;
      expect(tape - before.tape).toBeGreaterThan(0.1);
      expect(tape - before.tape).toBeLessThan(0.35);
    }
  });

  it("is silent when nothing is asked for at the end of a sentence, although the tape goes on", async () => {
    const texts = ["One.", "Two.", "Three.", "Four."];
    await new Promise<void>((resolve) => {
      const say = (number: number): void => {
        const request = { text: texts[number]!, lang: "en-GB", voice: voice("en-GB"), rate: 1 };
        engine.speak(request, ({ type }) => {
          if (type !== "end") return;
          if (number === 2) resolve();
          else say(number + 1);
        });
        engine.ahead!((after = number) => {
          const text = texts[after + 1];
          return text === undefined ? undefined : { ...request, text, pause: 200, number: after + 1 };
        });
      };
      say(0);
    });
    await pass(50);
    expect(audio.paused).toBe(true);
  });

  it("takes a sentence up again at a word of it, without a new tape", async () => {
    const text = "We go on with the very same word after a pause in the middle.";
    const first: string[] = [];
    await new Promise<void>((resolve) => {
      engine.speak({ text, lang: "en-GB", voice: voice("en-GB"), rate: 1 }, (event) => {
        if (event.type !== "word") return;
        first.push(text.slice(event.start, event.end));
        if (first.at(-1) === "very") resolve();
      });
    });
    engine.stop();
    const { src } = audio;
    const rest = text.slice(text.indexOf("very"));
    const heard = await read(engine, [rest]);
    expect(audio.src).toBe(src);
    const words = heard.flatMap(({ event }) => (event.type === "word" ? [rest.slice(event.start, event.end)] : []));
    expect(words.slice(0, 3)).toEqual(["very", "same", "word"]);
  });

  it("takes a new rate at once, in the middle of a sentence", async () => {
    const text = "This sentence gets faster while it is being said, and nothing is said twice for it.";
    let events = 0;
    const heard = await read(engine, [text], {
      each: async () => {
        events++;
        expect(engine.changeRate!(3)).toBe(true);
      },
    });
    expect(events).toBe(1);
    expect(audio.playbackRate).toBe(3);
    expect(audio.preservesPitch).toBe(true);
    const starts = heard.flatMap(({ event }) => (event.type === "word" ? [event.start] : []));
    expect(starts.length).toBeGreaterThan(8);
    expect(starts.toSorted((a, b) => a - b)).toEqual([...new Set(starts)]);
  });

  it.each([
    ["de", "Guten Tag, wie geht es Ihnen?"],
    ["fr-FR", "Bonjour, comment allez-vous?"],
    ["ar", "تشرق الشمس اليوم فوق البحر."],
    ["zh-CN", "今天太阳照在海上。"],
  ])("fetches %s when it is wanted, and speaks it", async (lang, text) => {
    const events = await read(engine, [text], { lang });
    expect(events.at(-1)!.event).toEqual({ type: "end" });
    expect(events.filter(({ event }) => event.type === "word").length).toBeGreaterThan(2);
  });
});
