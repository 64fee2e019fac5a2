/**
 * The contract of `engine.ts` as tests, to be run against every engine: `describeEngine("built-in", () => ...)` in a test file. Real
 * engines are waited for, so the texts are short.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repairTag } from "./language-tags.ts";
import type { SpeakRequest, SpeechEngine, SpeechEvent, Voice } from "./engine.ts";

export interface EngineUnderTest {
  engine: SpeechEngine;
  /** Lets so much time pass: by hand for a fake, by waiting for a real one. */
  pass(ms: number): Promise<void>;
}

export function describeEngine(name: string, make: () => EngineUnderTest | Promise<EngineUnderTest>): void {
  describe(`the ${name} engine`, () => {
    let engine: SpeechEngine;
    let pass: EngineUnderTest["pass"];
    let voice: Voice;

    beforeEach(async () => {
      ({ engine, pass } = await make());
      const list = engine.voices();
      await pass(0);
      voice = (await list).find(({ lang }) => lang.startsWith("en"))!;
    });

    afterEach(() => engine.stop());

    const request = (text: string, more: Partial<SpeakRequest> = {}): SpeakRequest => ({
      text,
      lang: "en",
      voice,
      rate: 1,
      ...more,
    });

    function listen(text: string, more: Partial<SpeakRequest> = {}): { events: SpeechEvent[]; stop: () => void } {
      const events: SpeechEvent[] = [];
      const stop = engine.speak(request(text, more), (event) => events.push(event));
      expect(events, "nothing is reported before speak has returned").toEqual([]);
      return { events, stop };
    }

    const over = (events: readonly SpeechEvent[]) => events.some(({ type }) => type === "end" || type === "failure");

    async function until(condition: () => boolean, what: string): Promise<void> {
      for (let waited = 0; !condition(); waited += 50) {
        if (waited > 15_000) throw new Error(`waited in vain: ${what}`);
        await pass(50);
      }
    }

    it("lists voices with keys of their own and languages in canonical form", async () => {
      const voices = engine.voicesNow();
      expect(voices.length).toBeGreaterThan(0);
      expect(new Set(voices.map(({ key }) => key)).size).toBe(voices.length);
      expect(voices.filter(({ lang }) => lang !== repairTag(lang))).toEqual([]);
      expect(await engine.voices()).toBe(voices);
      expect(engine.voicesNow(), "the same list while nothing changes").toBe(voices);
    });

    it("reports a start, words in order and inside the text, and one end", async () => {
      const text = "One little sentence.";
      const { events } = listen(text);
      await until(() => over(events), "the end");
      await pass(500);
      expect(events[0]).toEqual({ type: "start" });
      expect(events.at(-1)).toEqual({ type: "end" });
      let last = 0;
      for (const event of events.slice(1, -1)) {
        if (event.type !== "word") throw new Error(`${event.type} in the middle`);
        expect(event.start).toBeGreaterThanOrEqual(last);
        expect(event.end).toBeGreaterThan(event.start);
        expect(event.end).toBeLessThanOrEqual(text.length);
        last = event.start;
      }
    });

    it("says nothing more once it has been stopped by the function it gave", async () => {
      const { events, stop } = listen("This sentence will not be heard to its end.");
      await until(() => events.length > 0, "the start");
      stop();
      const before = events.length;
      await pass(1500);
      expect(events.length).toBe(before);
      expect(over(events)).toBe(false);
    });

    it("is silent at once when stopped before it has started", async () => {
      const { events } = listen("This sentence will not be heard at all.");
      engine.stop();
      await pass(1500);
      expect(events).toEqual([]);
    });

    it("ends the sentence before when another begins, and speaks the other to its end", async () => {
      const first = listen("This sentence gives way to another in the middle of it.");
      await until(() => first.events.length > 0, "the first start");
      const second = listen("The other.");
      const before = first.events.length;
      await until(() => over(second.events), "the second end");
      expect(first.events.length).toBe(before);
      expect(second.events.at(-1)).toEqual({ type: "end" });
    });

    it("survives being interrupted again and again", async () => {
      const heard = ["One.", "Two.", "Three.", "Four."].map((text) => listen(text));
      const last = heard.pop()!;
      await until(() => over(last.events), "the last end");
      expect(last.events.at(-1)).toEqual({ type: "end" });
      expect(heard.flatMap(({ events }) => events)).toEqual([]);
    });

    it("does not let a stop that comes late end a newer sentence", async () => {
      const first = listen("One.");
      await until(() => over(first.events), "the first end");
      const second = listen("Two.");
      first.stop();
      await until(() => over(second.events), "the second end");
      expect(second.events.at(-1)).toEqual({ type: "end" });
    });

    it("speaks one sentence after another, started from the end of the one before", async () => {
      const said: string[] = [];
      const texts = ["One.", "Two.", "Three."];
      const next = (): void => {
        const text = texts.shift();
        if (text)
          engine.speak(request(text), (event) => {
            if (event.type === "end") said.push(text);
            if (event.type !== "start" && event.type !== "word") next();
          });
      };
      next();
      await until(() => said.length === 3, "three ends");
      expect(said).toEqual(["One.", "Two.", "Three."]);
    });

    it("takes less time at a higher rate", async () => {
      const time = async (rate: number): Promise<number> => {
        const { events } = listen("A sentence that takes a while at an easy pace.", { rate });
        let passed = 0;
        for (; !over(events) && passed < 15_000; passed += 50) await pass(50);
        expect(events.at(-1)).toEqual({ type: "end" });
        return passed;
      };
      expect(await time(2)).toBeLessThan((await time(1)) * 0.8);
    });

    it("says that a voice it does not have is lost, and reads with no other", async () => {
      const gone: Voice = { ...voice, key: "gone", uri: "gone", name: "Gone" };
      const { events } = listen("Nobody says this.", { voice: gone });
      await until(() => over(events), "the failure");
      await pass(500);
      expect(events).toEqual([{ type: "failure", reason: "voice-lost" }]);
    });
  });
}
