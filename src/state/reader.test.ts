import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ArticleRecord, Block } from "#domain/article.ts";
import { FINISHED, START } from "#domain/position.ts";
import type { StoredPosition } from "#storage/database.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { fillDisk } from "#storage/testing.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";
import { createReader, type OpenArticle, type ReaderModel } from "./reader.ts";
import { createShippedArticles } from "./shipped.ts";
import { type FakeNetwork, fakeNetwork } from "./testing.ts";

/** Ten paragraphs of ten letters: a tenth of the text each. */
const TEN: Block[] = Array.from({ length: 10 }, () => ({ type: "paragraph", content: [{ text: "ten letter" }] }));

const shippedArticle = (record: Partial<ArticleRecord> = {}) =>
  sampleArticle({ origin: "shipped", minutes: 5, ...record }, TEN);

let storage: LibraryStorage;
let network: FakeNetwork;
let problems: ProblemsModel;
let reader: ReaderModel;

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  network = fakeNetwork(shippedArticle(), shippedArticle({ id: "moons" }));
  problems = createProblems();
  reader = createReader(storage, createShippedArticles("/"), problems);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  storage.close();
});

const at = (block: number, offset = 0) => ({ block, offset });
const place = (position = at(3, 2), fraction = 0.32): StoredPosition => ({
  id: "tides",
  position,
  fraction,
  updatedAt: 1,
  revision: "r1",
});

/** Loads an article that can be read, and takes it up. */
async function enter(id = "tides", position?: { block: number; offset: number }): Promise<OpenArticle> {
  const outcome = await reader.load(id, position);
  if (typeof outcome === "string") throw new Error(outcome);
  reader.enter(outcome);
  return outcome;
}

describe("loading an article", () => {
  it("fetches it the first time and keeps it", async () => {
    const opened = await enter();
    expect(opened).toMatchObject({ article: shippedArticle(), position: START, fraction: 0 });
    expect(opened.leaves.map((leaf) => leaf.text)).toEqual(TEN.map(() => "ten letter"));
    await vi.waitFor(async () => expect(await storage.readArticle("tides")).toEqual(shippedArticle()));
  });

  it("asks no network for what is here", async () => {
    await storage.saveArticle(shippedArticle());
    expect(await reader.load("tides")).toMatchObject({ article: shippedArticle() });
    expect(network.asked).toEqual([]);
  });

  it("never asks for an article that the reader saved", async () => {
    const saved = sampleArticle({ id: "mine" });
    await storage.saveArticle(saved);
    await storage.saveRecords([{ ...saved.record, revision: "r2" }]);
    expect(await reader.load("mine")).toMatchObject({ article: { body: saved.body } });
    expect(network.asked).toEqual([]);
  });

  it("says that it is missing where nobody has it", async () => {
    expect(await reader.load("nowhere")).toBe("missing");
    network.state = "pages";
    expect(await reader.load("nowhere"), "although a static host answers with a page").toBe("missing");
    expect(problems.storage.value).toBeUndefined();
  });

  it.each(["offline", "down"] as const)("says that it cannot be reached where the network is %s", async (state) => {
    network.state = state;
    expect(await reader.load("tides")).toBe("unreachable");
    expect(problems.storage.value).toBeUndefined();
  });

  it("drops the answer for an article that is not wanted any more", async () => {
    const first = reader.load("tides");
    const second = reader.load("moons");
    expect(await first).toBe("stale");
    expect(await second).toMatchObject({ article: { record: { id: "moons" } } });
  });

  it("drops a failure that comes too late as well", async () => {
    network.state = "offline";
    const first = reader.load("tides");
    reader.close();
    expect(await first).toBe("stale");
  });

  it("reads on without a disk, and says that it is full", async () => {
    const makeRoom = fillDisk("bodies");
    expect(await reader.load("tides")).toMatchObject({ article: shippedArticle() });
    await vi.waitFor(() => expect(problems.storage.value).toBe("quota"));
    makeRoom();
  });

  it("leaves the open article alone until the next one is entered", async () => {
    await enter("tides", at(5));
    const next = await reader.load("moons");
    expect(reader.open.value?.article.record.id).toBe("tides");
    expect(reader.position.value).toEqual(at(5));
    reader.close();
    reader.enter(next as OpenArticle);
    expect(reader.open.value?.article.record.id).toBe("moons");
    expect(reader.position.value).toEqual(START);
  });
});

