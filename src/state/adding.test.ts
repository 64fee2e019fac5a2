import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Imported, Importer } from "#importing/import-article.ts";
import type { ImportedArticle } from "#importing/imported-article.ts";
import { importText } from "#importing/text/plain-text.ts";
import { addressesIn } from "#importing/text/addresses.ts";
import { createFeedStore } from "#storage/feeds.ts";
import { createInboxStore } from "#storage/inbox.ts";
import { createSavedArticles } from "#storage/saved-articles.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { fillDisk } from "#storage/testing.ts";
import { createAdding } from "./adding.ts";
import type { AddingModel, Arrival } from "./adding-model.ts";
import { createLibrary, type LibraryModel } from "./library.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";
import { createSettings, type SettingsModel } from "./settings.ts";
import { createShippedArticles } from "./shipped.ts";

let name: string;
let opened: LibraryStorage[];
let problems: ProblemsModel;
let library: LibraryModel;
let settings: SettingsModel;
let storage: LibraryStorage;
/** What reading something answers here, by its name; the real readers have tests of their own. */
let read: (name: string) => Imported[] | Error;
let asked: string[];
/** What a feed says of what is at an address. */
let saidOf: Map<string, object>;

/** Pictures of the network, by address; what is not there fails for that reason. */
let pictures: Map<string, string>;
let fetched: string[];

const KEPT = { type: "image/webp", bytes: new ArrayBuffer(3), width: 40, height: 30 };

