import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Position, START } from "#domain/position.ts";
import { leavesOf } from "#domain/text.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import type { ListeningSession, ListeningTransport, SessionOptions } from "./listening-session.ts";
import { createListening, type ListeningModel } from "./listening.ts";
import { whenIdle } from "./when-idle.ts";
import { moveAlong } from "./move-along.ts";
import type { OpenArticle, ReaderModel } from "./reader.ts";
import type { EditorParts } from "./settings-editor.ts";
import type { SpokenWords } from "#domain/utterances.ts";

/** The door through which the parts come that read aloud. */
const door = vi.hoisted(() => ({ session: vi.fn(), speech: vi.fn() }));
const goOn = vi.fn();
const putFirst = vi.fn();
vi.mock("./lazy.ts", () => ({
  loadListeningSession: door.session,
  loadReadAloud: door.speech,
  loadGoingOn: () => Promise.resolve({ goOn, putFirst }),
}));

let active: Signal<boolean>;
let reader: ReaderModel;
/** The reading position. */
let place: Signal<Position>;
/** The article on screen. */
let shown: Signal<OpenArticle | undefined>;
let session: ListeningSession;
let listening: ListeningModel;
/** Sessions made so far. */
let made: number;
/** The articles that they were made for. */
let taken: string[];
/** What the browser was asked to say past the session, to let it speak at all. */
let unlocked: string[];
/** How many audio elements were played past the session, for the same reason. */
let played: number;
/** The element that the session was given. */
let given: unknown;
/** The last sentence has been said. */
let end: SessionOptions["onEnded"];

beforeEach(() => {
  made = 0;
  taken = [];
  unlocked = [];
  const speechSynthesis = { speak: ({ text }: { text: string }) => unlocked.push(text) };
  vi.stubGlobal("window", { speechSynthesis });
  vi.stubGlobal("speechSynthesis", speechSynthesis);
  vi.stubGlobal("SpeechSynthesisUtterance", function Utterance(text: string) {
    return { text };
  });
  played = 0;
  vi.stubGlobal("Audio", function FakeAudio() {
    return { play: () => Promise.resolve(void played++) };
  });
  active = signal(false);
  session = {
    place: signal({ id: "tides", position: { block: 0, offset: 0 }, fraction: 0, updatedAt: 0, revision: "1" }),
    active,
    ready: signal(true),
    spoken: signal(undefined),
    spokenHeading: signal(undefined),
    message: signal(undefined),
    voices: signal([]),
    chosenVoice: signal(undefined),
    packs: signal([]),
    packOf: () => undefined,
    lookAtPacks: vi.fn<() => void>(),
    fetchPack: vi.fn<() => Promise<void>>(),
    removePack: vi.fn<() => Promise<void>>(),
    voiceBytes: signal(0),
    removeVoice: vi.fn<() => Promise<void>>(),
    builtInCanGoOn: signal(false),
    goOnBuiltIn: vi.fn<() => void>(),
    transport: { playAt: vi.fn(), setSleep: vi.fn() } as unknown as ListeningTransport,
    play: vi.fn(() => (active.value = true)),
    pause: vi.fn(() => (active.value = false)),
    toggle: vi.fn(),
    next: vi.fn(),
    previous: vi.fn(),
    voiceChoice: vi.fn(),
    said: () => [],
    wordless: signal(false),
    tryOut: vi.fn(),
    allowOnlineVoices: vi.fn(),
    dispose: vi.fn(() => {
      active.value = false;
      place.value = { block: 1, offset: 0 };
    }),
  };
  door.speech.mockReset().mockResolvedValue({});
  door.session.mockReset().mockResolvedValue({
    createListeningSession: (...parts: unknown[]) => {
      made++;
      taken.push((parts[4] as OpenArticle).article.record.id);
      ({ audio: given, onEnded: end } = parts[5] as SessionOptions);
      return session;
    },
  });
  place = signal({ block: 0, offset: 0 });
  shown = signal(articleNamed("tides"));
  const moveTo = (to: Position) => (place.value = to);
  reader = { open: shown, position: place, fraction: signal(0), moveTo } as unknown as ReaderModel;
  listening = createListening(reader, {} as EditorParts, {
    image: String,
    imageWithoutDescription: "",
    code: String,
    table: String,
  });
});

afterEach(() => vi.unstubAllGlobals());