describe("a shipped article of which the list knows a newer text", () => {
  const newer = sampleArticle({ origin: "shipped", revision: "r2" }, TEN.slice(0, 4));

  beforeEach(async () => {
    await storage.saveArticle(shippedArticle());
    await storage.saveRecords([newer.record]);
    network.articles = [newer];
  });

  it("is fetched and replaced", async () => {
    expect(await reader.load("tides")).toMatchObject({ article: newer });
    await vi.waitFor(async () => expect(await storage.hasBody("tides", "r2")).toBe(true));
  });

  it.each(["offline", "down"] as const)("is read in the old text where the network is %s", async (state) => {
    network.state = state;
    expect(await reader.load("tides")).toMatchObject({
      article: { record: { revision: "r1" }, body: shippedArticle().body },
    });
  });

  it("is read in the old text where no new one comes after all", async () => {
    network.articles = [];
    expect(await reader.load("tides")).toMatchObject({ article: { record: { revision: "r1" } } });
  });
});

describe("the place to open at", () => {
  it("is where reading stopped", async () => {
    await storage.savePosition(place());
    expect(await enter()).toMatchObject({ position: at(3, 2), fraction: 0.32 });
    expect(reader.position.value).toEqual(at(3, 2));
    expect(reader.fraction.value).toBe(0.32);
  });

  it("is the one that the address names, before any other", async () => {
    await storage.savePosition(place());
    expect(await reader.load("tides", at(5))).toMatchObject({ position: at(5), fraction: 0.5 });
  });

  it("is where its words are in a text that has been revised since, or as far through it", async () => {
    const revised: Block[] = [...TEN.slice(0, 2), { type: "paragraph", content: [{ text: "Here. And on." }] }, ...TEN];
    network.articles = [sampleArticle({ origin: "shipped", minutes: 5, revision: "r2" }, revised)];
    await storage.savePosition({ ...place(at(0, 6), 0.06), quote: "And on." });
    expect(await reader.load("tides")).toMatchObject({ position: at(2, 6) });
    await storage.savePosition({ ...place(at(4, 0), 0.5), quote: "gone" });
    const opened = await enter();
    expect(opened.position.block).toBeGreaterThan(4);
    expect(opened.fraction).toBeCloseTo(0.5, 0);
    await storage.savePosition({ ...place(at(4, 0), 1), quote: "And on." });
    expect(await reader.load("tides"), "read is read").toMatchObject({ fraction: 1 });
  });

  it("is held inside a text that has become shorter", async () => {
    await storage.savePosition(place(at(99, 99)));
    expect(await reader.load("tides")).toMatchObject({ position: at(9, 10) });
  });
});

describe("moving the reading position", () => {
  it("moves the progress and the minutes left", async () => {
    await enter();
    expect(reader.minutesLeft.value).toBe(5);
    reader.moveTo(at(4));
    expect(reader.fraction.value).toBeCloseTo(0.4);
    expect(reader.minutesLeft.value).toBe(3);
    reader.moveTo(at(9, 5));
    expect(reader.minutesLeft.value, "a minute is the least there is to say").toBe(1);
    reader.moveTo(at(9, 9));
    expect(reader.fraction.value).toBeGreaterThanOrEqual(FINISHED);
    expect(reader.minutesLeft.value).toBe(0);
  });

  it("has come to the end when the end is in view, whatever sentence is on top", async () => {
    await enter();
    reader.moveTo(at(7), true);
    expect(reader.fraction.value).toBe(1);
    expect(reader.position.value).toEqual(at(7));
  });

  it("is stored after a while, and not for every step", async () => {
    await enter();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const save = vi.spyOn(storage, "savePosition");
    for (const block of [1, 2, 3]) reader.moveTo(at(block));
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await storage.readPosition("tides"))?.position).toEqual(at(3)));
    expect(save).toHaveBeenCalledOnce();
  });

  it("is stored at once when the page goes away", async () => {
    await enter();
    reader.moveTo(at(3, 2));
    reader.keep();
    await vi.waitFor(async () =>
      expect(await storage.readPosition("tides")).toMatchObject({
        position: at(3, 2),
        fraction: 0.32,
        revision: "r1",
        quote: "n letter",
      }),
    );
  });

  it("is stored when the article is left, and then no more", async () => {
    await enter();
    reader.moveTo(at(3, 2));
    reader.close();
    reader.moveTo(at(8));
    reader.keep();
    expect(reader.open.value).toBeUndefined();
    await vi.waitFor(async () => expect((await storage.readPosition("tides"))?.position).toEqual(at(3, 2)));
  });

  it("stores nothing for an article that was only opened", async () => {
    await enter("tides", at(3));
    reader.moveTo(at(3));
    reader.keep();
    reader.close();
    expect(await storage.readPosition("tides")).toBeUndefined();
  });

  it("says when it could not be stored", async () => {
    await enter();
    const makeRoom = fillDisk("positions");
    reader.moveTo(at(3));
    reader.keep();
    await vi.waitFor(() => expect(problems.storage.value).toBe("quota"));
    makeRoom();
  });
});
