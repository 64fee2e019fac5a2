/** The time that the player tells, against the sound that the built-in voice makes. */
import { expect, it, vi } from "vitest";
import type { Utterance } from "#domain/utterances.ts";
import { createBuiltInSynthesiser, createBuiltInVoice } from "./built-in/built-in-voice.ts";
import { layTape, type Take, wavOf } from "./built-in/tape.ts";
import { createPlayer } from "./player.ts";
import { pageVisibility } from "./page-visibility.ts";

vi.setConfig({ testTimeout: 60_000 });

const TEXTS = [
  "The tide comes in twice a day, and twice a day it goes out again.",
  "In 1842 the harbour was rebuilt for 3,500 pounds.",
  "Nobody wrote down why.",
  "What is left of the old wall can be seen at low water, from the steps behind the church.",
  "Bring boots.",
];

it("is that of the decoded sound within one in a hundred, once all has been made", async () => {
  const { engine } = createBuiltInVoice(() => new Audio());
  const player = createPlayer({
    engine,
    page: pageVisibility(document),
    rate: 1,
    preferences: { voices: {}, languages: ["en-GB"], offlineOnly: true },
    pauses: () => ({ sentence: 200, paragraph: 500, headings: false }),
  });
  const utterances = TEXTS.map((text): Utterance => ({
    block: 0,
    text,
    lang: "en-GB",
    span: { start: 0, end: text.length },
    edits: [],
    startsBlock: false,
  }));
  player.load({ utterances, title: "Tides", source: "", lang: "en-GB" });
  const made = new Set<string>();
  engine.onMade!(({ text }) => void made.add(text));
  player.play();
  await vi.waitFor(() => expect(made.size).toBe(TEXTS.length), { timeout: 40_000, interval: 50 });
  const duration = player.timeAt(TEXTS.length);
  const starts = TEXTS.map((_, index) => player.timeAt(index));
  player.dispose();

  const { voices, synthesiser } = createBuiltInSynthesiser();
  const voice = voices.find(({ lang }) => lang === "en-GB")!;
  const takes: Take[] = [];
  for (const [index, text] of TEXTS.entries()) {
    const rendering = await synthesiser.render(text, "en-GB", voice);
    takes.push({ said: { text, lang: "en-GB", voice: { key: "" } }, pause: index === 0 ? 0 : 200, rendering });
  }
  const tape = layTape(takes, synthesiser.sampleRate);
  synthesiser.release();
  const context = new OfflineAudioContext(1, 1, synthesiser.sampleRate);
  const decoded = await context.decodeAudioData(await wavOf(tape).arrayBuffer());
  expect(Math.abs(duration - decoded.duration) / decoded.duration).toBeLessThan(0.01);
  for (const [index, start] of starts.entries()) expect(start).toBeCloseTo(tape.takes[index]!.start, 2);
});
