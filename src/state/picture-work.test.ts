import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import type { PictureChoice } from "#domain/settings.ts";
import { createImageStore, type ImageStore } from "#storage/images.ts";
import { createSavedArticles, type SavedArticles } from "#storage/saved-articles.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { fillDisk } from "#storage/testing.ts";
import { createPictureWork, type PictureWork } from "./picture-work.ts";

class Problem extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

let storage: LibraryStorage;
let images: ImageStore;
let saved: SavedArticles;
let choice: PictureChoice;
/** Of each picture, why it does not come; the next of several reasons each time, and then it does. */
let problems: Record<string, string[]>;
let asked: { address: string; size: string; page: string | undefined }[];
/** What was given up. */
let letGo: string[];
let works: PictureWork[];

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  images = createImageStore(storage);
  saved = createSavedArticles(storage);
  choice = "full";
  problems = {};
  asked = [];
  letGo = [];
  works = [];
});

afterEach(async () => {
  for (const work of works) await work.settled();
  storage.close();
  vi.unstubAllGlobals();
});

/** An article that shows these pictures, of which none is here. */
async function save(id: string, ...keys: string[]): Promise<void> {
  const { record, body } = sampleArticle({ id, origin: "saved" });
  const blocks = keys.map((key) => ({ type: "figure" as const, image: { src: `images/${key}`, alt: "" } }));
  await saved.saveImported({
    article: { record: { ...record, address: `https://example.org/${id}` }, body: { ...body, blocks } },
    source: { kind: "html", addresses: [], hash: id },
    images: keys.map((key) => ({ key, address: `https://example.org/${key}.png` })),
  });
}

function startWork(patience?: number): PictureWork {
  const work = createPictureWork({
    name: "pictures",
    images,
    choice: () => choice,
    loadReader: async () => ({
      async fetch(address, size, signal, page) {
        asked.push({ address, size, page });
        const problem = problems[address.slice(20, -4)]?.shift();
        if (problem === "stands still") {
          signal.addEventListener("abort", () => letGo.push(address));
          await new Promise(() => {});
        }
        if (problem) throw new Problem(problem);
        return { type: "image/webp", bytes: new ArrayBuffer(3), width: 40, height: 30 };
      },
      read: () => expect.fail("Nothing came inside a file here."),
      rest() {},
    }),
    addressOf: async (id) => (await storage.readRecord(id))?.address,
    onCome: () => {},
    pause: 5,
    ...(patience && { patience }),
  });
  works.push(work);
  work.wake();
  return work;
}

const countsOf = async (id: string) => (await storage.readRecord(id))?.pictures;
const sizesOf = async (id: string) =>
  (await storage.readArticle(id))?.body.blocks.map((block) => block.type === "figure" && block.image.width);

describe("pictures of a saved article", () => {
  it("follow it, are counted, and leave their sizes in the text that is not changed otherwise", async () => {
    await save("tides", "a", "b", "c", "d", "e", "f");
    const { revision } = (await storage.readRecord("tides"))!;
    expect(await countsOf("tides")).toEqual({ of: 6, here: 0 });
    await startWork().settled();
    expect(await countsOf("tides")).toEqual({ of: 6, here: 6 });
    expect(await sizesOf("tides")).toEqual([40, 40, 40, 40, 40, 40]);
    expect((await storage.readArticle("tides"))?.record.revision).toBe(revision);
    expect(asked[0]).toEqual({ address: "https://example.org/a.png", size: "full", page: "https://example.org/tides" });
    expect(await images.listWanted(9)).toEqual([]);
  });

  it("that two articles show are fetched once", async () => {
    await save("tides", "a");
    await save("moons", "a", "b");
    await startWork().settled();
    expect(asked.map(({ address }) => address).toSorted()).toEqual([
      "https://example.org/a.png",
      "https://example.org/b.png",
    ]);
    expect([await countsOf("tides"), await countsOf("moons")]).toEqual([
      { of: 1, here: 1 },
      { of: 2, here: 2 },
    ]);
    await save("dunes", "a");
    expect(await countsOf("dunes")).toEqual({ of: 1, here: 1 });
  });

  it("are asked for again where that may help, and otherwise only when the reader asks", async () => {
    problems = { a: ["timeout", "busy"], b: ["not-found"] };
    await save("tides", "a", "b");
    const work = startWork();
    await vi.waitFor(async () => expect(await countsOf("tides")).toEqual({ of: 2, here: 1 }));
    expect(asked.filter(({ address }) => address.endsWith("/b.png"))).toHaveLength(1);
    const [, missing] = (await images.imagesOf("tides")).toSorted((one, other) => one.key.localeCompare(other.key));
    expect(missing).toMatchObject({ key: "b", here: false, problem: "not-found" });

    expect(await images.wantAgain("tides")).toBe(1);
    work.wake();
    await work.settled();
    expect(await countsOf("tides")).toEqual({ of: 2, here: 2 });
  });

  it("of which one stands still do not wait for it, and it is asked for again", async () => {
    problems = { a: ["stands still"] };
    await save("tides", "a", "b");
    startWork(20);
    await vi.waitFor(async () => expect(await countsOf("tides")).toEqual({ of: 2, here: 2 }));
    expect(letGo).toEqual(["https://example.org/a.png"]);
  });

  it("that came with an earlier article leave their sizes in the text of the next one too", async () => {
    await save("tides", "a");
    await startWork().settled();
    await save("dunes", "a", "b");
    expect(await sizesOf("dunes")).toEqual([40, undefined]);
  });

  it("are given up after some times", async () => {
    problems = { a: Array.from({ length: 20 }, () => "timeout") };
    await save("tides", "a");
    startWork();
    await vi.waitFor(async () => expect((await images.imagesOf("tides"))[0]?.wanted).toBe(4), 3000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toHaveLength(4);
  });

  it("are all left for later where nothing can be fetched", async () => {
    problems = Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, ["no-companion"]]));
    await save("tides", "a", "b", "c", "d", "e");
    await startWork().settled();
    expect(asked).toHaveLength(4);
    expect(await images.listWanted(1)).toHaveLength(5);
  });

  it("are not fetched where the reader wants none, nor without a network", async () => {
    await save("tides", "a");
    choice = "none";
    await startWork().settled();
    choice = "small";
    vi.stubGlobal("navigator", { onLine: false });
    await startWork().settled();
    expect(asked).toEqual([]);
    vi.stubGlobal("navigator", { onLine: true });
    await startWork().settled();
    expect(asked.map(({ size }) => size)).toEqual(["small"]);
  });

  it("that a full disk does not take are still to come, and the text stays as it was", async () => {
    await save("tides", "a");
    const makeRoom = fillDisk("bodies");
    await startWork().settled();
    expect(await countsOf("tides")).toEqual({ of: 1, here: 0 });
    expect(await images.listWanted(1)).toHaveLength(1);
    makeRoom();
    await startWork().settled();
    expect(await countsOf("tides")).toEqual({ of: 1, here: 1 });
  });
});
