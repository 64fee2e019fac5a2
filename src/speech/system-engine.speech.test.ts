/**
 * The contract against real voices: Chromium with `--enable-speech-dispatcher`, espeak-ng behind it, a sound server to play to. The
 * README beside this file says how to start them.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { describeEngine } from "./contract.ts";
import type { SpeechEvent, Voice } from "./engine.ts";
import { createSystemEngine } from "./system-engine.ts";
import { chooseVoice, voicesFor } from "./voices.ts";

vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 });

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const engine = createSystemEngine(speechSynthesis);

/** On a busy machine the list takes longer than a reader would be made to wait. */
async function listed(): Promise<void> {
  for (let waited = 0; engine.voicesNow().length === 0 && waited < 30_000; waited += 250) await pass(250);
}

describeEngine("system (Chromium with speech-dispatcher)", async () => {
  await listed();
  return { engine, pass };
});

describe("espeak-ng through speech-dispatcher", () => {
  const preferences = { voices: {}, languages: ["en-GB"], offlineOnly: true };
  let voices: readonly Voice[];
  const english = () => chooseVoice(voices, "en-GB", preferences)!;

  beforeAll(async () => {
    await listed();
    voices = engine.voicesNow();
  });

  function say(text: string, voice: Voice, rate = 1): Promise<{ events: SpeechEvent[]; ms: number }> {
    const events: SpeechEvent[] = [];
    const from = performance.now();
    return new Promise((resolve) => {
      engine.speak({ text, lang: voice.lang, voice, rate }, (event) => {
        events.push(event);
        if (event.type === "end" || event.type === "failure") resolve({ events, ms: performance.now() - from });
      });
    });
  }

  it("offers a short list out of a very long one", () => {
    const offered = voicesFor(voices, "en-GB", preferences);
    expect(voices.length).toBeGreaterThan(100);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.length).toBeLessThan(40);
    expect(offered[0]!.lang).toBe("en-GB");
  });

  it("has a voice for each of these languages, and reads with it", async () => {
    const greetings = { de: "Guten Tag.", fr: "Bonjour.", ar: "مرحبا.", ru: "Привет.", zh: "你好。", nb: "God dag." };
    for (const [lang, text] of Object.entries(greetings)) {
      const voice = chooseVoice(voices, lang, preferences);
      expect(voice, lang).toBeDefined();
      expect((await say(text, voice!)).events.at(-1), lang).toEqual({ type: "end" });
    }
  });

  it("has no voice for a language that nobody speaks", () => {
    expect(chooseVoice(voices, "sux", preferences)).toBeUndefined();
  });

  it("reports no words, as the contract allows", async () => {
    const { events } = await say("Not one of these words is reported.", english());
    expect(events).toEqual([{ type: "start" }, { type: "end" }]);
  });

  it("speaks markup as text", async () => {
    const { events } = await say('<speak> A < B & C > D, says <?xml version="1.0"?> nobody.', english(), 2);
    expect(events.at(-1)).toEqual({ type: "end" });
  });
});
