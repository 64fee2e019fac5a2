import { beforeEach, describe, expect, it } from "vitest";
import type { Position } from "#domain/position.ts";
import type { Utterance } from "#domain/utterances.ts";
import type { Voice } from "./engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeEngine, makeVoice } from "./fake-engine.ts";
import type { Player, PlayerDeps } from "./player-api.ts";
import type { PlayerSnapshot, PlayerStatus } from "./player-snapshot.ts";
import { createPlayer } from "./player.ts";
import { ENGLISH_READER as preferences, FakePage } from "./player-testing.ts";

/** 24 letters: 1.2 s of the fake engine's speech, and 10 ms before it begins. */
const FIRST = "The first of the letters";
const SECOND = "The other has more words in it";
const THIRD = "The last in a new block";

function utterances(...texts: (string | [text: string, lang: string])[]): Utterance[] {
  return texts.map((entry, block) => {
    const [text, lang] = typeof entry === "string" ? [entry, "en"] : entry;
    return { block, text, lang, span: { start: 0, end: text.length }, edits: [], startsBlock: block > 1 };
  });
}

let clock: FakeClock;
let engine: FakeEngine;
let page: FakePage;
let player: Player;
let positions: Position[];
let finished: number;
let seen: PlayerSnapshot[];

function setUp(more: Partial<PlayerDeps> = {}, voices?: readonly Voice[]): void {
  clock = new FakeClock();
  engine = new FakeEngine(clock, voices);
  page = new FakePage();
  positions = [];
  finished = 0;
  seen = [];
  player = createPlayer({
    engine,
    page,
    clock,
    rate: 1,
    preferences,
    onPosition: (position) => positions.push(position),
    onFinished: () => finished++,
    ...more,
  });
  player.onChange((snapshot) => seen.push(snapshot));
  read(FIRST, SECOND, THIRD);
}

function read(...texts: Parameters<typeof utterances>): void {
  player.load({ utterances: utterances(...texts), title: "Title", source: "Source", lang: "en" });
}

const said = () => engine.requests.map(({ text }) => text);
const status = () => player.snapshot.status;
const statuses = () => seen.map((snapshot) => snapshot.status).filter((one, i, all) => one !== all[i - 1]);
const wordNow = () => {
  const { utterance, word } = player.snapshot;
  return word && utterance?.text.slice(word.start, word.end);
};
const run = (ms: number) => clock.advance(ms);

beforeEach(() => setUp());

describe("reading an article", () => {
  it("says sentence after sentence and has finished after the last", async () => {
    player.play();
    await run(10_000);
    expect(said()).toEqual([FIRST, SECOND, THIRD]);
    expect(statuses()).toEqual(["idle", "starting", "playing", "finished"]);
    expect(finished).toBe(1);
  });

  it("asks the engine before play() has returned, as the first press demands", () => {
    player.play();
    expect(said()).toEqual([FIRST]);
  });

  it("names the sentence and the word that is being said", async () => {
    player.play();
    await run(250);
    expect(player.snapshot).toMatchObject({ index: 0, voiceReportsWords: true, utterance: { text: FIRST } });
    expect(wordNow()).toBe("first");
    await run(1500);
    expect(player.snapshot.index).toBe(1);
    expect(wordNow()).toBe("other");
  });

  it("rests a little between sentences, longer before a block, and less at a higher rate", async () => {
    const gaps = async (rate: number) => {
      setUp({ rate });
      const starts: number[] = [];
      const ends: number[] = [];
      let speaking = false;
      player.play();
      for (let i = 0; i < 600; i++) {
        await run(10);
        if (!speaking && engine.speaking) starts.push(clock.now());
        if (speaking && !engine.speaking) ends.push(clock.now());
        speaking = engine.speaking !== undefined;
      }
      return [starts[1]! - ends[0]!, starts[2]! - ends[1]!];
    };
    expect(await gaps(1)).toEqual([200, 500]);
    expect(await gaps(2)).toEqual([100, 250]);
  });

  it("takes no rest while the page is hidden, where timers are late", async () => {
    player.play();
    page.show(false);
    await run(1220);
    expect(said()).toEqual([FIRST, SECOND]);
  });

  it("tells the place at each sentence's start, and the very end when it has finished", async () => {
    player.play();
    await run(10_000);
    expect(positions).toEqual([
      { block: 0, offset: 0 },
      { block: 1, offset: 0 },
      { block: 2, offset: 0 },
      { block: 2, offset: THIRD.length },
    ]);
  });

  it("begins where it is told to", async () => {
    player.load({ utterances: utterances(FIRST, SECOND, THIRD), title: "", source: "", lang: "en", at: 2 });
    player.play();
    expect(said()).toEqual([THIRD]);
    player.play(1);
    expect(said()).toEqual([THIRD, SECOND]);
  });

  it("begins again from the top after it has finished", async () => {
    player.play();
    await run(10_000);
    player.play();
    expect(said().at(-1)).toBe(FIRST);
  });

  it("passes over what has no words", async () => {
    read(FIRST, "* * *", SECOND, "—");
    player.play();
    await run(10_000);
    expect(said()).toEqual([FIRST, SECOND]);
    expect(status()).toBe("finished");
  });

  it("says that there is nothing to read where there is nothing", () => {
    read();
    player.play();
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "no-text" } });
  });

  it("gives snapshots that do not change", async () => {
    player.play();
    const before = player.snapshot;
    const copy = { ...before };
    await run(3000);
    expect(before).toEqual(copy);
    expect(Object.isFrozen(before)).toBe(true);
  });
});

