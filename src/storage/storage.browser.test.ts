import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoredPosition } from "./database.ts";
import { lookOf } from "#domain/look.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { sampleArticle, sampleRecord } from "#domain/fixtures/sample-article.ts";

let name: string;
let storage: LibraryStorage;

const open = () => createStorage({ name, onProblem: (problem) => expect.fail(problem) });

beforeEach(() => {
  name = crypto.randomUUID();
  storage = open();
});

afterEach(() => {
  vi.restoreAllMocks();
  storage.close();
  indexedDB.deleteDatabase(name);
});

const position = (offset: number): StoredPosition => ({
  id: "tides",
  position: { block: 0, offset },
  fraction: 0.5,
  updatedAt: 1,
  revision: "r1",
});

test("what was saved is there when the app is opened again", async () => {
  const article = sampleArticle();
  await storage.saveArticle(article);
  await storage.savePosition(position(4));
  await storage.savePreferences({ theme: "sepia", voices: { en: { uri: "v", name: "V", lang: "en-GB" } } }, lookOf);
  storage.close();

  storage = open();
  expect(await storage.listRecords()).toEqual([article.record]);
  expect(await storage.readArticle("tides")).toEqual(article);
  expect(await storage.readPosition("tides")).toEqual(position(4));
  expect(await storage.readPreferences()).toEqual({
    theme: "sepia",
    voices: { en: { uri: "v", name: "V", lang: "en-GB" } },
  });
});

test("listing does not touch the bodies", async () => {
  await storage.saveArticle(sampleArticle());
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  await storage.listRecords();
  expect(transaction.mock.calls.map(([stores]) => stores)).toEqual([["records"]]);
});

test("an article with a value that cannot be stored leaves nothing behind", async () => {
  const article = { ...sampleArticle(), record: sampleRecord({ title: (() => {}) as never }) };
  await expect(storage.saveArticle(article)).rejects.toMatchObject({
    reason: "failed",
    cause: { name: "DataCloneError" },
  });
  expect(await storage.hasBody("tides")).toBe(false);
});

test("a position saved as the page goes away is kept, as a rule", async () => {
  // The browser ends what it has not begun to commit, so a round can be lost; without an explicit commit every round is.
  let kept: StoredPosition | undefined;
  for (let round = 1; round <= 5 && !kept; round++) {
    const page = document.createElement("iframe");
    const ready = new Promise((resolve) => addEventListener("message", resolve, { once: true }));
    const markup = `<script type="module">
      import { createStorage } from "${new URL("./storage.ts", import.meta.url).href}";
      const storage = createStorage({ name: "${name}", onProblem() {} });
      await storage.listPositions();
      addEventListener("pagehide", () => void storage.savePosition(${JSON.stringify(position(round))}));
      parent.postMessage("ready", "*");
    </script>`;
    page.src = URL.createObjectURL(new Blob([markup], { type: "text/html" }));
    document.body.append(page);
    await ready;
    page.contentWindow!.location.replace("about:blank");
    await new Promise((resolve) => setTimeout(resolve, 300));
    kept = await storage.readPosition("tides");
    page.remove();
  }
  expect(kept).toMatchObject({ id: "tides" });
});
