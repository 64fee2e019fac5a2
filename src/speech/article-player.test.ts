import { beforeEach, describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { sampleRecord } from "#domain/fixtures/sample-article.ts";
import type { Position } from "#domain/position.ts";
import { SPOKEN_DEFAULTS, type SpokenChoices } from "#domain/spoken-settings.ts";
import { leavesOf } from "#domain/text.ts";
import { TITLE } from "#domain/utterances.ts";
import { type ArticlePlayer, createArticlePlayer, headingOf, prepareArticle } from "./article-player.ts";
import { FakeEngine } from "./fake-engine.ts";

const RECORD = sampleRecord({ lang: "en-GB" });
const BLOCKS: Block[] = [
  { type: "heading", level: 2, content: [{ text: "The sea" }] },
  { type: "paragraph", content: [{ text: "Nguyen swims. Nguyen dives." }] },
  { type: "preformatted", text: "let x = 1;" },
  { type: "paragraph", content: [{ text: "Nobody hears it." }] },
];
const NGUYEN = { match: "Nguyen", say: "Win", wholeWord: true, matchCase: false };
const WORDS = { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." };
const AFTER_TITLE: Position = { block: 1, offset: 0 };

let engine: FakeEngine;
let player: ArticlePlayer;
let positions: Position[];
let pauses: { sentence: number; paragraph: number; headings: boolean };

function take(position: Position, choices: Partial<SpokenChoices> = {}): void {
  player = createArticlePlayer(
    {
      record: RECORD,
      body: { id: "tides", blocks: BLOCKS, related: [] },
      leaves: leavesOf({ blocks: BLOCKS }),
      position,
      rate: 1,
      pauses: () => pauses,
      choices: { ...SPOKEN_DEFAULTS, ...choices },
      preferences: { voices: {}, languages: ["en-GB"], offlineOnly: true },
      words: WORDS,
      onPosition: (at) => positions.push(at),
      onFinished: () => {},
    },
    { engine, clock: engine.clock, page: { hidden: false, onChange: () => () => {} } },
  );
}

const choose = (choices: Partial<SpokenChoices>) => player.choose({ ...SPOKEN_DEFAULTS, ...choices });
const pass = (ms: number) => engine.clock.advance(ms);
/** Until something else is said, or nothing any more for five seconds. */
async function next(): Promise<string | undefined> {
  const said = engine.requests.length;
  for (let i = 0; i < 500 && engine.requests.length === said; i++) await pass(10);
  return engine.requests.length > said ? engine.speaking : undefined;
}

beforeEach(() => {
  engine = new FakeEngine();
  positions = [];
  pauses = { sentence: 200, paragraph: 500, headings: true };
});

describe("a choice that is made while a sentence is read", () => {
  it("is heard in the next sentence, and the place is kept", async () => {
    take(AFTER_TITLE);
    player.play();
    await pass(100);
    choose({ sayAs: [NGUYEN] });
    expect(engine.speaking).toBe("Nguyen swims.");
    expect(engine.requests).toHaveLength(1);
    expect(await next()).toBe("Win dives.");
    await pass(50);
    expect(positions.at(-1)).toEqual({ block: 1, offset: 14 });
    expect(player.snapshot.status).toBe("playing");
  });

  it("is heard in the sentence itself when that is said again", async () => {
    take(AFTER_TITLE);
    player.play();
    await pass(100);
    choose({ sayAs: [NGUYEN] });
    player.pause();
    player.play();
    expect(engine.speaking).toBe("Win swims.");
  });

  it("brings in what was passed over until now and what follows, and takes away what comes", async () => {
    take({ block: 1, offset: 14 });
    player.play();
    await pass(100);
    choose({ readCode: "announce" });
    expect(await next()).toBe("Code.");
    choose({ readCode: "read" });
    expect(await next(), "it has been announced").toBe("Nobody hears it.");
    expect(await next()).toBeUndefined();
    expect(player.snapshot.status).toBe("finished");
  });

  it("counts in the pause after it as well", async () => {
    take({ block: 1, offset: 14 });
    player.play();
    while (engine.speaking !== undefined) await pass(10);
    choose({ readCode: "read" });
    expect(await next()).toBe("let x = 1;");
  });

  it("keeps the word where the voice has been paused", async () => {
    take(AFTER_TITLE);
    player.play();
    await pass(500);
    player.pause();
    const word = player.snapshot.word!;
    expect(player.snapshot.utterance!.text.slice(word.start, word.end)).toBe("swims.");
    choose({ sayAs: [NGUYEN] });
    player.play();
    expect(engine.speaking).toBe("swims.");
    expect(player.snapshot.utterance!.text).toBe("Win swims.");
  });
});

it("says the title as the list has it", () => {
  take({ block: 0, offset: 0 }, { sayAs: [{ ...NGUYEN, match: "tides", say: "Tydes" }] });
  player.play();
  expect(engine.speaking).toBe("Tydes.");
  expect(player.said("sentence"), "all of it is painted").toEqual([{ start: 0, end: "Tides".length }]);
  expect(player.snapshot.utterance).toMatchObject({ block: TITLE, edits: [{ source: { start: 0, end: 5 } }, {}] });
});

it("says a title or a standfirst at once, and sentence by sentence where it is too long for a voice", () => {
  const sentence = "The moon draws the sea after it twice in every day. ";
  const heading = (title: string, summary: string) => headingOf({ ...RECORD, title, summary }, WORDS, SPOKEN_DEFAULTS);
  expect(heading("Tides? Tides.", sentence.repeat(2)).map(({ text }) => text)).toEqual([
    "Tides? Tides.",
    sentence.repeat(2).trim(),
  ]);
  const long = heading("Tides", sentence.repeat(9));
  expect(long.map(({ text }) => text)).toEqual(["Tides.", ...Array.from({ length: 9 }, () => sentence.trim())]);
  expect(long.filter(({ startsBlock }) => startsBlock)).toEqual(long.slice(0, 2));
  expect(heading(sentence.repeat(9), "")).toHaveLength(9);
});

describe("the pauses", () => {
  async function silenceAfter(): Promise<number> {
    while (engine.speaking !== undefined) await pass(10);
    let ms = 0;
    for (; engine.speaking === undefined && ms < 9000; ms += 10) await pass(10);
    return ms;
  }

  it("are longer around headings and between paragraphs, as they are set, and shorter at speed", async () => {
    take({ block: 0, offset: 1 });
    player.play();
    expect(await silenceAfter()).toBeCloseTo(1000, -2);
    expect(await silenceAfter()).toBeCloseTo(200, -2);
    pauses = { sentence: 0, paragraph: 1200, headings: false };
    expect(await silenceAfter()).toBeCloseTo(1200, -2);
    expect(await silenceAfter(), "there is nothing left").toBe(9000);
  });

  it("shrink as the voice is faster", async () => {
    take({ block: 1, offset: 0 });
    player.setRate(2);
    player.play();
    expect(await silenceAfter()).toBeCloseTo(100, -2);
    expect(await silenceAfter()).toBeCloseTo(250, -2);
  });
});

it("tells what is to be painted, of the sentence and of the paragraph", async () => {
  take(AFTER_TITLE, { readCode: "announce" });
  player.play();
  await pass(100);
  expect(player.said("sentence")).toEqual([{ start: 0, end: 13 }]);
  expect(player.said("paragraph")).toEqual([{ start: 0, end: 27 }]);
  await next();
  await next();
  expect(engine.speaking).toBe("Code.");
  expect(player.said("paragraph")).toEqual([]);
});

it("tries a word out in the article's voice, and pauses what is read", async () => {
  take(AFTER_TITLE);
  player.play();
  await pass(300);
  player.tryOut("Win");
  expect(engine.requests.at(-1)).toMatchObject({ text: "Win", lang: "en-GB", rate: 1, voice: { name: "Anna" } });
  expect(player.snapshot.status).toBe("paused");
  await pass(5000);
  expect(engine.requests).toHaveLength(2);
  player.play();
  expect(engine.speaking).toBe("Nguyen swims.");
});

describe("getting an article ready", () => {
  const soon = async (position: Position) => {
    const prepared: string[] = [];
    Object.assign(engine, {
      prepare: (requests: { text: string }[]) =>
        Promise.resolve(void prepared.push(...requests.map(({ text }) => text))),
    });
    await prepareArticle(
      {
        record: RECORD,
        body: { id: "tides", blocks: BLOCKS, related: [] },
        leaves: leavesOf({ blocks: BLOCKS }),
        position,
        choices: { ...SPOKEN_DEFAULTS, sayAs: [NGUYEN] },
        preferences: { voices: {}, languages: ["en-GB"], offlineOnly: true },
        words: { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." },
      },
      { engine },
    );
    return prepared;
  };

  it("makes exactly what the player will ask for first: the same words, from the same place", async () => {
    for (const position of [
      { block: 0, offset: 0 },
      { block: 1, offset: "Nguyen swims. ".length },
    ]) {
      engine = new FakeEngine();
      const prepared = await soon(position);
      take(position, { sayAs: [NGUYEN] });
      player.play();
      await engine.clock.advance(20_000);
      const said = engine.requests.map(({ text }) => text);
      expect(said.length).toBeGreaterThan(1);
      expect(prepared.slice(0, said.length)).toEqual(said);
      player.dispose();
    }
  });
});