describe("pausing", () => {
  it("is silent at once, and goes on at the word", async () => {
    player.play();
    await run(250);
    player.pause();
    expect(engine.speaking).toBeUndefined();
    expect(status()).toBe("paused");
    expect(wordNow()).toBe("first");
    expect(positions.at(-1)).toEqual({ block: 0, offset: 4 });
    await run(60_000);
    player.play();
    expect(said().at(-1)).toBe("first of the letters");
    await run(10);
    expect(wordNow()).toBe("first");
  });

  it("goes on at the sentence's start where the voice reports no words", async () => {
    engine.reportsWords = false;
    player.play();
    await run(250);
    player.pause();
    player.play();
    expect(said()).toEqual([FIRST, FIRST]);
  });

  it("keeps the word when it is paused again before another was said", async () => {
    player.play();
    await run(250);
    player.pause();
    player.play();
    player.pause();
    player.play();
    expect(said().at(-1)).toBe("first of the letters");
  });

  it("between two sentences goes on with the second", async () => {
    player.play();
    await run(1300);
    expect(engine.speaking).toBeUndefined();
    player.pause();
    expect(player.snapshot.index).toBe(1);
    await run(5000);
    expect(said()).toEqual([FIRST]);
    player.play();
    expect(said()).toEqual([FIRST, SECOND]);
  });

  it("is what toggle does while it plays or starts, and playing otherwise", async () => {
    const after: PlayerStatus[] = [];
    for (const ms of [0, 500, 0]) {
      player.toggle();
      await run(ms);
      after.push(status());
    }
    expect(after).toEqual(["starting", "paused", "starting"]);
  });
});

