import { beforeEach, describe, expect, it } from "vitest";
import type { Position } from "#domain/position.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeEngine } from "./fake-engine.ts";
import type { OneVoice } from "./one-voice.ts";
import type { Player, PlayerDeps } from "./player-api.ts";
import { createPlayer } from "./player.ts";
import { ENGLISH_READER, FakePage, paragraphs } from "./player-testing.ts";

/** Each about four seconds of a usual voice, and three of the fake engine's. */
const ONE = "The first sentence of the first paragraph is said to the end.";
const TWO = "The second sentence of the first paragraph has its own words.";
const THREE = "The third sentence begins a paragraph that has just this one.";
const FOUR = "The fourth sentence is in the last paragraph, which has two...";
const FIVE = "The fifth sentence is the last one, and after it is silence...";
const ARTICLE = paragraphs([ONE, TWO], [THREE], [FOUR, FIVE]);

let clock: FakeClock;
let engine: FakeEngine;
/** What the engine was told of how loud to be. */
let volumes: number[];
let player: Player;
let positions: Position[];

function setUp(more: Partial<PlayerDeps> = {}): void {
  clock = new FakeClock();
  volumes = [];
  engine = Object.assign(new FakeEngine(clock), { setVolume: (volume: number) => void volumes.push(volume) });
  positions = [];
  player = createPlayer({
    engine,
    page: new FakePage(),
    clock,
    wallClock: clock.now,
    rate: 1,
    preferences: ENGLISH_READER,
    onPosition: (position) => positions.push(position),
    ...more,
  });
  player.load({ utterances: ARTICLE, title: "Title", source: "Source", lang: "en" });
}

const said = () => engine.requests.at(-1)?.text;
const status = () => player.snapshot.status;
const run = (ms: number) => clock.advance(ms);

beforeEach(() => setUp());

describe("stepping by paragraphs", () => {
  it("goes on to the first sentence of the next, and from the last to the end", async () => {
    player.play();
    for (const first of [THREE, FOUR]) {
      player.nextParagraph();
      await run(100);
      expect(said()).toBe(first);
    }
    player.nextParagraph();
    expect(status()).toBe("finished");
  });

  it("goes back to the start of this one, and soon after it began to the one before", async () => {
    player.play(4);
    await run(100);
    player.previousParagraph();
    await run(100);
    expect(said()).toBe(FOUR);
    player.previousParagraph();
    await run(2500);
    expect(said()).toBe(THREE);
    player.previousParagraph();
    await run(100);
    expect(said(), "later than two seconds: the same again").toBe(THREE);
    player.previousParagraph();
    await run(100);
    player.previousParagraph();
    await run(100);
    expect(said()).toBe(ONE);
  });

  it("moves in silence while it is paused", async () => {
    player.play();
    player.pause();
    player.nextParagraph();
    player.nextParagraph();
    player.previousParagraph();
    await run(1000);
    expect(engine.speaking).toBeUndefined();
    expect(player.snapshot.index).toBe(2);
    player.nextParagraph();
    player.nextParagraph();
    expect(player.snapshot.index, "the last paragraph has no next").toBe(3);
  });

  it("back passes over a paragraph that no voice can say", async () => {
    const foreign = ARTICLE.map((one) => (one.text === THREE ? { ...one, lang: "fr" } : one));
    player.load({ utterances: foreign, title: "", source: "", lang: "en", at: 3 });
    player.previousParagraph();
    expect(player.snapshot.index).toBe(0);
  });
});

