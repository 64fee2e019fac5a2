import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedFound } from "#importing/feeds/feeds.ts";
import type { FeedEntry } from "#importing/feeds/parsed-feed.ts";
import { readOpml, writeOpml } from "#importing/feeds/opml.ts";
import { createFeedStore } from "#storage/feeds.ts";
import { createInboxStore } from "#storage/inbox.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { abortWith, fillDisk } from "#storage/testing.ts";
import { createFeeds } from "./feeds.ts";
import type { FeedsModel } from "./feeds-model.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";

const LAMPS = "https://lamps.example/feed.xml";

let storage: LibraryStorage;
let problems: ProblemsModel;
let feeds: FeedsModel;
let taken: number;
/** What is found at an address; the real reader of feeds has tests of its own. */
let web: Map<string, FeedFound | Error>;
let asked: { address: string; since: object }[];

const load = (async () => ({
  opml: { read: readOpml, write: writeOpml },
  createFeedFinder: () => async (address: string, _: AbortSignal, since: object) => {
    asked.push({ address, since });
    const found = web.get(address);
    if (!found) throw Object.assign(new Error(), { reason: "not-found" });
    if (found instanceof Error) throw found;
    return found;
  },
})) as never;

const entry = (id: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id,
  title: `Entry ${id}`,
  address: `https://lamps.example/${id}`,
  published: `2025-04-0${id}`,
  whole: false,
  ...more,
});

const found = (...entries: FeedEntry[]): FeedFound => ({
  kind: "feed",
  feed: { title: "Lamps", site: "https://lamps.example/", lang: "en", entries },
  address: LAMPS,
  etag: `"${entries.length}"`,
});

const titles = () => feeds.offers.value.map(({ title }) => title);
const inbox = () => createInboxStore(storage).listInbox();
const parts = () => ({ base: "/", storage, problems, library: undefined as never, settings: undefined as never });
const openFeeds = () => createFeeds(parts(), () => taken++, load);

beforeEach(async () => {
  vi.stubGlobal("location", new URL("https://reader.example/"));
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  problems = createProblems();
  web = new Map([[LAMPS, found(entry("2"), entry("1"))]]);
  asked = [];
  taken = 0;
  feeds = openFeeds();
});

