import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Block } from "#domain/article.ts";
import { START } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import { utteranceAt, utterancesOf } from "#domain/utterances.ts";
import { FakeEngine, makeVoice } from "#speech/fake-engine.ts";
import { createPlayer } from "#speech/player.ts";
import * as ReadAloud from "#speech/read-aloud.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#storage/testing.ts";
import { createListeningSession, type ListeningSession } from "./listening-session.ts";
import { createProblems } from "./problems.ts";
import { createReader, type OpenArticle, type ReaderModel } from "./reader.ts";
import { createSettings } from "./settings.ts";
import { editorOf, type EditorParts, type SettingsEditor } from "./settings-editor.ts";
import { createShippedArticles } from "./shipped.ts";

const FIRST = "The sea breathes in.";
const SECOND = "The sea breathes out.";
const THIRD = "Nobody hears it.";
const BLOCKS: Block[] = [
  { type: "paragraph", content: [{ text: `${FIRST} ${SECOND}` }] },
  { type: "paragraph", content: [{ text: THIRD }] },
];
const TIDES = sampleArticle({ title: "Tides", lang: "en-GB" }, BLOCKS);
const SPOKEN = { image: (description: string) => description, imageWithoutDescription: "Image" };

const ADA = makeVoice("Ada", "en-GB", { quality: 3 });
const GRACE = makeVoice("Grace", "en-GB");
const CLOUD = makeVoice("Cloud", "en-GB", { offline: false });

let storage: LibraryStorage;
let app: EditorParts;
let settings: SettingsEditor;
let reader: ReaderModel;
let engine: FakeEngine;
let session: ListeningSession;

// The door to speech takes the browser's voices as it is opened.
vi.hoisted(() => vi.stubGlobal("window", globalThis));

/** The real player on a fake engine, where the browser's own would stand. */
const speech: typeof ReadAloud = {
  ...ReadAloud,
  readAloud({ record, leaves, position, words, ...rest }) {
    const utterances = utterancesOf(leaves, record.lang, words);
    const page = { hidden: false, onChange: () => () => {} };
    const player = createPlayer({ engine, clock: engine.clock, page, ...rest });
    player.load({
      utterances,
      title: record.title,
      source: "",
      lang: record.lang,
      at: utteranceAt(utterances, position),
    });
    return player;
  },
};

beforeEach(async () => {
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  const problems = createProblems();
  app = { settings: createSettings(storage, problems), storage, problems };
  settings = editorOf(app);
  reader = createReader(storage, createShippedArticles("/"), problems);
  await storage.saveArticle(TIDES);
});

afterEach(() => {
  session?.dispose();
  reader.close();
  storage.close();
  vi.unstubAllGlobals();
});

/** Opens the article at a place, with these voices and wishes, and takes it up. */
async function take({ voices = [ADA, GRACE], at = START, wishes = {} as Preferences } = {}): Promise<void> {
  engine = new FakeEngine(undefined, voices);
  settings.change(wishes);
  reader.enter((await reader.load("tides", at)) as OpenArticle);
  session = createListeningSession(speech, reader, app, SPOKEN)!;
  await engine.clock.advance(0);
}

const pass = (ms: number) => engine.clock.advance(ms);
/** Long enough for one sentence and the pause after it. */
const SENTENCE = 1500;

it("needs an open article", () => {
  expect(createListeningSession(speech, reader, app, SPOKEN)).toBeUndefined();
});