describe("stepping", () => {
  it("forward says the next sentence at once", async () => {
    player.play();
    await run(500);
    player.next();
    expect(engine.speaking).toBe(SECOND);
    expect(statuses()).not.toContain("paused");
  });

  it("forward from the last sentence has finished", async () => {
    player.play(2);
    player.next();
    expect(status()).toBe("finished");
    expect(engine.speaking).toBeUndefined();
    player.next();
    expect(status()).toBe("finished");
    expect(finished).toBe(1);
  });

  it("back soon after a sentence began goes to the one before", async () => {
    player.play(1);
    await run(1000);
    player.previous();
    expect(engine.speaking).toBe(FIRST);
  });

  it("back later starts the sentence again", async () => {
    engine.reportsWords = false;
    read(FIRST, `${SECOND} and goes on for some time`);
    player.play(1);
    await run(2100);
    player.previous();
    expect(player.snapshot.index).toBe(1);
    expect(said()).toHaveLength(2);
  });

  it("back passes over what cannot be said", async () => {
    read(FIRST, "***", ["Dyma frawddeg Gymraeg", "cy"], SECOND);
    player.play(3);
    player.previous();
    expect(engine.speaking).toBe(FIRST);
  });

  it("while paused moves the place and stays silent", async () => {
    player.play();
    await run(300);
    player.pause();
    player.previous();
    expect(player.snapshot).toMatchObject({ index: 0, word: undefined, status: "paused" });
    player.next();
    player.next();
    player.next();
    expect(player.snapshot).toMatchObject({ index: 2, status: "paused" });
    player.previous();
    expect(positions.at(-1)).toEqual({ block: 1, offset: 0 });
    await run(5000);
    expect(said()).toEqual([FIRST]);
    player.play();
    expect(engine.speaking).toBe(SECOND);
  });

  it("in the rest after a sentence does not leave one out", async () => {
    player.play();
    await run(1300);
    player.next();
    expect(engine.speaking).toBe(SECOND);
  });
});

describe("stopping", () => {
  it("is silent at once, tells the place, and keeps it", async () => {
    player.play(1);
    await run(300);
    player.stop();
    expect(engine.speaking).toBeUndefined();
    expect(status()).toBe("idle");
    expect(positions.at(-1)).toEqual({ block: 1, offset: 4 });
    await run(20_000);
    expect(said()).toEqual([SECOND]);
    player.play();
    expect(said().at(-1)).toBe("other has more words in it");
  });

  it("comes with another article, which begins at its own place", async () => {
    player.play();
    await run(300);
    read(THIRD);
    expect(engine.speaking).toBeUndefined();
    expect(player.snapshot).toMatchObject({ status: "idle", index: 0, word: undefined });
  });

  it("lets nothing be heard from a player that is disposed of", async () => {
    player.play();
    await run(300);
    const count = seen.length;
    player.dispose();
    await run(5000);
    page.show(false);
    engine.changeVoices([]);
    expect(engine.speaking).toBeUndefined();
    expect(seen.length).toBeLessThanOrEqual(count + 1);
  });
});

describe("rate and voice", () => {
  it("a new rate goes on from the word, once the slider rests", async () => {
    player.play();
    await run(250);
    for (const rate of [1.1, 1.2, 1.3]) player.setRate(rate);
    expect(player.snapshot.rate).toBe(1.3);
    expect(said()).toHaveLength(1);
    await run(310);
    expect(engine.requests.map(({ text, rate }) => [text, rate])).toEqual([
      [FIRST, 1],
      ["of the letters", 1.3],
    ]);
  });

  it("a new rate just before the end of a sentence waits for the next", async () => {
    player.play();
    await run(1150);
    player.setRate(2);
    await run(400);
    expect(engine.requests.map(({ text, rate }) => [text, rate])).toEqual([
      [FIRST, 1],
      [SECOND, 2],
    ]);
  });

  it("a new rate while paused starts nothing", async () => {
    player.setRate(2);
    await run(1000);
    expect(said()).toEqual([]);
  });

  const anna = makeVoice("Anna", "en-GB");
  const bert = makeVoice("Bert", "en-GB");

  it("a chosen voice goes on from the word", async () => {
    setUp({}, [anna, bert]);
    player.play();
    await run(250);
    player.setVoice(bert);
    expect(engine.requests.at(-1)).toMatchObject({ text: "first of the letters", voice: bert });
    expect(player.snapshot.voice).toBe(bert);
  });

  it("choosing the voice that reads already disturbs nothing", async () => {
    setUp({}, [anna, bert]);
    player.play();
    await run(250);
    player.setVoice(anna);
    expect(said()).toHaveLength(1);
  });

  it("keeps its voice when a better one turns up, until it is chosen", async () => {
    setUp({}, [anna]);
    player.play();
    await run(250);
    const better = makeVoice("Clara", "en-GB", { quality: 4 });
    engine.changeVoices([better, anna]);
    expect(player.snapshot.voices.map(({ name }) => name)).toEqual(["Clara", "Anna"]);
    await run(2000);
    expect(engine.requests.at(-1)!.voice).toBe(anna);
  });

  it("knows from before which voices report words", () => {
    setUp({ wordReports: new Map([[anna.key, false]]) }, [anna]);
    player.play();
    expect(player.snapshot.voiceReportsWords).toBe(false);
  });

  it("learns it from a sentence of three words", async () => {
    engine.reportsWords = false;
    read("Well!", "One two three.", "More.");
    player.play();
    await run(300);
    expect(player.snapshot.voiceReportsWords).toBeUndefined();
    await run(1200);
    expect(player.snapshot.voiceReportsWords).toBe(false);
  });

  it("walks a list of 13,000 voices once, not for every sentence", async () => {
    let reads = 0;
    const many = Array.from({ length: 13_000 }, (_, i) => {
      const voice = makeVoice(`Voice ${i}`, i % 100 === 0 ? "en-GB" : "af");
      return Object.defineProperty({ ...voice }, "lang", { get: () => (reads++, voice.lang) });
    });
    setUp({}, many);
    player.play();
    const once = reads;
    await run(10_000);
    player.setPreferences({ ...preferences });
    expect(said()).toHaveLength(3);
    expect(reads).toBe(once);
  });
});

