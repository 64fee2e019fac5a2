import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { createImageStore, readImage } from "./images.ts";
import { createInboxStore } from "./inbox.ts";
import { createRemoving } from "./removing.ts";
import { type ArticleToSave, createSavedArticles, type NewImage, type SavedArticles } from "./saved-articles.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { fillDisk } from "./testing.ts";

let storage: LibraryStorage;
let saved: SavedArticles;

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  saved = createSavedArticles(storage);
});

afterEach(() => storage.close());

const here = (key: string): NewImage => ({ key, type: "image/webp", bytes: new ArrayBuffer(2), width: 4, height: 3 });
const toCome = (key: string): NewImage => ({ key, address: `https://example.org/${key}` });

function article(id: string, ...images: NewImage[]): ArticleToSave {
  return {
    article: sampleArticle({ id, origin: "saved" }),
    source: {
      kind: "html",
      bytes: new ArrayBuffer(9),
      addresses: [`https://example.org/${id}`],
      hash: `hash of ${id}`,
    },
    images,
  };
}

describe("saving an article", () => {
  it("stores all that belongs to it, and counts its pictures", async () => {
    expect(await saved.saveImported(article("tides", here("a"), toCome("b")))).toBe("tides");
    expect((await storage.readRecord("tides"))?.pictures).toEqual({ of: 2, here: 1 });
    expect(await storage.hasBody("tides", (await storage.readRecord("tides"))!.revision)).toBe(true);
    expect(await saved.readSource("tides")).toMatchObject({ id: "tides", kind: "html" });
    expect((await createImageStore(storage).listWanted(1)).map(({ key }) => key)).toEqual(["b"]);
  });

  it.each(["records", "bodies", "sources", "images"])("on a full disk (%s) stores nothing of it", async (store) => {
    const inbox = createInboxStore(storage);
    const [key] = await inbox.receive([
      { way: "paste", name: "Tides", incoming: { kind: "text", text: "Tides" }, status: "waiting" },
    ]);
    const makeRoom = fillDisk(store);
    await expect(saved.saveImported({ ...article("tides", here("a")), inbox: { key: key! } })).rejects.toMatchObject({
      reason: "quota",
    });
    makeRoom();
    expect(await storage.listRecords()).toEqual([]);
    expect(await storage.hasBody("tides")).toBe(false);
    expect(await saved.readSource("tides")).toBeUndefined();
    expect(await readImage(storage.connection, "a")).toBeUndefined();
    expect(await inbox.listInbox()).toHaveLength(1);
  });

  it("does nothing where it has been taken out of the inbox", async () => {
    expect(await saved.saveImported({ ...article("tides", here("a")), inbox: { key: 7 } })).toBeUndefined();
    expect(await storage.listRecords()).toEqual([]);
  });

  it("gives another one of the same name an id of its own, shipped ones included", async () => {
    await storage.saveArticle(sampleArticle({ id: "tides", origin: "shipped" }));
    expect(await saved.saveImported(article("tides"))).toBe("tides-2");
    expect((await storage.readArticle("tides-2"))?.body.id).toBe("tides-2");
    expect((await storage.readRecord("tides"))?.origin).toBe("shipped");
  });
});

describe("removing an article", () => {
  it("takes all that belongs to it, and leaves the pictures that others show", async () => {
    await saved.saveImported(article("tides", here("a"), here("b"), toCome("c")));
    await saved.saveImported(article("moons", here("b"), toCome("c")));
    await storage.savePosition({
      id: "tides",
      position: { block: 0, offset: 1 },
      fraction: 0.1,
      updatedAt: 1,
      revision: "r",
    });
    const removing = createRemoving(storage);
    await storage.savePreferences({ queue: ["moons", "tides"] }, () => ({ attributes: {}, properties: {} }));
    const removed = await removing.removeArticle("tides");
    expect(await storage.readPreferences()).toEqual({ queue: ["moons"] });
    expect((await storage.listRecords()).map(({ id }) => id)).toEqual(["moons"]);
    expect(await storage.hasBody("tides")).toBe(false);
    expect(await storage.readPosition("tides")).toBeUndefined();
    expect(await saved.readSource("tides")).toBeUndefined();
    expect(await saved.findKnown(["https://example.org/tides"], "hash of tides")).toEqual([]);
    expect(await readImage(storage.connection, "a")).toBeUndefined();
    expect(await readImage(storage.connection, "b")).toMatchObject({ articles: ["moons"] });
    expect(await readImage(storage.connection, "c")).toMatchObject({ articles: ["moons"], wanted: 0 });
    await removing.removeArticle("moons");
    expect(await createImageStore(storage).listWanted(9)).toEqual([]);
    expect(await readImage(storage.connection, "b")).toBeUndefined();

    expect(await removing.putBack(removed!)).toBe(true);
    expect(await storage.readArticle("tides")).toMatchObject({ record: { id: "tides" }, body: { id: "tides" } });
    expect(await storage.readPosition("tides")).toMatchObject({ fraction: 0.1 });
    expect(await saved.findKnown(["https://example.org/tides"])).toMatchObject([{ id: "tides" }]);
    expect(await readImage(storage.connection, "a")).toMatchObject({ articles: ["tides"], width: 4 });
    expect(await storage.readPreferences()).toEqual({ queue: ["tides"] });
    expect(await removing.putBack(removed!), "it is there already").toBe(false);
  });

  it("takes nothing of what came with the app, and nothing at all where it cannot take everything", async () => {
    const removing = createRemoving(storage);
    await storage.saveArticle(sampleArticle({ id: "shipped", origin: "shipped" }));
    expect(await removing.removeArticle("shipped")).toBeUndefined();
    expect(await storage.hasBody("shipped")).toBe(true);
    await saved.saveImported(article("tides", here("a")));
    await saved.saveImported(article("moons", here("a")));
    const makeRoom = fillDisk("images");
    await expect(removing.removeArticle("tides")).rejects.toMatchObject({ reason: "quota" });
    makeRoom();
    expect(await storage.readArticle("tides")).toBeDefined();
    expect(await readImage(storage.connection, "a")).toMatchObject({ articles: ["tides", "moons"] });
  });
});

describe("renewing an article", () => {
  it("keeps what the reader made of it, and lets go of pictures it shows no more", async () => {
    await saved.saveImported(article("tides", here("a"), here("b")));
    const { record, body } = (await storage.readArticle("tides"))!;
    await storage.saveArticle({ record: { ...record, tags: ["sea"] }, body });
    const renewed = article("another-name", here("b"), toCome("c"));
    renewed.article.record.savedAt = record.savedAt + 1000;
    expect(await saved.renewArticle("tides", renewed)).toBe(true);
    expect(await storage.listRecords()).toMatchObject([
      { id: "tides", tags: ["sea"], savedAt: record.savedAt, pictures: { of: 2, here: 1 } },
    ]);
    expect(await readImage(storage.connection, "a")).toBeUndefined();
    expect(await readImage(storage.connection, "b")).toMatchObject({ articles: ["tides"] });
    for (const address of ["tides", "another-name"])
      expect(await saved.findKnown([`https://example.org/${address}`])).toMatchObject([{ id: "tides" }]);
  });

  it("says where there is none", async () => {
    expect(await saved.renewArticle("tides", article("tides"))).toBe(false);
    expect(await storage.listRecords()).toEqual([]);
  });
});