const importer: Importer = {
  async *articles(incoming, { address, skip = 0 }) {
    if (incoming.kind === "draft") {
      yield { article: incoming.article as ImportedArticle };
      return;
    }
    if (incoming.kind === "address" && incoming.said) saidOf.set(address!, incoming.said);
    const from = incoming.kind === "entry" && incoming.part ? " by its feed" : "";
    const wanted = address ? address + from : incoming.kind === "text" ? incoming.text : incoming.kind;
    asked.push(wanted);
    const found = read(wanted);
    if (found instanceof Error) throw found;
    for (const one of found.slice(skip)) {
      yield one;
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  // Markup beside it is a matter for a browser.
  pasted: async ({ text }) => (/^\s*\S+\s*$/.test(text) ? { addresses: addressesIn(text) } : importText(text)),
  refusalOf: async ({ size }) => (size > 999 ? "too-large" : undefined),
  shortcutAddress: async (file) => (file.name.endsWith(".url") ? file.text() : undefined),
  addressesIn,
  pictures: {
    async fetch(address) {
      fetched.push(address);
      const problem = pictures.get(address);
      if (problem) throw new Problem(problem);
      return KEPT;
    },
    async read(picture) {
      if (picture.type !== "image/png") throw new Problem("damaged");
      return KEPT;
    },
    rest() {},
  },
  picturesInside: async ({ bytes }) => [{ key: "inside", bytes: new Blob([bytes], { type: "image/png" }) }],
  repair: { open: () => Promise.reject(new Problem("empty")), apply: () => Promise.reject(new Problem("empty")) },
};
const loadImporter = async () => importer;

const articleOf = (title: string, more: Partial<ImportedArticle> = {}): ImportedArticle => ({
  title,
  lang: "en",
  dir: "ltr",
  blocks: [{ type: "paragraph", content: [{ text: `The text of ${title}.` }] }],
  related: [],
  pictures: [],
  doubts: [],
  ...more,
});

class Problem extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

function openStorage(): LibraryStorage {
  const one = createStorage({ name, onProblem: (problem) => expect.fail(problem) });
  opened.push(one);
  return one;
}

/** A tab of the app. */
function openTab(kept = storage, pauses: readonly number[] = [20]): AddingModel {
  library = createLibrary(kept, createShippedArticles("/"), problems);
  return createAdding(
    { base: "/", storage: kept, problems, library, settings },
    { loadImporter, pauses, picturePause: 5 },
  );
}

beforeEach(() => {
  name = crypto.randomUUID();
  opened = [];
  asked = [];
  saidOf = new Map();
  read = (wanted) => [{ article: articleOf(wanted), source: { kind: "html", bytes: `<p>${wanted}` } }];
  vi.stubGlobal("navigator", { onLine: true });
  storage = openStorage();
  problems = createProblems();
  settings = createSettings(storage, problems);
  pictures = new Map();
  fetched = [];
});

afterEach(() => {
  for (const one of opened) one.close();
  vi.unstubAllGlobals();
});

const statuses = (model: AddingModel) => model.arrivals.value.map(({ status }) => status);
const settled = (model: AddingModel, ...expected: string[]) =>
  vi.waitFor(() => expect(statuses(model)).toEqual(expected), 5000);
const inLibrary = async () => (await storage.listRecords()).map(({ id }) => id);

describe("what has been pasted", () => {
  it("is a draft to be corrected, and then in the library", async () => {
    const model = openTab();
    await model.paste({ text: "The tides of June\n\nThe tide comes in twice a day." });
    expect(model.draft.value?.article.title).toBe("The tides of June");
    model.draft.value!.change({ title: "Tides" });
    await model.saveDraft();
    expect(model.draft.value).toBeUndefined();
    await settled(model, "done");
    expect(model.arrivals.value[0]?.articles).toEqual([
      { id: "tides", title: "Tides", doubts: [], pictures: { here: 0, of: 0 } },
    ]);
    const article = await storage.readArticle("tides");
    expect(article?.body.blocks).toHaveLength(1);
    expect(article?.record).toMatchObject({ origin: "saved", words: 7, minutes: 1 });
    expect(await createInboxStore(storage).listInbox()).toEqual([]);
  });

  it("is a draft still in the next tab where its tab was closed, until it is saved or dropped", async () => {
    const left = openTab();
    await left.paste({ text: "The tides of June\n\nThe tide comes in twice a day." });
    const model = openTab(openStorage());
    await vi.waitFor(() => expect(model.draft.value?.article.title).toBe("The tides of June"));
    expect(model.arrivals.value).toEqual([]);
    model.dropDraft();
    await vi.waitFor(async () => expect(await createInboxStore(storage).listInbox()).toEqual([]));
    const after = openTab(openStorage());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(after.draft.value).toBeUndefined();
    expect(await inLibrary()).toEqual([]);
  });

  it("is taken as an address where it is nothing else", async () => {
    const model = openTab();
    await model.paste({ text: " https://example.org/tides#june " });
    await settled(model, "done");
    expect(model.draft.value).toBeUndefined();
    expect(asked).toEqual(["https://example.org/tides"]);
  });
});

describe("an address", () => {
  it("is in storage before anything is fetched, and its source is kept", async () => {
    read = () => new Problem("not-found");
    const model = openTab();
    expect(await model.addAddresses("Read https://example.org/a, and (https://example.org/b).")).toBe(true);
    await settled(model, "failed", "failed");
    expect(model.arrivals.value.map(({ address, problem }) => [address, problem])).toEqual([
      ["https://example.org/b", "not-found"],
      ["https://example.org/a", "not-found"],
    ]);
    read = (wanted) => [
      {
        article: articleOf(wanted),
        source: { kind: "html", bytes: "<p>x" },
        addresses: ["https://example.org/arrived"],
      },
    ];
    await model.retry(model.arrivals.value[1]!.key);
    await settled(model, "failed", "done");
    const [id] = await inLibrary();
    const source = await createSavedArticles(storage).readSource(id!);
    expect(source).toMatchObject({ kind: "html", addresses: ["https://example.org/a", "https://example.org/arrived"] });
    const text = new Response(new Blob([source!.bytes!]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    expect(await text).toBe("<p>x");
  });

  it("waits where there is no network, and goes on when there is", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    const events = new EventTarget();
    vi.stubGlobal("addEventListener", events.addEventListener.bind(events));
    const model = openTab();
    await model.addAddresses("https://example.org/a");
    await vi.waitFor(() => expect(model.arrivals.value[0]).toMatchObject({ status: "waiting", problem: "offline" }));
    expect(asked).toEqual([]);
    vi.stubGlobal("navigator", { onLine: true });
    events.dispatchEvent(new Event("online"));
    await settled(model, "done");
  });

  it("is tried again by itself only where that may help", async () => {
    read = () => new Problem("timeout");
    const model = openTab(storage, [5, 5]);
    await model.addAddresses("https://example.org/a");
    await settled(model, "failed");
    expect(asked).toHaveLength(3);
  });

  it("waits, and does not go round and round, where the part that reads it cannot be had", async () => {
    read = () => new Problem("part-missing");
    const model = openTab(storage, [5]);
    await model.addAddresses("https://example.org/a");
    await settled(model, "failed");
    expect(asked).toHaveLength(2);
  });

  it("is given up where it was begun again and again, and never ended", async () => {
    const inbox = createInboxStore(storage);
    const incoming = { kind: "text" as const, text: "It takes the page down." };
    await inbox.receive([{ way: "paste", name: "a", incoming, status: "waiting", begun: 4 }]);
    const model = openTab();
    await settled(model, "failed");
    expect(model.arrivals.value[0]?.problem).toBe("damaged");
    expect(asked).toEqual([]);
    await model.retry(model.arrivals.value[0]!.key);
    await settled(model, "done");
  });

  it("is left alone for later, and taken off the list", async () => {
    read = () => new Problem("refused");
    const model = openTab();
    await model.addAddresses("https://example.org/a");
    await settled(model, "failed");
    const { key } = model.arrivals.value[0]!;
    await model.keepForLater(key);
    expect(statuses(openTab(openStorage()))).toEqual([]);
    await settled(model, "kept");
    await model.remove(key);
    expect(model.arrivals.value).toEqual([]);
    expect(await createInboxStore(storage).listInbox()).toEqual([]);
  });

  it("goes on in the next tab where its tab was closed in between", async () => {
    await createInboxStore(storage).receive([
      { way: "address", name: "a", address: "https://example.org/a", incoming: { kind: "address" }, status: "waiting" },
    ]);
    const model = openTab();
    await settled(model, "done");
    expect(await inLibrary()).toEqual(["https-example-org-a"]);
  });

  it("that was shared is listed by its title and address while the part that reads it is missing", async () => {
    const fields: [string, string][] = [
      ["title", "Tides"],
      ["text", "https://example.org/a"],
    ];
    await createInboxStore(storage).receive([
      { way: "share", name: "", incoming: { kind: "share", fields }, status: "waiting" },
    ]);
    library = createLibrary(storage, createShippedArticles("/"), problems);
    const gone = () => Promise.reject(new Problem("part-missing"));
    const model = createAdding(
      { base: "/", storage, problems, library, settings },
      { loadImporter: gone, pauses: [60_000] },
    );
    await vi.waitFor(() => expect(model.arrivals.value[0]?.problem).toBe("part-missing"));
    expect(model.arrivals.value).toMatchObject([{ name: "Tides", address: "https://example.org/a" }]);
  });

  it("is cleared off the list with all that is finished, and with nothing else", async () => {
    read = (wanted) => (wanted.endsWith("b") ? new Problem("refused") : [{ article: articleOf(wanted) }]);
    const model = openTab();
    await model.addAddresses("https://example.org/a https://example.org/b https://example.org/c");
    await settled(model, "done", "failed", "done");
    await model.addAddresses("https://example.org/a");
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toHaveLength(1));
    expect(model.clearFinished()).toBe(2);
    expect(model.arrivals.value.map(({ status, known }) => [status, known?.length])).toEqual([
      ["done", 1],
      ["failed", undefined],
    ]);
    expect(await inLibrary()).toHaveLength(2);
  });

  it("of a hundred: all of them come in", async () => {
    const model = openTab();
    await model.addAddresses(Array.from({ length: 100 }, (_, n) => `https://example.org/${n}`).join("\n"));
    await vi.waitFor(() => expect(new Set(statuses(model))).toEqual(new Set(["done"])), 20_000);
    expect(await inLibrary()).toHaveLength(100);
    expect(asked).toHaveLength(100);
  });
});

describe("an entry of a feed that is likely not all", () => {
  const offer = async () => {
    const feed = "https://example.org/feed";
    const feeds = createFeedStore(storage);
    await feeds.follow([{ address: feed, title: "Feed" }]);
    const facts = {
      title: "Tides",
      address: "https://example.org/tides",
      byline: "Ada Brown",
      published: "2025-04-01",
      part: true as const,
    };
    await feeds.found(feed, {}, [{ id: "1", offer: facts, html: "<p>The beginning" }], 1, ({ content }) => ({
      way: "feed",
      name: "Tides",
      address: facts.address,
      incoming: { kind: "entry", content: content!, part: "page-first" },
      status: "waiting",
    }));
  };

  it("is fetched from its page, with what the feed says of it", async () => {
    await offer();
    const model = openTab();
    await settled(model, "done");
    expect(asked).toEqual(["https://example.org/tides"]);
    expect(saidOf.get("https://example.org/tides")).toEqual({
      byline: "Ada Brown",
      published: "2025-04-01",
      site: "Feed",
    });
  });

  it("is what the feed has of it where its page cannot be had", async () => {
    read = (wanted) =>
      wanted.endsWith("tides") ? new Problem("refused") : [{ article: articleOf("Tides", { doubts: ["feed-only"] }) }];
    await offer();
    const model = openTab();
    await settled(model, "done");
    expect(asked).toEqual(["https://example.org/tides", "https://example.org/tides by its feed"]);
    expect(model.arrivals.value[0]?.articles).toMatchObject([{ title: "Tides", doubts: ["feed-only"] }]);
    expect(await createInboxStore(storage).listInbox()).toEqual([]);
  });
});

describe("the same article twice", () => {
  const text = "The tide comes in twice a day, all year.";
  const tides = (title: string, more = {}) =>
    articleOf(title, { blocks: [{ type: "paragraph", content: [{ text }] }], ...more });

  it("is one article, and is renewed when the reader wants it", async () => {
    read = () => [{ article: tides("Tides", { address: "https://example.org/tides" }) }];
    const model = openTab();
    await model.addAddresses("https://example.org/tides?from=mail");
    await settled(model, "done");
    const [before] = await storage.listRecords();
    await storage.saveArticle({
      record: { ...before!, tags: ["sea"] },
      body: (await storage.readArticle("tides"))!.body,
    });
    await storage.savePosition({
      id: "tides",
      position: { block: 0, offset: 9 },
      fraction: 0.2,
      updatedAt: 1,
      revision: before!.revision,
      quote: "comes in",
    });

    await model.addAddresses("https://example.org/tides?from=mail");
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toEqual([{ id: "tides", title: "Tides" }]));
    expect(asked, "what is known by its address is not fetched").toHaveLength(1);

    read = () => [{ article: tides("Tides, revised", { address: "https://example.org/tides" }) }];
    await model.renew(model.arrivals.value[0]!.key);
    await settled(model, "done", "done");
    await vi.waitFor(async () => expect((await storage.readArticle("tides"))?.record.title).toBe("Tides, revised"));
    const [after, ...others] = await storage.listRecords();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ tags: ["sea"], savedAt: before!.savedAt });
    expect(after!.revision).not.toBe(before!.revision);
    expect(await storage.readPosition("tides")).toMatchObject({ quote: "comes in" });
  });

  it("is not what has another title and text, though the site gives both one address", async () => {
    const address = "https://example.org/id";
    const story = (title: string, body: string) =>
      articleOf(title, { address, blocks: [{ type: "paragraph", content: [{ text: body }] }] });
    const stories: Record<string, ImportedArticle> = {
      "https://example.org/id?n=1": story("Story 1", "The tide comes in twice a day, all year, and nobody asks it to."),
      "https://example.org/id?n=2": story("Story 2", "Bees find the way back to their hive by the light of the sun."),
    };
    read = (wanted) => [{ article: stories[wanted]! }];
    const model = openTab();
    await model.addAddresses(Object.keys(stories).join("\n"));
    await settled(model, "done", "done");
    expect(await inLibrary()).toHaveLength(2);
    const records = await storage.listRecords();
    expect(records.map((record) => record.address).toSorted()).toEqual([address, "https://example.org/id?n=2"]);
    // The next time each is known as itself.
    await model.addAddresses("https://example.org/id?n=2");
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toMatchObject([{ title: "Story 2" }]));
  });

  it("is kept beside the other where the reader wants both, and replaces just the one that the question named", async () => {
    const address = "https://example.org/tides";
    read = () => [{ article: tides("Tides", { address }) }];
    const model = openTab();
    await model.addAddresses(address);
    await settled(model, "done");
    read = () => [{ article: articleOf("All that is new", { address }) }];
    await model.addAddresses(address);
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toHaveLength(1));
    await model.keepBoth(model.arrivals.value[0]!.key);
    await vi.waitFor(() => expect(model.arrivals.value[0]).toMatchObject({ status: "done", name: "All that is new" }));
    expect((await inLibrary()).toSorted()).toEqual(["all-that-is-new", "tides"]);
    expect(await createInboxStore(storage).listInbox()).toEqual([]);

    await model.addAddresses(address);
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toEqual([{ id: "tides", title: "Tides" }]));
    read = () => [{ article: articleOf("Tides of another sea", { address }) }];
    await model.renew(model.arrivals.value[0]!.key);
    await vi.waitFor(async () => expect((await storage.readRecord("tides"))?.title).toBe("Tides of another sea"));
    expect(await inLibrary()).toHaveLength(2);
  });

  it("of an app that is one document has the page of the app in its address", async () => {
    const model = openTab();
    await model.addAddresses("https://app.example/#/article/1 https://app.example/#/article/2#top");
    await settled(model, "done", "done");
    expect(asked).toEqual(["https://app.example/#/article/1", "https://app.example/#/article/2#top"]);
    expect(await inLibrary()).toHaveLength(2);
  });

  it("is known by its text from another address", async () => {
    read = (wanted) => [{ article: tides(wanted) }];
    const model = openTab();
    await model.addAddresses("https://example.org/a");
    await settled(model, "done");
    await model.addAddresses("https://mirror.example/b");
    await vi.waitFor(() => expect(model.arrivals.value[0]?.known).toHaveLength(1));
    expect(await inLibrary()).toHaveLength(1);
  });

  it("is one article where it comes from several addresses at the same moment", async () => {
    const address = "https://one.example/canonical";
    read = (wanted) => [{ article: articleOf("Tides", { address }), source: { kind: "html", bytes: `<p>${wanted}` } }];
    const model = openTab();
    await model.addAddresses("https://one.example/a https://one.example/b https://one.example/c");
    await settled(model, "done", "done", "done");
    expect(await inLibrary()).toEqual(["tides"]);
  });

  it("is another one where only the title is the same", async () => {
    read = (wanted) => [{ article: { ...articleOf(wanted), title: "News" } }];
    const model = openTab();
    await model.addAddresses("https://example.org/a https://example.org/b");
    await settled(model, "done", "done");
    expect((await inLibrary()).toSorted()).toEqual(["news", "news-2"]);
  });
});