describe("skipping by seconds", () => {
  it("leads to the start of the sentence that would be said then", async () => {
    player.play();
    await run(100);
    player.skip(9);
    await run(100);
    expect(said()).toBe(THREE);
    player.skip(-9);
    await run(100);
    expect(said()).toBe(ONE);
  });

  it("moves by one sentence at least", async () => {
    player.play();
    await run(100);
    player.skip(1);
    await run(100);
    expect(said()).toBe(TWO);
    player.skip(-1);
    await run(100);
    expect(said()).toBe(ONE);
  });

  it("covers as much time at any rate, and so more text at a higher one", async () => {
    player.setRate(2);
    player.play();
    await run(100);
    player.skip(9);
    expect(player.snapshot.index).toBe(4);
  });

  it("counts what has been said of the sentence, also where the voice reports no words", async () => {
    for (const reports of [true, false]) {
      setUp();
      engine.reportsWords = reports;
      player.play();
      await run(2900);
      player.skip(6);
      expect(player.snapshot.index, `reports words: ${reports}`).toBe(2);
    }
  });

  it("past the end has finished, and before the beginning begins", async () => {
    player.play(4);
    await run(100);
    player.skip(600);
    expect(player.snapshot.index).toBe(4);
    player.skip(600);
    expect(status()).toBe("finished");
    player.play(2);
    player.skip(-600);
    expect(player.snapshot.index).toBe(0);
  });
});

describe("the time", () => {
  it("goes from the beginning to the end, as it is heard at the rate", async () => {
    const { duration } = player.snapshot.time;
    expect(duration).toBeGreaterThan(15);
    expect(duration).toBeLessThan(30);
    expect(player.snapshot.time.position).toBe(0);
    const starts = ARTICLE.map((_, index) => player.timeAt(index));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    player.setRate(2);
    expect(player.snapshot.time.duration).toBeCloseTo(duration / 2);
    player.play();
    await run(60_000);
    expect(player.snapshot.time.position).toBe(player.snapshot.time.duration);
  });

  it("goes on within a sentence, with voices that report words", async () => {
    player.play();
    await run(1500);
    const { position } = player.snapshot.time;
    expect(position).toBeGreaterThan(0);
    expect(position).toBeLessThan(player.timeAt(1));
  });

  it("is looked at once a second and not at every word", async () => {
    const told = new Set<object>();
    let words = 0;
    player.play();
    await run(100);
    player.onChange(({ time }) => {
      told.add(time);
      words++;
    });
    await run(2500);
    expect(words).toBeGreaterThan(5);
    expect(told.size).toBe(3);
  });

  it("learns from how fast the voice is heard to speak", async () => {
    const before = player.snapshot.time.duration;
    player.play();
    await run(7000);
    const { duration } = player.snapshot.time;
    expect(duration, "the fake engine is faster than usual voices").toBeLessThan(before);
    await run(60_000);
    player.play();
    expect(player.snapshot.time.duration).toBeLessThan(duration);
  });
});

describe("seeking", () => {
  it("reads on from there while it plays, and moves in silence otherwise", async () => {
    player.seek(3);
    await run(100);
    expect(engine.requests).toEqual([]);
    expect(positions.at(-1)).toEqual({ block: 2, offset: 0 });
    player.play();
    await run(100);
    expect(said()).toBe(FOUR);
    player.seek(99);
    await run(100);
    expect(said()).toBe(FIVE);
  });
});

describe("a place in the text", () => {
  it("is where reading begins: at the word there", () => {
    player.playAt({ block: 0, offset: ONE.length + 1 + "The second ".length });
    expect(said()).toBe("sentence of the first paragraph has its own words.");
    player.playAt({ block: 1, offset: 0 });
    expect(said()).toBe(THREE);
  });

  it("where nothing is said is that of what is said next", () => {
    player.playAt({ block: 0, offset: ONE.length + 1 + TWO.length });
    expect(said()).toBe(THREE);
  });

  it("is told within a long sentence too, so that a crash costs two seconds and not the sentence", async () => {
    player.play();
    await run(2500);
    expect(positions).toHaveLength(2);
    expect(ONE.slice(0, positions[1]!.offset)).toMatch(/^The first sentence .* $/);
  });

  it("can be a word from before", () => {
    player.load({ utterances: ARTICLE, title: "", source: "", lang: "en", at: 2, offset: "The third ".length });
    player.play();
    expect(said()).toBe("sentence begins a paragraph that has just this one.");
  });
});

