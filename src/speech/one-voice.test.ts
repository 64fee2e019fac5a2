import { afterEach, expect, it, vi } from "vitest";
import { createOneVoice, type OneVoice } from "./one-voice.ts";

const open: OneVoice[] = [];

function tab() {
  const lost = vi.fn();
  const voice = createOneVoice(lost);
  open.push(voice);
  return { voice, lost };
}

afterEach(() => {
  vi.useRealTimers();
  for (const voice of open.splice(0)) voice.release();
});

/** Messages between tabs take a moment. */
const delivered = () => new Promise((resolve) => setTimeout(resolve, 20));

it("the tab that begins last is the only one to read", async () => {
  const [older, newer] = [tab(), tab()];
  older.voice.claim();
  await delivered();
  newer.voice.claim();
  await delivered();
  expect(older.lost).toHaveBeenCalledOnce();
  expect(newer.lost.mock.calls.length, "it heard of the older one before it began").toBe(1);
  older.voice.claim();
  await delivered();
  expect(newer.lost).toHaveBeenCalledTimes(2);
  expect(older.lost).toHaveBeenCalledOnce();
});

it("of two that begin at once one gives way", async () => {
  vi.spyOn(Date, "now").mockReturnValue(1);
  const [one, other] = [tab(), tab()];
  one.voice.claim();
  other.voice.claim();
  await delivered();
  expect(one.lost.mock.calls.length + other.lost.mock.calls.length).toBe(1);
});

it("nobody hears of a tab that has been left", async () => {
  const [left, other] = [tab(), tab()];
  left.voice.release();
  other.voice.claim();
  await delivered();
  expect(left.lost).not.toHaveBeenCalled();
});

it("does without where browsers have no such channel", () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const { voice } = tab();
  expect(() => voice.claim()).not.toThrow();
  vi.unstubAllGlobals();
});
