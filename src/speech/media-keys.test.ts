import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connectMediaKeys, type MediaActions, SKIP } from "./media-keys.ts";

type Details = { seekTime?: number; seekOffset?: number };

/** A FAKE of the browser's Media Session, which no test in Node can have; it knows every action but `unknown`. */
class FakeMediaSession {
  metadata: { title: string; artist: string; artwork: unknown } | null = null;
  playbackState = "none";
  readonly handlers = new Map<string, ((details: Details) => void) | null>();
  readonly times: (object | undefined)[] = [];
  unknown = "";
  setActionHandler(name: string, handler: ((details: Details) => void) | null): void {
    if (name === this.unknown) throw new TypeError("unknown action");
    this.handlers.set(name, handler);
  }
  setPositionState(state?: object): void {
    this.times.push(state);
  }
}

let session: FakeMediaSession;
/** What the player was asked to do. */
let asked: unknown[][];
let actions: MediaActions;

beforeEach(() => {
  vi.stubGlobal(
    "MediaMetadata",
    class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  );
  session = new FakeMediaSession();
  asked = [];
  const ask =
    (name: string) =>
    (...values: unknown[]) =>
      void asked.push([name, ...values]);
  actions = {
    play: () => ask("play")(),
    pause: () => ask("pause")(),
    stop: () => ask("stop")(),
    next: () => ask("next")(),
    previous: () => ask("previous")(),
    skip: ask("skip"),
    seek: ask("seek"),
  };
});
afterEach(() => vi.unstubAllGlobals());

const connect = () => connectMediaKeys(session as unknown as MediaSession, actions);
const press = (name: string, details: Details = {}) => session.handlers.get(name)!(details);
const ZERO = { position: 0, duration: 60 };

it("passes every key on", () => {
  connect();
  for (const name of ["play", "pause", "stop", "nexttrack", "previoustrack", "seekforward", "seekbackward"])
    press(name);
  press("seekforward", { seekOffset: 30 });
  press("seekto", { seekTime: 12.5 });
  press("seekto");
  expect(asked).toEqual([
    ["play"],
    ["pause"],
    ["stop"],
    ["next"],
    ["previous"],
    ["skip", SKIP],
    ["skip", -SKIP],
    ["skip", 30],
    ["seek", 12.5],
  ]);
});

it("shows what is read, by whom, with a picture, and whether it plays", () => {
  const keys = connect();
  const artwork = [{ src: "icon.png", sizes: "180x180", type: "image/png" }];
  keys.describe({ title: "Title", source: "Source", artwork });
  expect(session.metadata).toMatchObject({ title: "Title", artist: "Source", artwork });
  const states = (["idle", "starting", "playing", "paused", "finished", "failed"] as const).map((status) => {
    keys.show(status, ZERO);
    return session.playbackState;
  });
  expect(states).toEqual(["none", "playing", "playing", "paused", "none", "none"]);
});

it("shows the article’s own picture once that is known, unless another article is read by then", async () => {
  const keys = connect();
  const icon = [{ src: "icon.png" }];
  const lead = [{ src: "images/lead" }];
  const none = Promise.resolve(undefined);
  keys.describe({ title: "Title", source: "Source", artwork: icon }, Promise.resolve(lead));
  expect(session.metadata?.artwork, "at once").toEqual(icon);
  await none;
  expect(session.metadata).toMatchObject({ title: "Title", artist: "Source", artwork: lead });
  session.metadata = null;
  keys.show("playing", ZERO);
  expect(session.metadata, "WebKit is told again").toMatchObject({ artwork: lead });
  keys.describe({ title: "Title", source: "", artwork: icon }, none);
  await none;
  expect(session.metadata).toMatchObject({ artwork: icon });

  keys.describe({ title: "Left", source: "", artwork: icon }, Promise.resolve(lead));
  keys.describe({ title: "Next", source: "", artwork: icon });
  await none;
  expect(session.metadata).toMatchObject({ title: "Next", artwork: icon });
  keys.describe({ title: "Last", source: "", artwork: icon }, Promise.resolve(lead));
  keys.release();
  await none;
  expect(session.metadata).toBeNull();
});

it("tells the time when something has changed, never more than there is, and nothing before it is known", () => {
  const keys = connect();
  keys.show("idle", { position: 0, duration: 0 });
  keys.show("playing", { position: 3, duration: 60 });
  keys.show("playing", { position: 3, duration: 60 });
  keys.show("paused", { position: 70, duration: 60 });
  expect(session.times).toEqual([
    { position: 3, duration: 60, playbackRate: 1 },
    { position: 60, duration: 60, playbackRate: 1 },
  ]);
});

it("takes hold of the keys again when playback begins, where WebKit has let go of them", () => {
  const keys = connect();
  keys.describe({ title: "Title", source: "", artwork: [] });
  session.handlers.clear();
  session.metadata = null;
  keys.show("starting", ZERO);
  expect(session.handlers.size).toBe(0);
  keys.show("playing", ZERO);
  expect(session.handlers.size).toBe(8);
  expect(session.metadata).toMatchObject({ title: "Title" });
});

it("leaves nothing behind", () => {
  const keys = connect();
  keys.describe({ title: "Title", source: "", artwork: [] });
  keys.show("playing", ZERO);
  keys.release();
  expect(session.metadata).toBeNull();
  expect(session.playbackState).toBe("none");
  expect(new Set(session.handlers.values())).toEqual(new Set([null]));
  expect(session.times.at(-1)).toBeUndefined();
});

it("does without what a browser does not know", () => {
  session.unknown = "seekto";
  const keys = connect();
  press("play");
  Object.assign(session, { setPositionState: undefined });
  expect(() => keys.show("playing", ZERO)).not.toThrow();
  expect(asked).toEqual([["play"]]);

  const none = connectMediaKeys(undefined, actions);
  expect(() => {
    none.describe({ title: "", source: "", artwork: [] });
    none.show("playing", ZERO);
    none.release();
  }).not.toThrow();
});
