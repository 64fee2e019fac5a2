import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Position } from "#domain/position.ts";
import type { ListeningSession } from "./listening-session.ts";
import { createListening, type ListeningModel } from "./listening.ts";
import { moveAlong } from "./move-along.ts";
import type { ReaderModel } from "./reader.ts";
import type { EditorParts } from "./settings-editor.ts";

/** The door through which the parts come that read aloud. */
const door = vi.hoisted(() => ({ session: vi.fn(), speech: vi.fn() }));
vi.mock("./lazy.ts", () => ({ loadListeningSession: door.session, loadReadAloud: door.speech }));

let active: Signal<boolean>;
let reader: ReaderModel;
/** The reading position. */
let place: Signal<Position>;
let session: ListeningSession;
let listening: ListeningModel;
/** Sessions made so far. */
let made: number;
/** What the browser was asked to say past the session, to let it speak at all. */
let unlocked: string[];

beforeEach(() => {
  made = 0;
  unlocked = [];
  const speechSynthesis = { speak: ({ text }: { text: string }) => unlocked.push(text) };
  vi.stubGlobal("window", { speechSynthesis });
  vi.stubGlobal("speechSynthesis", speechSynthesis);
  vi.stubGlobal("SpeechSynthesisUtterance", function Utterance(text: string) {
    return { text };
  });
  active = signal(false);
  session = {
    active,
    ready: signal(true),
    spoken: signal(undefined),
    message: signal(undefined),
    voices: signal([]),
    chosenVoice: signal(undefined),
    play: vi.fn(() => (active.value = true)),
    pause: vi.fn(() => (active.value = false)),
    toggle: vi.fn(),
    next: vi.fn(),
    previous: vi.fn(),
    chooseVoice: vi.fn(),
    allowOnlineVoices: vi.fn(),
    dispose: vi.fn(() => {
      active.value = false;
      place.value = { block: 1, offset: 0 };
    }),
  };
  door.speech.mockReset().mockResolvedValue({});
  door.session.mockReset().mockResolvedValue({
    createListeningSession: () => {
      made++;
      return session;
    },
  });
  place = signal({ block: 0, offset: 0 });
  reader = { position: place, moveTo: (to: Position) => (place.value = to) } as unknown as ReaderModel;
  listening = createListening(reader, {} as EditorParts, { image: String, imageWithoutDescription: "" });
});

afterEach(() => vi.unstubAllGlobals());

/** Lets what has been fetched arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("pressing Listen", () => {
  it("opens the player at once and plays when the parts have come", async () => {
    listening.start();
    expect(listening.open.value).toBe(true);
    expect(listening.session.value).toBeUndefined();
    await settled();
    expect(session.play).toHaveBeenCalledOnce();
    expect(listening.active.value).toBe(true);
  });

  it("plays within the press itself once the parts were fetched before, as iOS demands", async () => {
    listening.warmUp();
    await settled();
    expect(made).toBe(0);
    listening.start();
    expect(session.play).toHaveBeenCalledOnce();
    expect(unlocked).toEqual([]);
  });

  it("says nothing aloud within a press that has to fetch the parts, which iOS takes for the leave to speak", () => {
    listening.start();
    expect(unlocked).toEqual([""]);
  });

  it("works in a browser without any speech", async () => {
    vi.stubGlobal("window", {});
    listening.start();
    await settled();
    expect(session.play).toHaveBeenCalledOnce();
  });

  it("twice makes one session", async () => {
    listening.start();
    listening.start();
    await settled();
    listening.start();
    expect(made).toBe(1);
  });

  it("can prepare without a sound, for the shortcut that no press stands behind", async () => {
    listening.prepare();
    await settled();
    expect(listening.session.value).toBe(session);
    expect(session.play).not.toHaveBeenCalled();
  });
});

describe("parts that do not come", () => {
  it("are told of, and asked for again", async () => {
    door.speech.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    listening.start();
    await settled();
    expect(listening.failedToLoad.value).toBe(true);
    listening.start();
    expect(listening.failedToLoad.value).toBe(false);
    await settled();
    expect(session.play).toHaveBeenCalledOnce();
  });

  it("trouble nobody who only came near", async () => {
    door.speech.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    listening.warmUp();
    await settled();
    expect(listening.failedToLoad.value).toBe(false);
  });
});

describe("closing the player", () => {
  it("silences the voice and lets it be opened anew", async () => {
    listening.start();
    await settled();
    listening.following.value = false;
    listening.close();
    expect(session.dispose).toHaveBeenCalledOnce();
    expect(listening.open.value).toBe(false);
    expect(listening.active.value).toBe(false);
    expect(listening.following.value).toBe(true);
    listening.start();
    expect(made).toBe(2);
  });

  it("drops a voice that was still on its way", async () => {
    listening.start();
    listening.close();
    await settled();
    expect(made).toBe(0);
    expect(listening.session.value).toBeUndefined();
  });
});

describe("going to another part of the text", () => {
  it("takes a voice along from there, and nobody who waits for quiet takes it for that", async () => {
    listening.start();
    await settled();
    const quiet = vi.fn();
    listening.whenQuiet(quiet);
    place.value = { block: 7, offset: 3 };
    const before = listening.returning.value;
    moveAlong({ reader, listening });
    await settled();
    expect(place.value).toEqual({ block: 7, offset: 3 });
    expect(made).toBe(2);
    expect(session.play).toHaveBeenCalledTimes(2);
    expect(listening.returning.value).toBe(before + 1);
    expect(quiet).not.toHaveBeenCalled();
  });

  it("leaves a voice that is paused silent, and one that nobody wanted alone", async () => {
    moveAlong({ reader, listening });
    expect(made).toBe(0);
    listening.prepare();
    await settled();
    moveAlong({ reader, listening });
    expect(made).toBe(2);
    expect(session.play).not.toHaveBeenCalled();
  });
});

describe("work that waits for quiet", () => {
  it("is done at once where no voice speaks", () => {
    const work = vi.fn();
    listening.whenQuiet(work);
    expect(work).toHaveBeenCalledOnce();
  });

  it.each([
    ["is paused", () => listening.pause()],
    ["has ended", () => (active.value = false)],
    ["is closed", () => listening.close()],
  ])("is done once, when the voice %s", async (_, end) => {
    listening.start();
    await settled();
    const work = vi.fn();
    listening.whenQuiet(work);
    await settled();
    expect(work).not.toHaveBeenCalled();
    end();
    await settled();
    expect(work).toHaveBeenCalledOnce();
    listening.start();
    listening.close();
    await settled();
    expect(work).toHaveBeenCalledOnce();
  });
});
