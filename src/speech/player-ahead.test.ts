/** The player with an engine that makes its sentences ahead and keeps the pauses between them. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Utterance } from "#domain/utterances.ts";
import type { AheadRequest, MadeSentence, Upcoming } from "./engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeEngine, makeVoice } from "./fake-engine.ts";
import type { Player } from "./player-api.ts";
import { createPlayer } from "./player.ts";

const FIRST = "The first of the letters";
const SECOND = "The other has more words in it";
const THIRD = "The last in a new block";
const ENGLISH = makeVoice("Anna", "en-GB");
const FRENCH = makeVoice("Émilie", "fr-FR");

/** A FAKE of an engine that renders ahead: remembers what it was told would come. */
class AheadEngine extends FakeEngine {
  upcoming: Upcoming = () => undefined;
  rates: number[] = [];
  made: (made: MadeSentence) => void = () => {};

  onMade(listener: (made: MadeSentence) => void): () => void {
    this.made = listener;
    return () => (this.made = () => {});
  }
  stops = 0;
  unlocked = 0;

  ahead(upcoming: Upcoming): boolean {
    this.upcoming = upcoming;
    return true;
  }

  changeRate(rate: number): boolean {
    this.rates.push(rate);
    return true;
  }

  unlock(): void {
    this.unlocked++;
  }

  override stop(): void {
    this.stops++;
    super.stop();
  }

  /** All that is still to come, as it is told now. */
  get announced(): AheadRequest[] {
    const all: AheadRequest[] = [];
    for (let next = this.upcoming(); next; next = this.upcoming(next.number)) all.push(next);
    return all;
  }
}

let clock: FakeClock;
let engine: AheadEngine;
let player: Player;
let hidden = false;

function utterance(text: string, startsBlock: boolean, lang = "en"): Utterance {
  return { block: 0, text, lang, span: { start: 0, end: text.length }, edits: [], startsBlock };
}

function read(...utterances: Utterance[]): void {
  player.load({ utterances, title: "Title", source: "", lang: "en" });
}

beforeEach(() => {
  clock = new FakeClock();
  hidden = false;
  engine = new AheadEngine(clock, [ENGLISH, FRENCH]);
  const page = {
    get hidden() {
      return hidden;
    },
    onChange: () => () => {},
  };
  const preferences = { voices: {}, languages: ["en-GB"], offlineOnly: true };
  player = createPlayer({ engine, page, clock, rate: 1, preferences });
  read(utterance(FIRST, true), utterance(SECOND, false), utterance(THIRD, true));
});

const said = () => engine.requests.map(({ text }) => text);
const run = (ms: number) => clock.advance(ms);

describe("what is announced", () => {
  it("is all that will be said, with the silence before each", async () => {
    player.play();
    expect(engine.announced.map(({ text, pause }) => [text, pause])).toEqual([
      [SECOND, 200],
      [THIRD, 500],
    ]);
    await run(1300);
    expect(engine.announced.map(({ text }) => text)).toEqual([THIRD]);
  });

  it("leaves out what cannot be said, and has the voice of each language", () => {
    read(
      utterance(FIRST, true),
      utterance("日本語。", true, "ja"),
      utterance("***", true),
      utterance("Bonjour", true, "fr"),
    );
    player.play();
    expect(engine.announced.map(({ text, voice, lang }) => [text, voice.name, lang])).toEqual([
      ["Bonjour", "Émilie", "fr"],
    ]);
  });
});

describe("the time that is left", () => {
  it("is known where sentences have been made into sound, and so is when each begins", () => {
    player.play();
    const made = (text: string, seconds: number, voice = ENGLISH) => engine.made({ text, lang: "en", voice, seconds });
    const estimated = player.snapshot.time.duration;
    made(FIRST, 2);
    made(SECOND, 3);
    expect(player.timeAt(1)).toBeCloseTo(2.2);
    expect(player.timeAt(2)).toBeCloseTo(5.7);
    made(THIRD, 1);
    player.setRate(2);
    expect(player.snapshot.time.duration).toBeCloseTo((2 + 0.2 + 3 + 0.5 + 1) / 2);
    expect(player.snapshot.time.duration).not.toBeCloseTo(estimated / 2);
  });

  it("tells how far the sound has been made without a gap", () => {
    player.play();
    const made = (text: string) => engine.made({ text, lang: "en", voice: ENGLISH, seconds: 2 });
    expect(player.snapshot.time.madeTo, "nothing is made ahead of its time").toBeUndefined();
    made(FIRST);
    made(THIRD);
    player.setRate(1.5);
    expect(player.snapshot.time.madeTo).toBe(1);
    made(SECOND);
    player.setRate(1);
    expect(player.snapshot.time.madeTo).toBe(3);
  });

  it("takes 15 seconds on and back to the word, within a long sentence too", async () => {
    player.play();
    engine.made({ text: FIRST, lang: "en", voice: ENGLISH, seconds: 2 });
    engine.made({ text: SECOND, lang: "en", voice: ENGLISH, seconds: 30 });
    player.skip(15);
    expect(player.snapshot).toMatchObject({ index: 1 });
    expect(said().at(-1)).toBe("has more words in it");
    player.pause();
    player.skip(15);
    expect(player.snapshot.index).toBe(1);
    player.play();
    expect(said().at(-1)).toBe("in it");
    player.skip(-15);
    expect(said().at(-1)).toBe("has more words in it");
  });

  it("is estimated again for another voice", () => {
    player.play();
    engine.made({ text: FIRST, lang: "en", voice: FRENCH, seconds: 100 });
    expect(player.timeAt(1)).toBeLessThan(10);
  });
});

