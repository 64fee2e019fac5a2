import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connectMediaKeys } from "./media-keys.ts";

class FakeMediaSession {
  metadata: { title: string; artist: string } | null = null;
  playbackState = "none";
  readonly handlers = new Map<string, (() => void) | null>();
  setActionHandler(name: string, handler: (() => void) | null): void {
    if (name === "previoustrack") throw new TypeError("unknown action");
    this.handlers.set(name, handler);
  }
}

beforeEach(() =>
  vi.stubGlobal(
    "MediaMetadata",
    class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  ),
);
afterEach(() => vi.unstubAllGlobals());

it("passes keys on, shows what is read, and leaves nothing behind", () => {
  const session = new FakeMediaSession();
  const pressed: string[] = [];
  const press = (name: string) => () => void pressed.push(name);
  const keys = connectMediaKeys(session as unknown as MediaSession, {
    play: press("play"),
    pause: press("pause"),
    next: press("next"),
    previous: press("previous"),
  });
  for (const action of ["play", "nexttrack", "pause"]) session.handlers.get(action)!();
  expect(pressed).toEqual(["play", "next", "pause"]);

  keys.describe("Title", "Source");
  expect(session.metadata).toMatchObject({ title: "Title", artist: "Source" });
  const states = (["idle", "starting", "playing", "paused", "finished", "failed"] as const).map((status) => {
    keys.show(status);
    return session.playbackState;
  });
  expect(states).toEqual(["none", "playing", "playing", "paused", "none", "none"]);

  keys.release();
  expect(session.metadata).toBeNull();
  expect([...session.handlers.values()]).toEqual([null, null, null]);
});

it("does nothing where there is no Media Session", () => {
  const keys = connectMediaKeys(undefined, { play: vi.fn(), pause: vi.fn(), next: vi.fn(), previous: vi.fn() });
  expect(() => (keys.describe("", ""), keys.show("playing"), keys.release())).not.toThrow();
});