describe("the reading position and the voice are one", () => {
  it("begins in the sentence where reading stopped", async () => {
    await take({ at: { block: 0, offset: FIRST.length + 5 } });
    session.play();
    expect(engine.speaking).toBe(SECOND);
  });

  it("moves the position with each sentence, and to the end after the last", async () => {
    await take();
    session.play();
    await pass(SENTENCE);
    expect(engine.speaking).toBe(SECOND);
    expect(reader.position.value).toEqual({ block: 0, offset: FIRST.length + 1 });
    await pass(4 * SENTENCE);
    expect(session.message.value).toEqual({ kind: "finished", lang: "" });
    expect(reader.fraction.value).toBe(1);
  });

  it("stops at the word that was being said, and that place is kept", async () => {
    await take();
    session.play();
    await pass(SENTENCE);
    session.pause();
    expect(session.active.value).toBe(false);
    reader.close();
    await vi.waitFor(async () =>
      expect((await storage.readPosition("tides"))?.position).toEqual({ block: 0, offset: `${FIRST} The `.length }),
    );
  });
});

it("tells what is being said, sentence and word, for the page to paint", async () => {
  await take();
  expect(session.spoken.value).toBeUndefined();
  session.play();
  await pass(260);
  expect(session.active.value).toBe(true);
  expect(session.spoken.value).toEqual({
    block: 0,
    sentence: { start: 0, end: FIRST.length },
    word: { start: 4, end: 7 },
  });
});

it("reads at the rate of the settings, also when it changes meanwhile", async () => {
  await take({ wishes: { rate: 1.5 } });
  session.play();
  settings.change({ rate: 2 });
  await pass(SENTENCE);
  expect(engine.requests.map(({ rate }) => rate)).toEqual(expect.arrayContaining([1.5, 2]));
  expect(engine.requests.at(-1)?.rate).toBe(2);
});

describe("voices", () => {
  it("are offered best first, and the best is taken where the reader has not chosen", async () => {
    await take();
    expect(session.voices.value).toEqual([ADA, GRACE]);
    expect(session.chosenVoice.value).toBeUndefined();
    session.play();
    expect(engine.requests.at(-1)?.voice).toEqual(ADA);
  });

  it("once chosen are used, and kept for the language", async () => {
    await take();
    session.chooseVoice(GRACE.key);
    session.play();
    expect(engine.requests.at(-1)?.voice).toEqual(GRACE);
    expect(session.chosenVoice.value).toEqual(GRACE);
    await vi.waitFor(async () =>
      expect((await storage.readPreferences()).voices).toEqual({ en: { uri: "Grace", name: "Grace", lang: "en-GB" } }),
    );
  });

  it("can be left to Lectern again, without forgetting those of other languages", async () => {
    const french = { uri: "Émilie", name: "Émilie", lang: "fr-FR" };
    await take({ wishes: { voices: { fr: french, en: { uri: "Grace", name: "Grace", lang: "en-GB" } } } });
    expect(session.chosenVoice.value).toEqual(GRACE);
    session.chooseVoice(undefined);
    expect(session.chosenVoice.value).toBeUndefined();
    expect(settings.settings.value.voices).toEqual({ fr: french });
  });

  it("that need a network are used only when the reader allows it", async () => {
    await take({ voices: [CLOUD] });
    session.play();
    await pass(SENTENCE);
    expect(session.message.value).toEqual({ kind: "only-online-voice", lang: "en-GB" });
    expect(engine.requests).toEqual([]);
    session.allowOnlineVoices();
    await pass(10);
    expect(engine.requests.at(-1)?.voice).toEqual(CLOUD);
    expect(settings.settings.value.onlineVoices).toBe(true);
  });

  it("that are missing are told of, and there is nothing to control", async () => {
    await take({ voices: [] });
    session.play();
    await pass(SENTENCE);
    expect(session.message.value?.kind).toBe("no-voices");
    expect(session.ready.value).toBe(false);
    engine.changeVoices([ADA]);
    session.play();
    expect(session.ready.value).toBe(true);
    expect(engine.speaking).toBe(FIRST);
  });
});

it("falls silent for good when it is disposed of", async () => {
  await take();
  session.play();
  await pass(100);
  session.dispose();
  expect(engine.speaking).toBeUndefined();
  const place = reader.position.value;
  settings.change({ rate: 2 });
  await pass(5 * SENTENCE);
  expect(engine.requests).toHaveLength(1);
  expect(reader.position.value).toEqual(place);
});
