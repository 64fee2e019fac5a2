import { signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { START } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import { leavesOf } from "#domain/text.ts";
import type { SleepState } from "#speech/sleep-timer.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { goOn, putFirst } from "./going-on.ts";
import type { ListeningSession } from "./listening-session.ts";
import type { ProblemsModel } from "./problems.ts";
import type { OpenArticle } from "./reader.ts";
import type { EditorParts } from "./settings-editor.ts";

const heard = signal<OpenArticle | undefined>(undefined);
const turning = signal(false);
const session = signal<ListeningSession | undefined>(undefined);
/** Articles that no voice on this device can read. */
let silent: readonly string[];
const hear = vi.fn((opened: OpenArticle) => {
  heard.value = opened;
  const message = signal<unknown>(undefined);
  const index = signal(0);
  session.value = { message, transport: { index } } as unknown as ListeningSession;
  const { id } = opened.article.record;
  queueMicrotask(() => {
    if (silent.includes(id)) message.value = { kind: "not-fetched", lang: "ar" };
    else index.value = 1;
  });
});
let found: Record<string, OpenArticle | "missing" | "unreachable">;
let app: EditorParts;

beforeEach(() => {
  hear.mockClear();
  turning.value = false;
  silent = [];
  heard.value = articleNamed("a");
  found = { b: articleNamed("b"), c: articleNamed("c") };
  const chosen = signal<Preferences>({ queue: ["a", "b", "c"] });
  app = {
    settings: { chosen, look: signal({ attributes: {}, properties: {} }), loaded: signal(true), load: vi.fn() },
    storage: { savePreferences: vi.fn(() => Promise.resolve({})) } as unknown as LibraryStorage,
    problems: { watch: (work: Promise<unknown>) => work } as unknown as ProblemsModel,
  };
});

function articleNamed(id: string, fraction = 0): OpenArticle {
  const article = sampleArticle({ id });
  return { article, leaves: leavesOf(article.body), position: { block: 0, offset: 4 }, fraction };
}

const queue = () => app.settings.chosen.value.queue;
const end = (sleep?: SleepState) =>
  goOn({ heard, hear, session, turning }, { find: (id) => Promise.resolve(found[id]!) }, app, sleep);

describe("when an article has been heard to its end", () => {
  it("leaves the queue, and the next begins at its place, with no quiet in between", async () => {
    const going = end();
    expect(turning.value).toBe(true);
    await going;
    expect(hear).toHaveBeenCalledExactlyOnceWith(found["b"], undefined);
    expect(queue()).toEqual(["b", "c"]);
  });

  it("one that has been read to its end begins at its start", async () => {
    found["b"] = articleNamed("b", 1);
    await end();
    expect(hear.mock.lastCall?.[0]).toMatchObject({ position: START });
  });

  it("nothing begins after the last, or without a queue", async () => {
    app.settings.chosen.value = { queue: ["a"] };
    await end();
    expect(queue()).toEqual([]);
    app.settings.chosen.value = {};
    await end();
    expect(hear).not.toHaveBeenCalled();
    expect(turning.value).toBe(false);
  });

  it("what is gone leaves the queue, what cannot be reached now is passed over and stays", async () => {
    found = { b: "missing", c: "unreachable" };
    await end();
    expect(hear).not.toHaveBeenCalled();
    expect(queue()).toEqual(["c"]);
    expect(turning.value).toBe(false);
  });

  it("what no voice here can read is passed over and stays; the last one says why", async () => {
    silent = ["b"];
    await end();
    expect(hear.mock.calls.map(([opened]) => opened.article.record.id)).toEqual(["b", "c"]);
    expect(queue()).toEqual(["b", "c"]);
    heard.value = articleNamed("a");
    app.settings.chosen.value = { queue: ["a", "b"] };
    await end();
    expect(heard.value.article.record.id).toBe("b");
    expect(session.value!.message.value).toMatchObject({ kind: "not-fetched" });
  });

  it("nothing begins where the reader has stopped it in the meantime", async () => {
    const going = end();
    heard.value = undefined;
    await going;
    expect(hear).not.toHaveBeenCalled();
  });
});

describe("the sleep timer", () => {
  it.each([{ until: "article" }, { until: "paragraph" }] as const)(
    "that waits for the end ($until) is over",
    async (wish) => {
      await end({ wish, endsAt: undefined });
      expect(hear).not.toHaveBeenCalled();
      expect(queue()).toEqual(["b", "c"]);
    },
  );

  it("that counts goes on into the next article, and is over when its time is", async () => {
    const sleep: SleepState = { wish: { until: "time", minutes: 5 }, endsAt: Date.now() + 60_000 };
    await end(sleep);
    expect(hear).toHaveBeenCalledExactlyOnceWith(found["b"], sleep);
    hear.mockClear();
    await end({ ...sleep, endsAt: Date.now() - 1 });
    expect(hear).not.toHaveBeenCalled();
  });
});

it("puts what is heard first in a queue, and makes none of its own", () => {
  putFirst(app, "c");
  expect(queue()).toEqual(["c", "a", "b"]);
  app.settings.chosen.value = {};
  putFirst(app, "c");
  expect(queue()).toBeUndefined();
});
