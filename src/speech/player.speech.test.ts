/** The player with real voices; see system-engine.speech.test.ts. */
import { expect, it, vi } from "vitest";
import type { Utterance } from "#domain/utterances.ts";
import { pageVisibility } from "./page-visibility.ts";
import { createPlayer } from "./player.ts";
import { createSystemEngine } from "./system-engine.ts";

vi.setConfig({ testTimeout: 60_000 });

const TEXTS = ["The first sentence is read.", "***", "Une phrase en français.", "The last one ends it."];

it("reads, pauses, goes on and finishes", async () => {
  const engine = createSystemEngine(speechSynthesis);
  const positions: number[] = [];
  let finished = 0;
  const player = createPlayer({
    engine,
    page: pageVisibility(document),
    mediaSession: navigator.mediaSession,
    rate: 1.5,
    preferences: { voices: {}, languages: ["en-GB"], offlineOnly: true },
    onPosition: ({ block }) => positions.push(block),
    onFinished: () => finished++,
  });
  await vi.waitFor(() => expect(engine.voicesNow().length).toBeGreaterThan(0), { timeout: 30_000 });
  const utterances = TEXTS.map((text, block): Utterance => {
    return {
      block,
      text,
      lang: block === 2 ? "fr" : "en-GB",
      span: { start: 0, end: text.length },
      edits: [],
      startsBlock: true,
    };
  });
  player.load({ utterances, title: "Test", source: "", lang: "en-GB" });

  const until = (condition: () => boolean) =>
    vi.waitFor(() => expect(condition()).toBe(true), { timeout: 25_000, interval: 20 });
  player.play();
  await until(() => player.snapshot.status === "playing");
  player.pause();
  // Gecko notices a moment later.
  await until(() => !speechSynthesis.speaking);
  expect(player.snapshot).toMatchObject({ status: "paused", index: 0 });

  player.play();
  await until(() => player.snapshot.index === 2 && player.snapshot.status === "playing");
  expect(player.snapshot.voice?.lang).toMatch(/^fr/);
  await until(() => player.snapshot.index === 3 && positions.at(-1) === 3);
  expect(player.snapshot.voiceReportsWords).toBe(false);
  expect(navigator.mediaSession.playbackState).toBe("playing");
  await until(() => player.snapshot.status === "finished");
  expect(finished).toBe(1);
  player.dispose();
});