describe("the sleep timer", () => {
  it("lets the sentence be said to its end, and pauses before the next", async () => {
    player.sleep({ until: "time", minutes: 1 / 60 });
    expect(player.snapshot.sleep).toMatchObject({ endsAt: 1000 });
    player.play();
    await run(2500);
    expect(engine.speaking).toBe(ONE);
    await run(2000);
    expect(player.snapshot).toMatchObject({ status: "paused", index: 1, problem: { reason: "asleep" } });
    expect(player.snapshot.sleep).toBeUndefined();
    expect(positions.at(-1)).toEqual({ block: 0, offset: ONE.length + 1 });
    player.play();
    await run(10_000);
    expect(said(), "it has done its work").not.toBe(TWO);
  });

  it("at the end of the paragraph lets the reader skip past it, and waits for the end of the next", async () => {
    player.sleep({ until: "paragraph" });
    player.play();
    player.nextParagraph();
    await run(100);
    expect(engine.speaking).toBe(THREE);
    await run(5000);
    expect(player.snapshot).toMatchObject({ status: "paused", index: 3, problem: { reason: "asleep" } });
  });

  it("at the end of the article stops with it, and is gone", async () => {
    player.sleep({ until: "article" });
    player.play();
    await run(60_000);
    expect(status()).toBe("finished");
    expect(player.snapshot.sleep).toBeUndefined();
  });

  it("that ran out in silence, or while the reader skips, holds nothing back", async () => {
    player.sleep({ until: "time", minutes: 1 / 60 });
    await run(5000);
    player.play();
    expect(player.snapshot.sleep).toBeUndefined();
    player.sleep({ until: "time", minutes: 1 / 60 });
    await run(1500);
    player.next();
    await run(4000);
    expect(status()).toBe("playing");
  });

  it("is taken back by the reader, and by stopping", async () => {
    player.sleep({ until: "time", minutes: 1 / 60 });
    player.play();
    player.sleep(undefined);
    await run(6000);
    expect(status()).toBe("playing");
    player.sleep({ until: "article" });
    player.stop();
    expect(player.snapshot.sleep).toBeUndefined();
  });

  it("counts the time of a machine that slept", async () => {
    player.sleep({ until: "time", minutes: 30 });
    player.play();
    await run(100);
    await clock.sleep(3_600_000);
    await run(5000);
    expect(player.snapshot.problem?.reason).toBe("asleep");
  });

  it("makes the voice quieter towards the end, and leaves it loud", async () => {
    player.sleep({ until: "time", minutes: 12 / 60 });
    player.play();
    await run(30_000);
    expect(player.snapshot.problem?.reason).toBe("asleep");
    expect(volumes.length).toBeGreaterThan(5);
    expect(volumes).toEqual(volumes.toSorted((a, b) => b - a));
    expect(volumes.at(-1)).toBeLessThan(0.5);
    player.play();
    expect(volumes.at(-1)).toBe(1);
  });
});

describe("two tabs", () => {
  it("the older is paused and says why, until it is played again", async () => {
    const tabs: { claims: number; lose: () => void }[] = [];
    const oneVoice = (onLost: () => void): OneVoice => {
      const tab = { claims: 0, lose: onLost };
      tabs.push(tab);
      return { claim: () => void tab.claims++, release() {} };
    };
    setUp({ oneVoice });
    player.play();
    await run(500);
    tabs[0]!.lose();
    expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "other-tab" } });
    expect(engine.speaking).toBeUndefined();
    player.play();
    expect(player.snapshot.problem).toBeUndefined();
    expect(tabs[0]!.claims).toBe(2);
  });

  it("one that is silent anyway is left as it is", () => {
    let lose = () => {};
    setUp({ oneVoice: (onLost) => ((lose = onLost), { claim() {}, release() {} }) });
    lose();
    expect(player.snapshot).toMatchObject({ status: "idle", problem: undefined });
  });
});
