import { describe, expect, it } from "vitest";
import { FakeClock } from "./fake-clock.ts";
import { makeVoice } from "./fake-engine.ts";
import { createMeasuredPace } from "./measured-pace.ts";
import { USUAL_PAUSES } from "./pauses.ts";
import { paragraphs } from "./player-testing.ts";
import { createTimeline, lettersIn, USUAL_PACE } from "./timeline.ts";

const ARTICLE = paragraphs(["a".repeat(30), "b".repeat(15)], ["c".repeat(45)]);

describe("the timeline of an article", () => {
  it("adds up letters at the pace, and the rests between sentences and paragraphs", () => {
    const timeline = createTimeline(ARTICLE, USUAL_PAUSES);
    expect([0, 1, 2, 3].map((index) => timeline.timeAt(index, 0, 15))).toEqual([0, 2.2, 3.7, 6.7]);
    expect(timeline.duration(15)).toBeCloseTo(6.7);
    expect(timeline.duration(30)).toBeCloseTo(3.7);
    expect(timeline.timeAt(1, 6, 15)).toBeCloseTo(2.6);
  });

  it("takes what is known of a sentence for its length, and estimates the rest", () => {
    const timeline = createTimeline(ARTICLE, USUAL_PAUSES, (index) => [4, undefined, 2][index]);
    expect([0, 1, 2, 3].map((index) => timeline.timeAt(index, 0, 15))).toEqual([0, 4.2, 5.7, 7.7]);
    expect(timeline.duration(30)).toBeCloseTo(7.2);
    expect(timeline.timeAt(0, 15, 15), "half of its letters").toBeCloseTo(2);
    expect(timeline.timeAt(1, 6, 15)).toBeCloseTo(4.6);
    expect(timeline.indexAt(4.1, 15)).toBe(0);
  });

  it("has the pauses that the reader has chosen, longer around headings", () => {
    const [heading, ...text] = ARTICLE;
    const titled = [{ ...heading!, heading: true as const }, { ...text[0]!, startsBlock: true }, ...text.slice(1)];
    const timeline = createTimeline(titled, { sentence: 0, paragraph: 1000, headings: true });
    expect([0, 1, 2].map((index) => timeline.timeAt(index, 0, 15))).toEqual([0, 3.5, 5.5]);
  });

  it("finds the sentence that is said at a time, and stays within the article", () => {
    const timeline = createTimeline(ARTICLE, USUAL_PAUSES);
    expect([-5, 0, 2.1, 2.2, 3.6, 3.7, 100].map((time) => timeline.indexAt(time, 15))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it("of nothing is nothing", () => {
    const timeline = createTimeline([], USUAL_PAUSES);
    expect(timeline.duration(15)).toBe(0);
    expect(timeline.indexAt(3, 15)).toBe(0);
  });

  it("takes a sign that is a syllable for more than a letter", () => {
    expect(lettersIn("abc")).toBe(3);
    expect(lettersIn("日本")).toBe(6);
    expect(lettersIn("in 2026")).toBe(15);
  });
});

describe("the pace of a voice", () => {
  const voice = makeVoice("Anna", "en");
  const request = (text: string, rate = 1) => ({ text, rate, voice, lang: "en" });

  async function hear(sentences: { text: string; ms: number; rate?: number }[]) {
    const clock = new FakeClock();
    const pace = createMeasuredPace(clock);
    for (const { text, ms, rate } of sentences) {
      const said = request(text, rate);
      pace.heard(said, { type: "start" });
      await clock.advance(ms);
      pace.heard(said, { type: "end" });
    }
    return pace;
  }

  it("is the usual one until it has been heard, and of other voices", async () => {
    const pace = await hear([{ text: "d".repeat(100), ms: 4000 }]);
    expect(pace.of(undefined)).toBe(USUAL_PACE);
    expect(pace.of("another")).toBe(USUAL_PACE);
    expect(pace.of(voice.key)).toBeGreaterThan(USUAL_PACE);
  });

  it("comes near to what is heard, whatever the rate", async () => {
    const slow = await hear(Array.from({ length: 30 }, () => ({ text: "d".repeat(100), ms: 10_000 })));
    expect(slow.of(voice.key)).toBeCloseTo(10, 0);
    const fast = await hear(Array.from({ length: 30 }, () => ({ text: "d".repeat(100), ms: 5000, rate: 2 })));
    expect(fast.of(voice.key)).toBeCloseTo(10, 0);
  });

  it("learns nothing from what cannot be: a sentence dropped, a machine that slept, a single word, one stopped midway", async () => {
    const pace = await hear([
      { text: "d".repeat(100), ms: 5 },
      { text: "d".repeat(100), ms: 3_600_000 },
      { text: "Yes.", ms: 900 },
    ]);
    pace.heard(request("d".repeat(100)), { type: "end" });
    expect(pace.of(voice.key)).toBe(USUAL_PACE);
  });
});