describe("languages", () => {
  const anna = makeVoice("Anna", "en-GB");
  const chloe = makeVoice("Chloé", "fr-FR");

  it("each has its own voice", async () => {
    setUp({}, [anna, chloe]);
    read(FIRST, ["Un mot de français ici", "fr"], THIRD);
    player.play();
    await run(10_000);
    expect(engine.requests.map(({ voice }) => voice.name)).toEqual(["Anna", "Chloé", "Anna"]);
  });

  it("of a passage that nobody speaks: it is left out and told once", async () => {
    read(FIRST, ["Un mot", "fr"], SECOND, ["Un autre", "fr"], THIRD);
    player.play();
    await run(10_000);
    expect(said()).toEqual([FIRST, SECOND, THIRD]);
    const notices = new Set(seen.map(({ notice }) => notice).filter(Boolean));
    expect([...notices]).toEqual([{ kind: "skipped-language", lang: "fr" }]);
  });

  it("of the article that nobody speaks: it fails and says which", () => {
    setUp({}, [chloe]);
    player.play();
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "no-voice", lang: "en" } });
    expect(said()).toEqual([]);
  });

  it("does not count an article as heard when all of it was left out", () => {
    read(["Un mot", "fr"], ["Un autre", "fr"]);
    player.play();
    expect(player.snapshot).toMatchObject({ status: "failed", index: 1, problem: { reason: "no-voice", lang: "fr" } });
    expect(finished).toBe(0);
  });

  it("says when only voices that need a network would do, and uses them when they are allowed", () => {
    setUp({}, [makeVoice("Far", "en-US", { offline: false })]);
    player.play();
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "only-online-voice", lang: "en" } });
    player.setPreferences({ voices: {}, languages: ["en-GB"], offlineOnly: false });
    expect(player.snapshot).toMatchObject({ status: "paused", problem: undefined });
    player.play();
    expect(engine.speaking).toBe(FIRST);
  });

  it("unknown: the article's counts, then the reader's", () => {
    setUp({}, [anna, chloe]);
    player.load({ utterances: utterances([FIRST, ""]), title: "", source: "", lang: "und" });
    player.play();
    expect(engine.requests[0]).toMatchObject({ lang: "en-GB", voice: anna });
  });
});

describe("voices that come late", () => {
  it("are waited for, and starting can be called off", async () => {
    for (const callOff of [false, true]) {
      setUp();
      engine.listTakes = 2000;
      player.play();
      expect(status()).toBe("starting");
      await run(1000);
      if (callOff) player.pause();
      await run(1100);
      expect(said()).toEqual(callOff ? [] : [FIRST]);
    }
  });

  it("or not at all are a problem that goes away when they come after all", async () => {
    setUp({}, []);
    player.play();
    await run(0);
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "no-voices" }, voices: [] });
    engine.changeVoices([makeVoice("Anna", "en-GB")]);
    expect(player.snapshot).toMatchObject({ status: "paused", problem: undefined });
    expect(player.snapshot.voices).toHaveLength(1);
    player.play();
    expect(engine.speaking).toBe(FIRST);
  });
});