afterEach(() => {
  storage.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("following a feed", () => {
  it("offers what it has, the newest first, and adds nothing to the library", async () => {
    expect(await feeds.follow(LAMPS)).toEqual({ kind: "followed", title: "Lamps", offers: 2 });
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
    expect(feeds.feeds.value).toMatchObject([{ title: "Lamps", automatic: false }]);
    expect(await inbox()).toEqual([]);
  });

  it("offers those of one day, and those without a date, in the order of the feed", async () => {
    const day = { published: "2025-04-07" };
    const undated = (id: string) => {
      const { published: _, ...rest } = entry(id);
      return rest;
    };
    web.set(LAMPS, found(entry("1", day), entry("9", day), entry("4", day), undated("3"), undated("5"), undated("2")));
    await feeds.follow(LAMPS);
    expect(titles()).toEqual(["1", "9", "4", "3", "5", "2"].map((id) => `Entry ${id}`));
    web.set(LAMPS, found(entry("6", day), entry("1", day), entry("9", day), entry("4", day), undated("3")));
    await feeds.check();
    expect(titles().slice(0, 4)).toEqual(["6", "1", "9", "4"].map((id) => `Entry ${id}`));
  });

  it("finds it through the page that names it", async () => {
    web.set("https://lamps.example/", { kind: "page", links: [{ address: LAMPS, title: "RSS" }] });
    expect(await feeds.follow("https://lamps.example/")).toMatchObject({ kind: "followed", title: "Lamps" });
    expect(await feeds.follow("https://lamps.example/")).toEqual({ kind: "known", title: "Lamps" });
    expect(feeds.feeds.value).toHaveLength(1);
  });

  it("asks which one, where a page has several", async () => {
    const links = [
      { address: LAMPS, title: "All" },
      { address: "https://lamps.example/news.xml", title: "News" },
    ];
    web.set("https://lamps.example/", { kind: "page", links });
    expect(await feeds.follow("https://lamps.example/")).toEqual({ kind: "choose", feeds: links });
    expect(feeds.feeds.value).toEqual([]);
  });

  it("says what is wrong, and keeps nothing", async () => {
    expect(await feeds.follow("https://nowhere.example/")).toEqual({ kind: "problem", problem: "not-found" });
    const makeRoom = fillDisk("feeds");
    expect(await feeds.follow(LAMPS)).toEqual({ kind: "problem", problem: "storage" });
    makeRoom();
    expect(problems.storage.value).toBe("quota");
    expect(feeds.feeds.value).toEqual([]);
  });

  it("goes on where its end could not be stored", async () => {
    await feeds.follow(LAMPS);
    const { delete: remove } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementationOnce(function (this: IDBObjectStore, key) {
      const request = remove.call(this, key);
      request.addEventListener("success", () => abortWith(request.transaction, "QuotaExceededError"));
      return request;
    });
    expect(await feeds.unfollow(LAMPS)).toBe(false);
    expect(problems.storage.value).toBeDefined();
    expect(feeds.feeds.value).toMatchObject([{ address: LAMPS }]);
    expect(await feeds.unfollow(LAMPS)).toBe(true);
    expect(feeds.feeds.value).toEqual([]);
  });

  it("ends with what it offered, and not with what was saved of it", async () => {
    await feeds.follow(LAMPS);
    await feeds.take([feeds.offers.value[0]!.key]);
    await feeds.unfollow(LAMPS);
    expect(feeds.feeds.value).toEqual([]);
    expect(feeds.offers.value).toEqual([]);
    expect(await inbox()).toHaveLength(1);
  });
});

describe("looking for new entries", () => {
  beforeEach(async () => {
    await feeds.follow(LAMPS);
    asked = [];
  });

  it("brings each of them once, whatever the reader did with it", async () => {
    const [second, first] = feeds.offers.value;
    await feeds.take([second!.key]);
    await feeds.dismiss([first!.key]);
    web.set(LAMPS, found(entry("3"), entry("2"), entry("1")));
    expect(await feeds.check()).toBe(1);
    expect(titles()).toEqual(["Entry 3"]);
    expect(await feeds.check()).toBe(0);
    expect(titles()).toEqual(["Entry 3"]);
  });

  it("tells the server what is here already, and believes it", async () => {
    web.set(LAMPS, { kind: "unchanged" });
    expect(await feeds.check()).toBe(0);
    expect(asked).toEqual([{ address: LAMPS, since: { etag: '"2"' } }]);
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
  });

  it("leaves alone what was looked at a short while ago", async () => {
    await feeds.check(Date.now() - 60_000);
    expect(asked).toEqual([]);
    await feeds.check(Date.now() + 1);
    expect(asked).toHaveLength(1);
  });

  it("keeps what is offered where a feed cannot be had, and says why until it can", async () => {
    web.delete(LAMPS);
    await feeds.check();
    expect(feeds.feeds.value).toMatchObject([{ problem: "not-found" }]);
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
    web.set(LAMPS, found(entry("2"), entry("1")));
    await feeds.check();
    expect(feeds.feeds.value![0]).not.toHaveProperty("problem");
  });

  it("puts new entries on their way by themselves where the reader wants that, the newest last, and not the old ones", async () => {
    await feeds.setAutomatic(LAMPS, true);
    web.set(LAMPS, found(entry("4"), entry("3"), entry("2"), entry("1")));
    await feeds.check();
    expect((await inbox()).map(({ name, way }) => [name, way])).toEqual([
      ["Entry 3", "feed"],
      ["Entry 4", "feed"],
    ]);
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
    expect(taken).toBe(1);
    await feeds.check();
    expect(await inbox()).toHaveLength(2);
  });

  it("loses nothing where the disk is full: what was new is new the next time", async () => {
    await feeds.setAutomatic(LAMPS, true);
    web.set(LAMPS, found(entry("3"), entry("2"), entry("1")));
    const makeRoom = fillDisk("inbox");
    expect(await feeds.check()).toBe(0);
    makeRoom();
    expect(await feeds.check()).toBe(1);
    expect(await inbox()).toHaveLength(1);
  });
});

describe("what is on the way to feeds", () => {
  const NEWS = "https://news.example/feed.xml";
  const away = (reason: string) => Object.assign(new Error(), { reason });

  beforeEach(async () => {
    await feeds.follow(LAMPS);
    web.set(NEWS, { ...found(entry("1")), address: NEWS } as FeedFound);
    await feeds.follow(NEWS);
    asked = [];
  });

  it.each(["companion-away", "no-companion", "offline"])("is no fault of theirs: %s", async (reason) => {
    const before = feeds.feeds.value;
    for (const address of [LAMPS, NEWS]) web.set(address, away(reason));
    expect(await feeds.check()).toBe(0);
    expect(feeds.away.value).toBe(reason);
    expect(feeds.feeds.value, "looked at no more than before").toEqual(before);
    web.set(LAMPS, found(entry("3")));
    web.set(NEWS, { kind: "unchanged" });
    expect(await feeds.check()).toBe(1);
    expect(feeds.away.value).toBeUndefined();
  });

  it("ends the look: no other feed can be had either", async () => {
    for (let n = 0; n < 9; n++) web.set(`${NEWS}?${n}`, { ...found(), address: `${NEWS}?${n}` } as FeedFound);
    for (let n = 0; n < 9; n++) await feeds.follow(`${NEWS}?${n}`);
    asked = [];
    for (const address of web.keys()) web.set(address, away("companion-away"));
    await feeds.check();
    expect(asked.length).toBeLessThan(4);
  });
});

describe("a look that nobody has asked for", () => {
  /** As a feed that was looked at so many minutes ago. */
  const lookedAt = (minutes: number) =>
    createFeedStore(storage).updateFeed(LAMPS, { checkedAt: Date.now() - minutes * 60_000 });

  beforeEach(async () => {
    await feeds.follow(LAMPS);
    web.set(LAMPS, found(entry("3"), entry("2"), entry("1")));
    asked = [];
  });

  it("comes after half an hour, and not sooner", async () => {
    await lookedAt(29);
    expect(await feeds.checkDue()).toBe(0);
    expect(asked).toEqual([]);
    await lookedAt(31);
    expect(await feeds.checkDue()).toBe(1);
    expect(titles()).toEqual(["Entry 3", "Entry 2", "Entry 1"]);
  });

  it("does not begin without a network, or without the part that reads feeds", async () => {
    await lookedAt(31);
    vi.stubGlobal("navigator", { onLine: false });
    expect(await feeds.checkDue()).toBe(0);
    vi.unstubAllGlobals();
    vi.stubGlobal("location", new URL("https://reader.example/"));
    const loud = vi.fn(load as () => Promise<never>);
    const other = createFeeds(
      parts(),
      () => taken++,
      loud,
      () => Promise.reject(new TypeError("import failed")),
    );
    expect(await other.checkDue()).toBe(0);
    expect(other.away.value).toBeUndefined();
    expect(loud).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });
});

describe("what is offered", () => {
  it("goes into the inbox with its text, as a whole or for the time its page cannot be had, else by its address", async () => {
    const whole = entry("2", { whole: true, html: "<p>All of it.</p>", byline: "Ada" });
    web.set(LAMPS, found(entry("3"), whole, entry("1", { html: "<p>The beginning …</p>" })));
    await feeds.follow(LAMPS);
    await feeds.take(feeds.offers.value.map(({ key }) => key));
    const store = createInboxStore(storage);
    const items = (await inbox()).map(async ({ key, address, incoming }) => ({
      incoming: await store.readIncoming(key),
      address,
      first: incoming.kind === "entry" ? incoming.part : undefined,
    }));
    expect(await Promise.all(items)).toEqual([
      {
        incoming: {
          kind: "entry",
          html: "<p>The beginning …</p>",
          title: "Entry 1",
          site: "Lamps",
          published: "2025-04-01",
          lang: "en",
          part: true,
        },
        address: "https://lamps.example/1",
        first: "page-first",
      },
      {
        incoming: {
          kind: "entry",
          html: "<p>All of it.</p>",
          title: "Entry 2",
          site: "Lamps",
          byline: "Ada",
          published: "2025-04-02",
          lang: "en",
        },
        address: "https://lamps.example/2",
      },
      {
        incoming: { kind: "address", said: { published: "2025-04-03", site: "Lamps" } },
        address: "https://lamps.example/3",
      },
    ]);
    expect(feeds.offers.value).toEqual([]);
    expect(taken).toBe(1);
  });

  it("stays offered where it could not be put on its way", async () => {
    await feeds.follow(LAMPS);
    const makeRoom = fillDisk("inbox");
    await feeds.take(feeds.offers.value.map(({ key }) => key));
    makeRoom();
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
    expect(await inbox()).toEqual([]);
    expect(taken).toBe(0);
  });

  it("is taken once, even by two tabs", async () => {
    await feeds.follow(LAMPS);
    const other = openFeeds();
    await vi.waitFor(() => expect(other.offers.value).toHaveLength(2));
    const keys = feeds.offers.value.map(({ key }) => key);
    await Promise.all([feeds.take(keys), other.take(keys)]);
    expect(await inbox()).toHaveLength(2);
  });

  it("can be had back after it was left out", async () => {
    await feeds.follow(LAMPS);
    const keys = feeds.offers.value.map(({ key }) => key);
    await feeds.dismiss(keys);
    expect(feeds.offers.value).toEqual([]);
    await feeds.offerAgain(keys);
    expect(titles()).toEqual(["Entry 2", "Entry 1"]);
  });
});

describe("a list of feeds", () => {
  it("goes out and comes in, and what is followed stays as it is", async () => {
    await feeds.follow(LAMPS);
    await feeds.setAutomatic(LAMPS, true);
    const file = await feeds.writeOpml("Mine");
    expect(await feeds.readOpml(file!)).toEqual({ added: 0, of: 1, left: 0 });
    await feeds.unfollow(LAMPS);
    expect(await feeds.readOpml(file!)).toEqual({ added: 1, of: 1, left: 0 });
    expect(feeds.feeds.value).toMatchObject([{ address: LAMPS, title: "Lamps", site: "https://lamps.example/" }]);
  });

  it("takes folders along, and brings a feed that was in none into its own", async () => {
    await feeds.follow(LAMPS);
    expect(feeds.feeds.value).toMatchObject([{ folder: [] }]);
    expect(await feeds.moveTo(LAMPS, ["Sea", "Lights"])).toBe(true);
    const file = (await feeds.writeOpml("Mine"))!;
    expect(await file.text()).toContain('<outline text="Sea"');
    await feeds.moveTo(LAMPS, []);
    expect(feeds.feeds.value).toMatchObject([{ folder: [] }]);
    expect(await feeds.readOpml(file)).toEqual({ added: 0, of: 1, left: 0 });
    expect(feeds.feeds.value).toMatchObject([{ address: LAMPS, folder: ["Sea", "Lights"] }]);
    await feeds.moveTo(LAMPS, ["Hills"]);
    await feeds.readOpml(file);
    expect(feeds.feeds.value, "where the reader has put it stays").toMatchObject([{ folder: ["Hills"] }]);
    await feeds.unfollow(LAMPS);
    await feeds.readOpml(file);
    expect(feeds.feeds.value).toMatchObject([{ address: LAMPS, folder: ["Sea", "Lights"] }]);
  });

  it("that has more feeds than anybody reads is followed as far as the limit, and the rest is told of", async () => {
    const address = (index: number) => `https://lamps.example/${index}`;
    const all = Array.from({ length: 5003 }, (_, index) => ({ address: address(index), title: `${index}` }));
    expect(await feeds.readOpml(new Blob([writeOpml("Mine", all)]))).toEqual({ added: 5000, of: 5000, left: 3 });
    const followed = new Set(feeds.feeds.value?.map(({ address }) => address));
    expect([0, 4999, 5000].map((index) => followed.has(address(index)))).toEqual([true, true, false]);
  });

  it("that is none is refused with a reason", async () => {
    expect(await feeds.readOpml(new Blob([new Uint8Array(11_000_000)]))).toEqual({ problem: "too-large" });
    expect(await feeds.readOpml(new Blob(["Dear diary"]))).toEqual({ problem: "damaged" });
    await vi.waitFor(() => expect(feeds.feeds.value).toEqual([]));
  });
});