describe("a book", () => {
  const book = (parts: number) =>
    Array.from({ length: parts }, (_, n): Imported => ({
      article: articleOf(`Chapter ${n + 1}`),
      part: { title: "The Sea", part: n + 1, of: parts },
    }));

  it("comes in part by part, and goes on after the part that was last", async () => {
    read = () => book(5);
    const inbox = createInboxStore(storage);
    await inbox.receive([
      {
        way: "file",
        name: "sea.epub",
        incoming: { kind: "file", name: "sea.epub", type: "application/epub+zip", bytes: new ArrayBuffer(1) },
        status: "waiting",
        progress: { done: 3, of: 5 },
      },
    ]);
    const model = openTab();
    await settled(model, "done");
    expect(model.arrivals.value[0]?.name).toBe("The Sea");
    expect((await inLibrary()).toSorted()).toEqual(["chapter-4", "chapter-5"]);
    expect((await storage.readRecord("chapter-4"))?.book).toEqual({ title: "The Sea", part: 4, of: 5 });
    expect(await inbox.listInbox()).toEqual([]);
  });
});

it("a file that would not be taken is refused before it is kept", async () => {
  const model = openTab();
  await model.addFiles([new File([new Uint8Array(1000)], "film.mp4"), new File(["a"], "a.txt")]);
  expect(asked).not.toContain("film.mp4");
  await vi.waitFor(() => expect(model.arrivals.value.map(({ name }) => name)).toEqual(["a.txt", "film.mp4"]));
  expect(model.arrivals.value[1]).toMatchObject({ status: "failed", problem: "too-large" });
  const inbox = createInboxStore(storage);
  const { key } = (await inbox.listInbox()).find(({ name: called }) => called === "film.mp4")!;
  expect(await inbox.readIncoming(key)).toMatchObject({ bytes: new Blob() });
  // What is wrong with it stays what it is.
  await model.retry(key);
  await vi.waitFor(() => expect(model.arrivals.value[1]).toMatchObject({ status: "failed", problem: "too-large" }));
});