describe("trouble", () => {
  for (const reason of ["blocked", "silent", "out-of-memory", "failed"] as const)
    it(`${reason}: fails, and play() tries again at the same place`, async () => {
      engine.mishaps.push(reason);
      player.play(1);
      await run(100);
      // It had begun: that it did not start would not be true.
      const told = reason === "silent" ? "went-silent" : reason;
      expect(player.snapshot).toMatchObject({ status: "failed", index: 1, problem: { reason: told } });
      await run(10_000);
      expect(said()).toEqual([SECOND]);
      player.play();
      await run(100);
      expect(player.snapshot).toMatchObject({ status: "playing", index: 1, problem: undefined });
    });

  it("a voice that never begins is told apart from one that falls silent", () => {
    engine.mishaps.push("silence");
    player.play();
    engine.fail("silent");
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "silent" } });
  });

  it("a lost voice is replaced by another of the language, from the word on, and told", async () => {
    const [near, far] = [makeVoice("Near", "en-GB"), makeVoice("Far", "en-GB", { offline: false, quality: 4 })];
    setUp({ preferences: { voices: {}, languages: [], offlineOnly: false } }, [near, far]);
    player.play();
    await run(250);
    expect(engine.requests[0]!.voice).toBe(far);
    engine.fail("voice-lost");
    expect(engine.requests.at(-1)).toMatchObject({ text: "first of the letters", voice: near });
    expect(player.snapshot).toMatchObject({ status: "playing", notice: { kind: "voice-changed" } });
  });

  it("a lost voice that was the only one is a failure", async () => {
    player.play();
    await run(250);
    engine.fail("voice-lost");
    expect(player.snapshot).toMatchObject({ status: "failed", problem: { reason: "voice-lost" } });
    player.play();
    expect(said().at(-1)).toBe("first of the letters");
  });

  it("an interruption by something else is waited out", async () => {
    player.play();
    await run(250);
    engine.fail("interrupted");
    expect(status()).toBe("playing");
    await run(700);
    expect(said()).toEqual([FIRST, "first of the letters"]);
  });

  it("interruptions without end are given in to", async () => {
    player.play();
    for (let i = 0; i < 4; i++) {
      await run(250);
      engine.fail("interrupted");
      await run(750);
    }
    expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "interrupted" } });
    await run(5000);
    expect(said()).toHaveLength(4);
  });
});

describe("a page out of sight", () => {
  for (const reason of ["interrupted", "silent", "failed"] as const)
    it(`where the system ends the voice (${reason}) it is paused at the word, not failed`, async () => {
      player.play();
      await run(250);
      page.show(false);
      engine.fail(reason);
      expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "stopped-in-background" } });
      expect(positions.at(-1)).toEqual({ block: 0, offset: 4 });
      page.show(true);
      await run(5000);
      expect(status()).toBe("paused");
      player.play();
      expect(said().at(-1)).toBe("first of the letters");
      expect(player.snapshot.problem).toBeUndefined();
    });

  it("is told a moment after the voice has gone", async () => {
    player.play();
    await run(250);
    engine.fail("interrupted");
    await run(100);
    page.show(false);
    await run(1000);
    expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "stopped-in-background" } });
  });

  it("that comes back to a voice long silent is paused", async () => {
    engine.mishaps.push("silence");
    player.play();
    page.show(false);
    await run(60_000);
    page.show(true);
    expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "stopped-in-background" } });
  });

  it("whose voice goes on is left in peace", async () => {
    player.play();
    await run(250);
    page.show(false);
    await run(200);
    page.show(true);
    await run(10_000);
    expect(said()).toEqual([FIRST, SECOND, THIRD]);
    expect(status()).toBe("finished");
  });
});