describe("the pause between two sentences is the engine's", () => {
  it("so the next is asked for at once, without stopping the engine", async () => {
    player.play();
    const before = engine.stops;
    await run(1215);
    expect(said()).toEqual([FIRST, SECOND]);
    // The fake stops itself twice: when the one has ended and when the other begins.
    expect(engine.stops - before).toBe(2);
    expect(player.snapshot.status).toBe("playing");
  });

  it("and a pause that falls into it goes on with the next", async () => {
    player.play();
    await run(1215);
    player.pause();
    expect(player.snapshot.utterance?.text).toBe(SECOND);
    player.play();
    expect(said()).toEqual([FIRST, SECOND, SECOND]);
  });
});

it("has the engine change the rate where it can, and says nothing again", async () => {
  player.play();
  await run(300);
  player.setRate(2);
  await run(500);
  expect(engine.rates).toEqual([2]);
  expect(said()).toEqual([FIRST]);
});

it("has the first sentence made by the voice that is there, while those of the system are waited for", async () => {
  const prepared: string[] = [];
  const waiting = new AheadEngine(clock, []);
  const late = [ENGLISH];
  Object.assign(waiting, {
    spareVoices: () => late,
    prepare: async (requests: { text: string; voice: { name: string } }[]) =>
      void prepared.push(...requests.map(({ text, voice }) => `${voice.name}: ${text}`)),
  });
  waiting.listTakes = 500;
  const page = { hidden: false, onChange: () => () => {} };
  const preferences = { voices: {}, languages: ["en-GB"], offlineOnly: true };
  player = createPlayer({ engine: waiting, page, clock, rate: 1, preferences });
  read(utterance(FIRST, true), utterance(SECOND, false));
  player.play();
  expect(prepared).toEqual([`Anna: ${FIRST}`]);
  expect(waiting.requests).toEqual([]);
});

it("unlocks the sound within the press", () => {
  player.play();
  expect(engine.unlocked).toBe(1);
});

describe("when the voice fails", () => {
  it("for want of its pack, another voice of the language reads on", async () => {
    engine.changeVoices([ENGLISH, makeVoice("Bess", "en-GB"), FRENCH]);
    engine.mishaps.push("not-fetched");
    player.play();
    await run(100);
    expect(engine.requests.map(({ voice }) => voice.name)).toEqual(["Anna", "Bess"]);
    expect(player.snapshot.notice).toEqual({ kind: "voice-changed", lang: "en" });
  });

  it("for want of the only pack, it says so, and tries again when it is asked to", async () => {
    engine.mishaps.push("not-fetched");
    player.play();
    await run(100);
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "not-fetched", lang: "en" } });
    player.play();
    await run(100);
    expect(player.snapshot.status).toBe("playing");
  });

  it("for want of the pack of a passage, that is left out and told", async () => {
    read(utterance(FIRST, true), utterance("Bonjour", true, "fr"), utterance(THIRD, true));
    player.play();
    engine.mishaps.push("not-fetched");
    await run(1300);
    expect(said()).toEqual([FIRST, "Bonjour", THIRD]);
    expect(player.snapshot.notice).toEqual({ kind: "unfetched-language", lang: "fr" });
  });

  it("because the system has paused it (a headset was pulled out), it waits for a press without a word", async () => {
    player.play();
    await run(300);
    engine.fail("paused");
    expect(player.snapshot).toMatchObject({ status: "paused", problem: undefined });
    await run(5000);
    expect(said()).toEqual([FIRST]);
  });
});

describe("a list of voices that comes in two parts", () => {
  const BUILT_IN = makeVoice("eSpeak", "en-GB", { quality: 1 });
  const preferences = {
    voices: { en: { uri: ENGLISH.uri, name: ENGLISH.name, lang: ENGLISH.lang } },
    languages: ["en-GB"],
    offlineOnly: true,
  };
  let complete: (() => void) | undefined;

  beforeEach(() => {
    engine = new AheadEngine(clock, [BUILT_IN]);
    const listing = new Promise<void>((resolve) => (complete = resolve));
    Object.assign(engine, { stillListing: () => complete && listing });
  });

  function start(wishes = preferences): void {
    player = createPlayer({
      engine,
      page: { hidden: false, onChange: () => () => {} },
      clock,
      rate: 1,
      preferences: wishes,
    });
    read(utterance(FIRST, true));
    player.play();
  }

  it("is waited for where the reader's own voice is not in the first", async () => {
    start();
    await run(1000);
    expect(said()).toEqual([]);
    engine.changeVoices([BUILT_IN, ENGLISH]);
    complete?.();
    await run(100);
    expect(engine.requests.map(({ voice }) => voice.name)).toEqual(["Anna"]);
  });

  it("is waited for also where the first part had to be waited for", async () => {
    engine.listTakes = 500;
    start();
    await run(1000);
    expect(said()).toEqual([]);
    complete?.();
    await run(100);
    expect(
      engine.requests.map(({ voice }) => voice.name),
      "it never came",
    ).toEqual(["eSpeak"]);
  });

  it("is not waited for without such a wish", async () => {
    start({ ...preferences, voices: {} as typeof preferences.voices });
    await run(100);
    expect(engine.requests.map(({ voice }) => voice.name)).toEqual(["eSpeak"]);
  });
});