it("what is missing of an article is brought from where it is: from its site, and from what is kept of its file", async () => {
  const inside = { key: "inside", bytes: new Blob(["?"], { type: "image/odd" }) };
  const away = { key: "away", address: "https://example.org/away.png" };
  read = () => [
    {
      article: articleOf("Tides", { pictures: [inside, away] }),
      source: { kind: "file", bytes: "MIME-Version: 1.0" },
    },
  ];
  pictures.set(away.address, "not-found");
  const model = openTab();
  await model.addFiles([new File(["a"], "tides.mhtml")]);
  await settled(model, "done");
  await model.fetchPictures("tides");
  expect((await storage.readRecord("tides"))?.pictures).toEqual({ of: 2, here: 1 });
  pictures.clear();
  await model.fetchPictures("tides");
  expect((await storage.readRecord("tides"))?.pictures).toEqual({ of: 2, here: 2 });
});

it("the name of a file turns nothing that follows it", async () => {
  const model = openTab();
  await model.addFiles([new File([new Uint8Array(1000)], "film\u202egnp.mp4")]);
  expect(model.arrivals.value).toMatchObject([{ name: "filmgnp.mp4" }]);
});

it("a shortcut to a page is the address in it", async () => {
  const model = openTab();
  await model.addFiles([new File(["https://example.org/tides"], "Tides.url")]);
  await vi.waitFor(() => expect(asked).toEqual(["https://example.org/tides"]));
  expect(model.arrivals.value).toMatchObject([{ way: "address", address: "https://example.org/tides" }]);
});

