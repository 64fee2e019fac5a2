import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { START } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import type { SpokenWords } from "#domain/utterances.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { leavesOf } from "#domain/text.ts";
import type * as ReadAloud from "#speech/read-aloud.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import type { ProblemsModel } from "./problems.ts";
import type { OpenArticle } from "./reader.ts";
import { type SavingAudio, savingOf, savingUnderWay } from "./saving-audio.ts";
import type { EditorParts } from "./settings-editor.ts";

/** The door through which the parts come that read aloud. */
const door = vi.hoisted(() => ({ speech: vi.fn() }));
vi.mock("./lazy.ts", () => ({ loadReadAloud: door.speech, loadSettingsEditor: vi.fn() }));

type Making = Parameters<typeof ReadAloud.saveAudio>[0] & {
  finish(): void;
  fail(reason: ReadAloud.RecordingError["reason"]): void;
};

let app: EditorParts;
let open: ReturnType<typeof signal<OpenArticle | undefined>>;
/** What is being made, the last one last. */
let makings: Making[];
/** Files that were let go of, and addresses. */
let discarded: number;
let revoked: string[];

class FakeError extends Error {
  constructor(
    readonly reason: ReadAloud.RecordingError["reason"],
    readonly lang: string,
  ) {
    super(reason);
  }
}

/** A FAKE of what makes sound: it makes a file when it is told to. */
const speech = {
  formatsHere: async () => ["opus", "wav"],
  planAudio: () => ({ passages: [], leftOut: [], seconds: 60 }),
  bytesPerSecond: () => 100,
  RecordingError: FakeError,
  saveAudio: (options: Making) =>
    new Promise((resolve, reject) => {
      const made = { file: new Blob(["ab"]), seconds: 61, leftOut: [], discard: () => void discarded++ };
      makings.push({
        ...options,
        finish: () => resolve(made),
        fail: (reason) => reject(new FakeError(reason, "fr")),
      });
    }),
};

function articleNamed(id: string): OpenArticle {
  const article = sampleArticle({ id });
  return { article, leaves: leavesOf(article.body), position: START, fraction: 0 };
}

beforeEach(() => {
  vi.useFakeTimers();
  door.speech.mockResolvedValue(speech);
  makings = [];
  discarded = 0;
  revoked = [];
  vi.stubGlobal("navigator", { languages: ["en"] });
  vi.stubGlobal("URL", { createObjectURL: () => "blob:1", revokeObjectURL: (url: string) => void revoked.push(url) });
  open = signal<OpenArticle | undefined>(articleNamed("a"));
  const chosen = signal<Preferences>({});
  app = {
    settings: { chosen, look: signal({ attributes: {}, properties: {} }), loaded: signal(true), load: vi.fn() },
    storage: {} as LibraryStorage,
    problems: {} as ProblemsModel,
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const find = async (id: string) => (id === "gone" ? ("missing" as const) : articleNamed(id));
const saving = async (id = "a") => (await savingOf(id, { reader: { open, find }, words: {} as SpokenWords }, app))!;
const underWay = () => savingUnderWay(app).value?.record.id;
const kind = ({ stage }: SavingAudio) => stage.value.kind;

async function ready(id = "a"): Promise<SavingAudio> {
  const made = await saving(id);
  made.start("opus");
  makings.at(-1)!.finish();
  await vi.waitFor(() => expect(kind(made)).toBe("ready"));
  return made;
}

describe("a sound file", () => {
  it("is no work before it is begun, and can be of an article that is not open", async () => {
    expect((await saving()).formats).toEqual([
      { format: "opus", bytes: 6000 },
      { format: "wav", bytes: 6000 },
    ]);
    expect((await saving("b")).record.id).toBe("b");
    expect(await savingOf("gone", { reader: { open, find }, words: {} as SpokenWords }, app)).toBeUndefined();
    expect(underWay()).toBeUndefined();
  });

  it("goes on when its article is closed, and is found again as it stands", async () => {
    const made = await saving();
    made.start("opus");
    open.value = undefined;
    makings[0]!.onProgress({ fraction: 0.4 });
    expect(makings[0]!.signal.aborted).toBe(false);
    expect(underWay()).toBe("a");
    expect(await saving()).toBe(made);
    expect(made.stage.value).toEqual({ kind: "working", fraction: 0.4 });
    makings[0]!.finish();
    await vi.waitFor(() => expect(kind(made)).toBe("ready"));
    expect(savingUnderWay(app).value).toBe(made);
  });

  it("is made one at a time: another waits until the first has been let go of", async () => {
    const first = await ready("a");
    const second = await saving("b");
    second.start("wav");
    expect([kind(second), makings.length, underWay()]).toEqual(["choosing", 1, "a"]);
    first.reset();
    expect([discarded, underWay()]).toEqual([1, undefined]);
    second.start("wav");
    expect([kind(second), makings.length, underWay()]).toEqual(["working", 2, "b"]);
    first.start("opus");
    expect(makings).toHaveLength(2);
  });

  it("that failed is in nobody’s way", async () => {
    const first = await saving("a");
    first.start("opus");
    makings[0]!.fail("memory");
    await vi.waitFor(() =>
      expect(first.stage.value).toMatchObject({ kind: "failed", reason: "memory", format: "opus" }),
    );
    expect(underWay(), "the reader is to hear of it").toBe("a");
    const second = await saving("b");
    second.start("opus");
    expect([kind(first), underWay()]).toEqual(["choosing", "b"]);
  });

  it("that is cancelled leaves nothing, not even where it was ready that moment", async () => {
    const made = await saving();
    made.start("opus");
    made.cancel();
    expect(makings[0]!.signal.aborted).toBe(true);
    expect(made.stage.value).toEqual({ kind: "choosing", stopped: true });
    expect(underWay()).toBeUndefined();
    makings[0]!.finish();
    await vi.waitFor(() => expect(discarded).toBe(1));
    expect(kind(made)).toBe("choosing");
  });

  it("that the browser was given is still there for it to read, and let go of later", async () => {
    const made = await ready();
    made.became("handed-over");
    made.reset();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([discarded, revoked, underWay()]).toEqual([0, [], undefined]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect([discarded, revoked]).toEqual([1, ["blob:1"]]);
  });

  it("that is being written is there until that is over", async () => {
    const made = await ready();
    made.became("saving");
    made.reset();
    expect([discarded, revoked, underWay()]).toEqual([0, [], undefined]);
    await vi.advanceTimersByTimeAsync(660_000);
    expect([discarded, revoked]).toEqual([1, ["blob:1"]]);
  });

  it.each(["saved", "handed-over"] as const)("that is %s is in nobody’s way", async (outcome) => {
    const first = await ready("a");
    const second = await saving("b");
    for (const before of ["saving", "failed"] as const) {
      first.became(before);
      second.start("opus");
      expect([kind(first), kind(second)], before).toEqual(["ready", "choosing"]);
    }
    first.became(outcome);
    second.start("opus");
    expect([kind(first), kind(second), underWay()]).toEqual(["choosing", "working", "b"]);
  });

  it("that has been written is let go of at once; what was written too late is not taken for the next", async () => {
    const made = await ready();
    made.became("saved");
    made.reset();
    expect([discarded, revoked]).toEqual([1, ["blob:1"]]);
    made.became("saved");
    expect(made.outcome.value).toBe("none");
  });
});
