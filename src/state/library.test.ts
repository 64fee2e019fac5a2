import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FINISHED } from "#domain/position.ts";
import { StorageError } from "#storage/errors.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { fillDisk } from "#storage/testing.ts";
import { createLibrary, type LibraryModel } from "./library.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";
import { createShippedArticles } from "./shipped.ts";
import { type FakeNetwork, fakeNetwork } from "./testing.ts";

const shippedArticle = (id: string, savedAt: number, revision = "r1") =>
  sampleArticle({ id, savedAt, revision, title: `${id} ${revision}`, origin: "shipped" });

let name: string;
let storage: LibraryStorage;
let network: FakeNetwork;
let problems: ProblemsModel;

beforeEach(() => {
  name = crypto.randomUUID();
  storage = openStorage();
  network = fakeNetwork(shippedArticle("tides", 2000), shippedArticle("moons", 1000));
  problems = createProblems();
});

afterEach(() => {
  storage.close();
  vi.unstubAllGlobals();
});

const openStorage = () => createStorage({ name, onProblem: (problem) => expect.fail(problem) });
const createModel = (kept: LibraryStorage = storage) => createLibrary(kept, createShippedArticles("/"), problems);
const titles = (library: LibraryModel) => library.records.value.map((record) => record.title);

/** Storage in which these requests fail. */
function broken(...methods: (keyof LibraryStorage)[]): LibraryStorage {
  const refuse = () => Promise.reject(new StorageError("unavailable"));
  return { ...storage, ...Object.fromEntries(methods.map((method) => [method, refuse])) };
}

describe("loading the library", () => {
  it("fills an empty device with what ships, the newest first, and keeps the list", async () => {
    const library = createModel();
    expect(library.status.value).toBe("loading");
    await library.load();
    expect(library.status.value).toBe("ready");
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
    expect((await storage.listRecords()).map((record) => record.id)).toEqual(["tides", "moons"]);
  });

  it("shows what is on the device before the network has answered", async () => {
    await storage.saveArticle(sampleArticle({ id: "mine", savedAt: 3000, title: "Mine" }));
    let answer = () => {};
    network.delay = new Promise((resolve) => (answer = resolve));
    const library = createModel();
    const loading = library.load();
    await vi.waitFor(() => expect(library.status.value).toBe("ready"));
    expect(titles(library)).toEqual(["Mine"]);
    answer();
    await loading;
    expect(titles(library)).toEqual(["Mine", "tides r1", "moons r1"]);
  });

  it.each(["offline", "down"] as const)("is content with the device where the network is %s", async (state) => {
    await createModel().load();
    network.state = state;
    const library = createModel();
    await library.load();
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
    expect(problems.storage.value).toBeUndefined();
  });

  it("is ready and empty on an empty device without a network", async () => {
    network.state = "offline";
    const library = createModel();
    await library.load();
    expect(library.status.value).toBe("ready");
    expect(library.records.value).toEqual([]);
    expect(problems.storage.value).toBeUndefined();
  });

  it("takes up new texts and new articles of a new version", async () => {
    await createModel().load();
    network.articles = [
      shippedArticle("stars", 5000),
      shippedArticle("tides", 2000, "r2"),
      shippedArticle("moons", 1000),
    ];
    const library = createModel();
    await library.load();
    expect(titles(library)).toEqual(["stars r1", "tides r2", "moons r1"]);
  });

  it("leaves out no article that the reader keeps and that ships no more", async () => {
    await createModel().load();
    network.articles = [];
    const library = createModel();
    await library.load();
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
  });
});

describe("an article that the app does not bring any more", () => {
  it("leaves the library, but for the one that was begun", async () => {
    await createModel().load();
    await storage.savePosition({
      id: "moons",
      position: { block: 0, offset: 4 },
      fraction: 0.3,
      updatedAt: 1,
      revision: "r1",
    });
    network.articles = [sampleArticle({ id: "suns", origin: "shipped", title: "suns r1" })];
    const library = createModel();
    await library.load();
    expect(titles(library)).toEqual(expect.arrayContaining(["suns r1", "moons r1"]));
    expect(library.records.value).toHaveLength(2);
  });

  it("stays where the list is empty, for then something else is wrong", async () => {
    await createModel().load();
    network.articles = [];
    const library = createModel();
    await library.load();
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
  });
});

describe("a library whose storage fails", () => {
  it("shows what ships all the same, and says that nothing can be read from the device", async () => {
    const library = createModel(broken("listRecords", "listPositions", "saveRecords"));
    await library.load();
    expect(library.status.value).toBe("ready");
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
    expect(problems.storage.value).toBe("unavailable");
  });

  it("says that the disk is full", async () => {
    const makeRoom = fillDisk("records");
    const library = createModel();
    await library.load();
    makeRoom();
    expect(titles(library)).toEqual(["tides r1", "moons r1"]);
    expect(problems.storage.value).toBe("quota");
    problems.dismiss();
    expect(problems.storage.value).toBeUndefined();
  });

  it("is ready and empty where the network is gone as well", async () => {
    network.state = "offline";
    const library = createModel(broken("listRecords", "listPositions", "saveRecords"));
    await library.load();
    expect(library.status.value).toBe("ready");
    expect(library.records.value).toEqual([]);
  });
});

describe("what to continue with", () => {
  const place = (id: string, fraction: number, updatedAt: number) => ({
    id,
    position: { block: 0, offset: 4 },
    fraction,
    updatedAt,
    revision: "r1",
  });

  async function unfinishedAfter(...places: Parameters<typeof place>[]): Promise<string | undefined> {
    for (const one of places) await storage.savePosition(place(...one));
    const library = createModel();
    await library.load();
    return library.unfinished.value?.id;
  }

  it("is nothing before anything was read", async () => {
    expect(await unfinishedAfter()).toBeUndefined();
  });

  it("is the article read last", async () => {
    expect(await unfinishedAfter(["tides", 0.4, 100], ["moons", 0.2, 200])).toBe("moons");
    expect(await unfinishedAfter(["tides", 0.5, 300])).toBe("tides");
  });

  it("is no article that was read to its end, or only opened", async () => {
    expect(await unfinishedAfter(["tides", FINISHED, 200], ["moons", 0.2, 100])).toBe("moons");
    expect(await unfinishedAfter(["moons", 0, 300])).toBeUndefined();
  });
});

it("follows what other tabs and the service worker store", async () => {
  const library = createModel();
  await library.load();
  const elsewhere = openStorage();
  await elsewhere.saveArticle(sampleArticle({ id: "mine", savedAt: 3000, title: "Mine" }));
  await vi.waitFor(() => expect(titles(library)).toEqual(["Mine", "tides r1", "moons r1"]));
  await elsewhere.savePosition({
    id: "mine",
    position: { block: 0, offset: 4 },
    fraction: 0.3,
    updatedAt: 1,
    revision: "r1",
  });
  await vi.waitFor(() => expect(library.positions.value.get("mine")?.fraction).toBe(0.3));
  expect(library.unfinished.value?.id).toBe("mine");
  elsewhere.close();
});