describe("a full disk", () => {
  it("in the middle of a save leaves nothing of it, and the inbox as it was", async () => {
    const makeRoom = fillDisk("sources");
    const model = openTab();
    await model.addAddresses("https://example.org/a");
    await settled(model, "failed");
    expect(model.arrivals.value[0]?.problem).toBe("quota");
    expect(await inLibrary()).toEqual([]);
    expect(await storage.hasBody("https-example-org-a")).toBe(false);
    makeRoom();
    await model.retry(model.arrivals.value[0]!.key);
    await settled(model, "done");
  });

  it("that takes nothing at all is told once, and ends", async () => {
    const model = openTab();
    await model.addAddresses("https://example.org/a");
    await settled(model, "done");
    const makeRoom = fillDisk("inbox");
    await model.addAddresses("https://example.org/b");
    expect(problems.storage.value).toBe("quota");
    expect(model.arrivals.value).toHaveLength(1);
    makeRoom();
  });
});

it("a page that is handed over is told from one that could not be stored", async () => {
  const model = openTab();
  const page = { address: "https://example.org/a", html: "<p>A", title: "A" };
  const makeRoom = fillDisk("inbox");
  expect(await model.addPage(page)).toBe(false);
  expect(model.arrivals.value).toEqual([]);
  makeRoom();
  expect(await model.addPage(page)).toBe(true);
  await settled(model, "done");
});