function articleNamed(id: string): OpenArticle {
  const article = sampleArticle({ id });
  return { article, leaves: leavesOf(article.body), position: START, fraction: 0 };
}

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
    expect(played).toBe(1);
  });

  it("hands the element that was played within the press to the session", async () => {
    listening.start();
    await settled();
    expect(given).toMatchObject({ play: expect.any(Function) });
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

describe("listening from a place", () => {
  it("opens the player there", async () => {
    listening.startAt({ block: 3, offset: 7 });
    expect(place.value).toEqual({ block: 3, offset: 7 });
    // The page scrolls on while the code is on its way.
    place.value = { block: 9, offset: 0 };
    await settled();
    expect(session.transport.playAt).toHaveBeenCalledExactlyOnceWith({ block: 3, offset: 7 });
  });

  it("goes there with the voice that is here, and the page comes along", async () => {
    listening.start();
    await settled();
    const before = listening.returning.value;
    listening.startAt({ block: 3, offset: 7 });
    expect(session.transport.playAt).toHaveBeenCalledExactlyOnceWith({ block: 3, offset: 7 });
    expect(made).toBe(1);
    expect(listening.returning.value).toBe(before + 1);
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

describe("leaving the article", () => {
  beforeEach(async () => {
    listening.start();
    await settled();
  });

  /** As the reader's view does it. */
  const leave = () => {
    listening.leave();
    shown.value = undefined;
  };

  it("lets the voice read on, without the player that is of the article's page", () => {
    leave();
    expect(listening.active.value).toBe(true);
    expect(listening.open.value).toBe(false);
    expect(listening.heard.value?.article.record.id).toBe("tides");
    expect(session.dispose).not.toHaveBeenCalled();
  });

  it("and coming back finds the same session", () => {
    leave();
    shown.value = articleNamed("tides");
    expect(listening.open.value).toBe(true);
    listening.start();
    expect(made).toBe(1);
  });

  it("keeps a voice that is paused, and nothing that has ended or failed", () => {
    listening.pause();
    (session.spoken as Signal<unknown>).value = { block: 0, sentence: { start: 0, end: 5 }, word: undefined };
    leave();
    expect(listening.session.value).toBe(session);
    shown.value = articleNamed("tides");
    (session.spokenHeading as Signal<unknown>).value = session.spoken.value;
    (session.spoken as Signal<unknown>).value = undefined;
    leave();
    expect(listening.session.value, "within the title").toBe(session);
    shown.value = articleNamed("tides");
    (session.message as Signal<unknown>).value = { kind: "finished", lang: "" };
    leave();
    expect(session.dispose).toHaveBeenCalledOnce();
    expect(listening.heard.value).toBeUndefined();
  });

  it("for another one leaves the voice with the first until Listen is pressed there, and is no quiet", async () => {
    leave();
    shown.value = articleNamed("dunes");
    expect(listening.open.value).toBe(false);
    expect(taken).toEqual(["tides"]);
    const quiet = vi.fn();
    whenIdle(listening.active, quiet);
    listening.start();
    await settled();
    expect(session.dispose).toHaveBeenCalledOnce();
    expect(taken).toEqual(["tides", "dunes"]);
    expect(listening.open.value).toBe(true);
    expect(quiet).not.toHaveBeenCalled();
  });

  it("while what reads aloud is still on its way starts the article it was asked for", async () => {
    listening.close();
    const fresh = createListening(reader, {} as EditorParts, {} as SpokenWords);
    fresh.start();
    fresh.leave();
    shown.value = undefined;
    await settled();
    expect(taken.at(-1)).toBe("tides");
    expect(fresh.active.value).toBe(true);
  });

  it("for another revision of the same text leaves it behind: places would not fit", () => {
    leave();
    const { article, ...rest } = articleNamed("tides");
    shown.value = { ...rest, article: { ...article, record: { ...article.record, revision: "another" } } };
    expect(listening.open.value).toBe(false);
  });
});

describe("one article after another", () => {
  it("what is heard comes to the head of the queue, and its end is where the next may begin", async () => {
    listening.start();
    await settled();
    expect(putFirst).toHaveBeenLastCalledWith(expect.anything(), "tides");
    const sleep = { wish: { until: "time", minutes: 5 }, endsAt: 300_000 } as const;
    end?.(sleep);
    expect(goOn.mock.lastCall?.at(-1)).toBe(sleep);
  });

  it("the next is read without being on screen, and the sleep timer goes on to its time", async () => {
    listening.start();
    await settled();
    const quiet = vi.fn();
    whenIdle(listening.active, quiet);
    active.value = false;
    listening.turning.value = true;
    await settled();
    listening.hear(articleNamed("dunes"), { wish: { until: "time", minutes: 5 }, endsAt: 300_000 });
    await settled();
    expect(taken).toEqual(["tides", "dunes"]);
    expect(session.transport.setSleep).toHaveBeenCalledWith({ until: "time", minutes: 5 }, 300_000);
    expect(listening.open.value).toBe(false);
    expect(listening.active.value).toBe(true);
    expect(quiet, "between two articles is no quiet").not.toHaveBeenCalled();
  });

  it("what is taken up is silent until it is resumed", async () => {
    shown.value = undefined;
    listening.takeUp(articleNamed("dunes"));
    await settled();
    expect(made).toBe(0);
    expect(listening.wanted.value).toBe(false);
    listening.resume();
    await settled();
    expect(taken).toEqual(["dunes"]);
    expect(session.play).toHaveBeenCalledOnce();
  });
});

describe("going to another part of the text", () => {
  it("takes a voice along from there, and nobody who waits for quiet takes it for that", async () => {
    listening.start();
    await settled();
    const quiet = vi.fn();
    whenIdle(listening.active, quiet);
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
    whenIdle(listening.active, work);
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
    whenIdle(listening.active, work);
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
