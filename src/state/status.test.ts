import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Announcer, createAnnouncer } from "./status.ts";

let region: { textContent: string };
let announcer: Announcer;
/** Every text the region has held, in order: what a screen reader would hear of it. */
let heard: string[];
let cleared: number;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  cleared = 0;
  region = {
    set textContent(text: string) {
      if (text) heard.push(text);
      else cleared++;
    },
  };
  announcer = createAnnouncer(region as HTMLElement);
});

afterEach(() => vi.useRealTimers());

it("speaks a moment after the focus has moved, and then falls silent", () => {
  announcer.say("Library");
  expect(heard).toEqual([]);
  vi.runAllTimers();
  expect(heard).toEqual(["Library"]);
});

it("says the same sentence again", () => {
  announcer.say("Library");
  vi.runAllTimers();
  announcer.say("Library");
  vi.runAllTimers();
  expect(heard).toEqual(["Library", "Library"]);
});

it("says only the last of what comes at once", () => {
  announcer.say("Library");
  announcer.say("Tides");
  vi.runAllTimers();
  expect(heard).toEqual(["Tides"]);
});

it("leaves the last sentence its full time", () => {
  announcer.say("Library");
  vi.advanceTimersByTime(2900);
  announcer.say("Tides");
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(["Library", "Tides"]);
  expect(cleared).toBe(0);
});
