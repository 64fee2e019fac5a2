import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import type { Importer } from "#importing/import-article.ts";
import { createImageStore, type ImageStore } from "#storage/images.ts";
import { createSavedArticles, type SavedArticles } from "#storage/saved-articles.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { compress } from "./gzip.ts";
import { readPicturesAgain } from "./pictures-again.ts";

let storage: LibraryStorage;
let images: ImageStore;
let saved: SavedArticles;
/** What has been read for pictures. */
let asked: string[];
/** Of a picture, why it cannot be shown. */
let problem: string | undefined;

const importer = {
  async picturesInside({ bytes }) {
    asked.push(await bytes.text());
    return ["inside", "other", "here"].map((key) => ({ key, bytes: new Blob([key]) }));
  },
  pictures: {
    async read() {
      if (problem) throw Object.assign(new Error(problem), { reason: problem });
      return { type: "image/webp", bytes: new ArrayBuffer(3), width: 40, height: 30 };
    },
  },
} as Pick<Importer, "picturesInside"> & { pictures: Pick<Importer["pictures"], "read"> } as Importer;

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (told) => expect.fail(told) });
  images = createImageStore(storage);
  saved = createSavedArticles(storage);
  asked = [];
  problem = undefined;
});

afterEach(() => storage.close());

async function save(id: string, source?: string): Promise<void> {
  const { record, body } = sampleArticle({ id, origin: "saved" });
  const blocks = ["inside", "here"].map((key) => ({
    type: "figure" as const,
    image: { src: `images/${key}`, alt: "" },
  }));
  await saved.saveImported({
    article: { record, body: { ...body, blocks } },
    source: { kind: "file", addresses: [], hash: id, ...(source && { bytes: await compress(source) }) },
    images: [
      { key: "inside", problem: "damaged" },
      { key: "here", type: "image/png", bytes: new ArrayBuffer(1), width: 9, height: 9 },
      { key: "away", address: "https://example.org/away.png" },
    ],
  });
}

const again = (id: string, choice: "full" | "none" = "full") =>
  readPicturesAgain(id, { images, saved, choice, loadImporter: async () => importer });
const hereOf = async (id: string) =>
  (await images.imagesOf(id)).flatMap(({ key, here }) => (here ? [key] : [])).toSorted();

it("a picture that came inside a file and is not here comes out of what is kept of the file", async () => {
  await save("tides", "MIME-Version: 1.0");
  expect(await again("tides")).toEqual(["tides"]);
  expect(asked).toEqual(["MIME-Version: 1.0"]);
  expect(await hereOf("tides")).toEqual(["here", "inside"]);
  expect((await storage.readRecord("tides"))?.pictures).toEqual({ of: 3, here: 2 });
  const [first] = (await storage.readArticle("tides"))!.body.blocks;
  expect(first).toMatchObject({ image: { width: 40, height: 30 } });
});

it("nothing is read again where nothing of the file is kept, nothing is missing, or no pictures are wanted", async () => {
  await save("book");
  expect(await again("book")).toEqual([]);
  await save("tides", "MIME-Version: 1.0");
  expect(await again("tides", "none")).toEqual([]);
  expect(asked).toEqual([]);
  await again("tides");
  await again("tides");
  expect(asked).toHaveLength(1);
});

it("a picture that cannot be shown stays away, and says so", async () => {
  await save("tides", "MIME-Version: 1.0");
  problem = "damaged";
  expect(await again("tides")).toEqual([]);
  expect(await images.imagesOf("tides")).toContainEqual(
    expect.objectContaining({ key: "inside", problem: "damaged", here: false }),
  );
});
