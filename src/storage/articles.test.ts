import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Block } from "#domain/article.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { sampleArticle, sampleRecord } from "#domain/fixtures/sample-article.ts";
import { fillDisk } from "./testing.ts";

let storage: LibraryStorage;

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
});

afterEach(() => {
  storage.close();
  vi.restoreAllMocks();
});

test("an empty library has nothing in it", async () => {
  expect(await storage.listRecords()).toEqual([]);
  expect(await storage.readRecord("tides")).toBeUndefined();
  expect(await storage.readArticle("tides")).toBeUndefined();
  expect(await storage.hasBody("tides")).toBe(false);
});

test("an article comes back as it was saved", async () => {
  const article = sampleArticle();
  await storage.saveArticle(article);
  expect(await storage.readArticle("tides")).toEqual(article);
  expect(await storage.readRecord("tides")).toEqual(article.record);
});

test("saving again replaces record and body", async () => {
  await storage.saveArticle(sampleArticle());
  const later = sampleArticle({ revision: "r2", title: "Tides again" }, [{ type: "rule" }]);
  await storage.saveArticle(later);
  expect(await storage.readArticle("tides")).toEqual(later);
  expect(await storage.listRecords()).toEqual([later.record]);
});

test("the list is newest first", async () => {
  for (const [id, savedAt] of [
    ["a", 2],
    ["b", 3],
    ["c", 1],
  ] as const) {
    await storage.saveArticle(sampleArticle({ id, savedAt }));
  }
  expect((await storage.listRecords()).map((record) => record.id)).toEqual(["b", "a", "c"]);
});

test("bodies are waited for until they are on the disk", async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  await storage.saveArticle(sampleArticle());
  expect(transaction).toHaveBeenCalledWith(expect.anything(), "readwrite", { durability: "strict" });
});

describe("an article that cannot be stored whole is not stored at all", () => {
  const uncloneable = (() => {}) as never;

  test.each([
    ["body", { ...sampleArticle(), body: { id: "tides", blocks: [uncloneable as Block], related: [] } }],
    ["record", { ...sampleArticle(), record: sampleRecord({ title: uncloneable }) }],
  ])("because of its %s", async (_, article) => {
    await expect(storage.saveArticle(article)).rejects.toMatchObject({
      name: "StorageError",
      reason: "failed",
      cause: { name: "DataCloneError" },
    });
    expect(await storage.readRecord("tides")).toBeUndefined();
    expect(await storage.hasBody("tides")).toBe(false);
  });

  test("because the disk is full, and the article before it stays", async () => {
    const before = sampleArticle();
    await storage.saveArticle(before);
    const makeRoom = fillDisk("records");
    const save = storage.saveArticle(sampleArticle({ revision: "r2" }, []));
    await expect(save).rejects.toMatchObject({ name: "StorageError", reason: "quota" });
    makeRoom();
    expect(await storage.readArticle("tides")).toEqual(before);
  });
});

describe("records for the list", () => {
  test("are listed and readable before their bodies have come", async () => {
    await storage.saveRecords([sampleRecord({ id: "a" }), sampleRecord({ id: "b", savedAt: 2000 })]);
    expect((await storage.listRecords()).map((record) => record.id)).toEqual(["b", "a"]);
    expect(await storage.hasBody("a")).toBe(false);
    expect(await storage.readArticle("a")).toBeUndefined();
    await storage.saveArticle(sampleArticle({ id: "a" }));
    expect(await storage.hasBody("a")).toBe(true);
  });

  test("that are ahead of the stored body leave it readable, under its own revision", async () => {
    await storage.saveArticle(sampleArticle({ revision: "r1" }));
    await storage.saveRecords([sampleRecord({ revision: "r2", title: "Tides, corrected" })]);
    expect(await storage.readRecord("tides")).toMatchObject({ revision: "r2" });
    expect(await storage.readArticle("tides")).toMatchObject({
      record: { revision: "r1", title: "Tides, corrected" },
      body: { id: "tides", blocks: [{ type: "paragraph" }] },
    });
    expect(await storage.hasBody("tides")).toBe(true);
    expect(await storage.hasBody("tides", "r1")).toBe(true);
    expect(await storage.hasBody("tides", "r2")).toBe(false);
  });

  test("are all stored or none", async () => {
    const records = [sampleRecord({ id: "a" }), sampleRecord({ id: "b", title: (() => {}) as never })];
    await expect(storage.saveRecords(records)).rejects.toMatchObject({ reason: "failed" });
    expect(await storage.listRecords()).toEqual([]);
  });

  test("and bodies of what ships no more are let go of, but not what was begun or saved", async () => {
    for (const id of ["kept", "begun", "gone"]) await storage.saveArticle(sampleArticle({ id, origin: "shipped" }));
    await storage.saveArticle(sampleArticle({ id: "mine", origin: "saved" }));
    await storage.savePosition({
      id: "begun",
      position: { block: 0, offset: 4 },
      fraction: 0.3,
      updatedAt: 1,
      revision: "r1",
    });
    await storage.forgetWithdrawn(["kept"]);
    expect((await storage.listRecords()).map(({ id }) => id).toSorted()).toEqual(["begun", "kept", "mine"]);
    expect(await storage.hasBody("gone")).toBe(false);
    expect(await storage.hasBody("begun")).toBe(true);
  });

  test("of a revision that is here are not written again", async () => {
    await storage.saveRecords([sampleRecord({ id: "a" }), sampleRecord({ id: "b" })]);
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    await storage.saveRecords([sampleRecord({ id: "a" }), sampleRecord({ id: "b", revision: "r2" })]);
    expect(put).toHaveBeenCalledOnce();
  });
});
