import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Block } from "#domain/article.ts";
import { START } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import { spokenOffset } from "#domain/spoken-offset.ts";
import { utteranceAt, utterancesOf } from "#domain/utterances.ts";
import { FakeEngine, makeVoice } from "#speech/fake-engine.ts";
import { createPlayer } from "#speech/player.ts";
import { createVoiceCatalogue } from "#speech/voice-catalogue.ts";
import { findChoice } from "#speech/voices.ts";
import * as ReadAloud from "#speech/read-aloud.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
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
const SPOKEN = {
  image: (description: string) => description,
  imageWithoutDescription: "Image",
  code: () => "Code",
  table: () => "Table",
};

const ADA = makeVoice("Ada", "en-GB", { quality: 3 });
const GRACE = makeVoice("Grace", "en-GB");
const CLOUD = makeVoice("Cloud", "en-GB", { offline: false });

let storage: LibraryStorage;
let app: EditorParts;
let settings: SettingsEditor;
let reader: ReaderModel;
let engine: FakeEngine;
let session: ListeningSession;
/** The page is out of sight. */
let hidden: boolean;

// The door to speech takes the browser's voices and the page's address as it is opened.
vi.hoisted(() => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("location", new URL("https://lectern.test/"));
});

const choose = vi.fn();
const tryOut = vi.fn<ReadAloud.ArticlePlayer["tryOut"]>();

/** The real player on a fake engine, where the browser's own would stand. */
const speech: typeof ReadAloud = {
  ...ReadAloud,
  findVoice: (choice) => findChoice(engine.voicesNow(), choice),
  onVoicesChanged: (listener) => engine.onVoicesChanged(listener),
  listVoices: (options) => createVoiceCatalogue({ ...options, voices: engine.voicesNow(), guideOf: () => undefined }),
  readAloud({ record, leaves, position, words, ...rest }) {
    const utterances = utterancesOf(leaves, record.lang, words);
    const page = {
      get hidden() {
        return hidden;
      },
      onChange: () => () => {},
    };
    const player = createPlayer({ engine, clock: engine.clock, page, ...rest });
    const at = utteranceAt(utterances, position);
    const offset = spokenOffset(utterances[at]!, position.offset);
    player.load({ utterances, title: record.title, source: "", lang: record.lang, at, offset });
    return Object.assign(player, { choose, said: () => [], tryOut });
  },
};

beforeEach(async () => {
  hidden = false;
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
  session = createListeningSession(speech, reader, app, SPOKEN, reader.open.peek()!);
  await engine.clock.advance(0);
}

const pass = (ms: number) => engine.clock.advance(ms);
/** Long enough for one sentence and the pause after it. */
const SENTENCE = 1500;

it("has the article told anew when what is read is chosen otherwise, and only then", async () => {
  choose.mockClear();
  await take({ wishes: { readCode: "announce" } });
  settings.change({ rate: 1.5, theme: "sepia", paragraphPause: 900 });
  expect(choose).not.toHaveBeenCalled();
  settings.change({ readCode: "read" });
  expect(choose).toHaveBeenCalledOnce();
  expect(choose.mock.calls[0]![0]).toMatchObject({ readCode: "read", readTables: "rows" });
});

it("counts as read what has been heard to its end, or puts it back to its beginning, as the reader chose", async () => {
  await take({ at: { block: 1, offset: 0 } });
  session.play();
  await pass(3 * SENTENCE);
  expect(reader.fraction.value).toBe(1);
  session.dispose();
  await take({ at: { block: 1, offset: 0 }, wishes: { markHeard: false } });
  session.play();
  await pass(3 * SENTENCE);
  expect(reader.position.value).toEqual(START);
  expect(reader.fraction.value).toBe(0);
});

describe("the reading position and the voice are one", () => {
  it("begins at the word where reading stopped", async () => {
    await take({ at: { block: 0, offset: `${FIRST} The `.length } });
    session.play();
    expect(engine.speaking).toBe("sea breathes out.");
  });

  it("goes where the reader says, and so does the position", async () => {
    await take();
    const { transport } = session;
    expect([transport.index.value, transport.count.value]).toEqual([0, 3]);
    transport.nextParagraph();
    expect(reader.position.value).toEqual({ block: 1, offset: 0 });
    expect(transport.index.value).toBe(2);
    transport.previousParagraph();
    transport.seek(1);
    expect(reader.position.value).toEqual({ block: 0, offset: FIRST.length + 1 });
    expect(transport.time.value.position).toBe(transport.timeAt(1));
    expect(engine.requests).toEqual([]);
    transport.playAt({ block: 1, offset: 0 });
    expect(engine.speaking).toBe(THIRD);
    transport.skip(-60);
    expect(engine.speaking).toBe(FIRST);
    transport.setSleep({ until: "paragraph" });
    expect(transport.sleep.value?.wish).toEqual({ until: "paragraph" });
    transport.stop();
    expect(engine.speaking).toBeUndefined();
    expect(transport.sleep.value).toBeUndefined();
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
    session.voiceChoice(String).choose(GRACE, "en");
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
    session.voiceChoice(String).choose(undefined, "en");
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

describe("when the system has stopped its voice because the page went out of sight", () => {
  const SYSTEM = makeVoice("Ada", "en-GB", { engine: "system", quality: 3 });
  const BUILT_IN = makeVoice("eSpeak", "en-GB", { engine: "built-in", quality: 1 });

  async function loseVoice(voices: readonly (typeof SYSTEM)[]): Promise<void> {
    await take({ voices: [...voices] });
    session.play();
    await pass(300);
    hidden = true;
    engine.fail("interrupted");
    hidden = false;
    await pass(100);
    expect(session.message.value).toMatchObject({ kind: "stopped-in-background" });
  }

  it("offers the built-in voice, which goes on at the same word", async () => {
    await loseVoice([SYSTEM, BUILT_IN]);
    expect(session.builtInCanGoOn.value).toBe(true);
    session.goOnBuiltIn();
    expect(engine.requests.at(-1)).toMatchObject({ voice: BUILT_IN, text: FIRST.slice(FIRST.indexOf("sea")) });
    expect(session.builtInCanGoOn.value).toBe(false);
    expect(session.chosenVoice.value).toEqual(BUILT_IN);
  });

  it("offers nothing where there is none for the language, or it is the one that stopped", async () => {
    await loseVoice([SYSTEM]);
    expect(session.builtInCanGoOn.value).toBe(false);
    session.dispose();
    await loseVoice([BUILT_IN]);
    expect(session.builtInCanGoOn.value).toBe(false);
  });
});

describe("the packs of the built-in voice", () => {
  it("are listed without being fetched, with the one that a voice needs", async () => {
    await take();
    const { packs, packOf } = session;
    expect(packs.value.find(({ name }) => name === "en")).toMatchObject({ lang: "en-GB", state: "absent" });
    expect(packOf(makeVoice("eSpeak", "en-US", { engine: "built-in" }))?.name).toBe("en");
    expect(packOf(ADA)).toBeUndefined();
  });
});