it("a file that is no article can be had as it came in, for whoever knows what to do with it", async () => {
  read = () => new Problem("feed-list");
  const model = openTab();
  await model.addFiles([new File(["<opml/>"], "feeds.opml")]);
  await settled(model, "failed");
  const [{ key, problem }] = model.arrivals.value as [Arrival];
  expect(problem).toBe("feed-list");
  expect(await (await model.fileOf(key))!.text()).toBe("<opml/>");
  await model.remove(key);
  expect(await model.fileOf(key)).toBeUndefined();
});

describe("two tabs", () => {
  it("do the work once, and both see it done", async () => {
    const locks = fakeLocks();
    vi.stubGlobal("navigator", { onLine: true, locks });
    const [one, other] = [openTab(), openTab(openStorage())];
    await one.addAddresses(Array.from({ length: 20 }, (_, n) => `https://example.org/${n}`).join(" "));
    for (const tab of [one, other])
      await vi.waitFor(() => expect(statuses(tab)).toEqual(Array.from({ length: 20 }, () => "done")), 10_000);
    expect(asked).toHaveLength(20);
  });

  it("store an article once, even where the browser has no locks", async () => {
    const [one, other] = [openTab(), openTab(openStorage())];
    await one.addAddresses("https://example.org/a");
    await settled(one, "done");
    await settled(other, "done");
    expect(await inLibrary()).toHaveLength(1);
  });
});

/** What a browser's lock manager does with one lock: who asks waits for its turn. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_: string, work: () => Promise<void>) {
      const mine = last.then(work);
      last = mine.catch(() => {});
      return mine;
    },
  };
}
