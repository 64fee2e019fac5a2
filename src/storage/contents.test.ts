import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { type InboxItem, type KeptFile, LARGEST_FILE } from "#protocol/inbox.ts";
import type { OfferedEntry } from "./database.ts";
import { createFeedStore, type EntryItem } from "./feeds.ts";
import { createInboxStore, type InboxStore } from "./inbox.ts";
import { createKeeper } from "./keeper.ts";
import { type ArticleToSave, createSavedArticles } from "./saved-articles.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { fillDisk } from "./testing.ts";
import { read } from "./transact.ts";

let name: string;
let storage: LibraryStorage;
let inbox: InboxStore;

beforeEach(() => {
  name = crypto.randomUUID();
  storage = createStorage({ name, onProblem: (problem) => expect.fail(problem) });
  inbox = createInboxStore(storage);
});

afterEach(() => storage.close());

const BYTES = new Uint8Array([80, 75, 3, 4]);

const file = (called = "sea.epub"): InboxItem => ({
  way: "file",
  name: called,
  incoming: { kind: "file", name: called, type: "application/epub+zip", bytes: new Blob([BYTES]) },
  status: "waiting",
});

const pasted: InboxItem = { way: "paste", name: "T", incoming: { kind: "text", text: "Tides" }, status: "waiting" };

const article: ArticleToSave = {
  article: sampleArticle({ id: "tides", origin: "saved" }),
  source: { kind: "file", addresses: [], hash: "h" },
  images: [],
};

/** Pieces that are kept. */
const pieces = () => storage.connection.run((db) => read(db, ["contents"], (tx) => tx.store.count()));

async function bytesOf(key: number): Promise<Uint8Array> {
  const incoming = await inbox.readIncoming(key);
  if (incoming?.kind !== "file") return expect.fail("It is a file.");
  return new Uint8Array(await new Blob([incoming.bytes]).arrayBuffer());
}

it("a list of what is on its way has neither texts nor files in it, and they are there when they are wanted", async () => {
  const [first, second] = await inbox.receive([file(), pasted]);
  const listed = await inbox.listInbox();
  expect(listed.map(({ incoming }) => Object.keys(incoming).toSorted())).toEqual([
    ["content", "kind", "name", "type"],
    ["content", "kind"],
  ]);
  expect(await bytesOf(first!)).toEqual(BYTES);
  expect(await inbox.readIncoming(second!)).toEqual(pasted.incoming);
});

it("a step of what is on its way writes no file anew", async () => {
  const [key] = await inbox.receive([file()]);
  // Whatever would be written among the files now would fail.
  const makeRoom = fillDisk("contents");
  await inbox.updateItem(key!, { progress: { done: 1, of: 40 } });
  const saved = createSavedArticles(storage);
  const step = { key: key!, patch: { progress: { done: 2, of: 40 } } };
  expect(await saved.saveImported({ ...article, inbox: step })).toBe("tides");
  makeRoom();
  expect(await bytesOf(key!)).toEqual(BYTES);
});

it("a file that does not fit is not half there", async () => {
  const makeRoom = fillDisk("contents");
  await expect(inbox.receive([pasted, file()])).rejects.toMatchObject({ reason: "quota" });
  makeRoom();
  expect(await inbox.listInbox()).toEqual([]);
  expect(await pieces()).toBe(0);
});

it("a file goes with what it was part of: taken off the list, or in the library", async () => {
  const [first, second] = await inbox.receive([file("one.epub"), file("two.epub")]);
  await inbox.removeItem(first!);
  expect(await pieces()).toBe(1);
  const saved = createSavedArticles(storage);
  const makeRoom = fillDisk("sources");
  await expect(saved.saveImported({ ...article, inbox: { key: second! } })).rejects.toMatchObject({ reason: "quota" });
  makeRoom();
  expect(await bytesOf(second!)).toEqual(BYTES);
  await saved.saveImported({ ...article, inbox: { key: second! } });
  expect(await pieces()).toBe(0);
});

it("files that were shared together become things of their own, without being copied", async () => {
  const shared = ["one.epub", "two.epub"].map((called): [string, File] => ["files", new File([BYTES], called)]);
  const key = await createKeeper(name).receive({
    way: "share",
    name: "",
    incoming: { kind: "share", fields: [["title", "Books"], ...shared] },
    status: "waiting",
  });
  const { incoming } = (await inbox.readItem(key))!;
  if (incoming.kind !== "share") return expect.fail("It is a share.");
  const [one, two] = incoming.fields.flatMap(([, value]) => (typeof value === "string" ? [] : [value]));
  const item = (kept: KeptFile) => ({ ...file(kept.name), incoming: { kind: "file", ...kept } as const });
  await inbox.unpackItem(key, item(one!), [item(two!)]);
  expect(await pieces()).toBe(2);
  const [, other] = await inbox.listInbox();
  await inbox.removeItem(key);
  expect(await bytesOf(other!.key)).toEqual(BYTES);
  await inbox.removeItem(other!.key);
  expect(await pieces()).toBe(0);
});

it("a share that is taken off the list takes its files with it", async () => {
  const [key] = await inbox.receive([
    { way: "share", name: "", incoming: { kind: "share", fields: [["f", new File([BYTES], "a")]] }, status: "waiting" },
  ]);
  expect(await pieces()).toBe(1);
  await inbox.removeItem(key!);
  expect(await pieces()).toBe(0);
});

it("what is too large for any kind of file, or cannot be read, is listed with its problem and without its bytes", async () => {
  const large = new File([], "film.mkv");
  Object.defineProperty(large, "size", { value: LARGEST_FILE + 1 });
  const gone = new File([BYTES], "gone.epub");
  gone.slice = () => {
    throw new DOMException("It has been moved.", "NotReadableError");
  };
  const keys = await inbox.receive(
    [large, gone].map((bytes): InboxItem => ({
      ...file(bytes.name),
      incoming: { kind: "file", name: bytes.name, type: "", bytes },
    })),
  );
  expect(keys).toHaveLength(2);
  expect((await inbox.listInbox()).map(({ status, problem }) => [status, problem])).toEqual([
    ["failed", "too-large"],
    ["failed", "damaged"],
  ]);
  expect(await pieces()).toBe(0);
});

it("the text of a feed's entry is read by nothing that lists it, and goes into the inbox without being copied", async () => {
  const feeds = createFeedStore(storage);
  const address = "https://example.org/feed";
  await feeds.follow([{ address, title: "Feed" }]);
  const entryOf = (id: string) => ({ id, offer: { title: `Tides ${id}` }, html: `<p>The tide ${id}` });
  const take = ({ title, content }: OfferedEntry): EntryItem => ({
    way: "feed",
    name: title,
    incoming: { kind: "entry", content: content! },
    status: "waiting",
  });
  await feeds.found(address, {}, [entryOf("1")], 1, take);
  await feeds.found(address, {}, [entryOf("3"), entryOf("2"), entryOf("1")], 2);
  const [second, third] = await feeds.listFresh();
  expect(Object.keys(second!.offer!)).toEqual(["title", "content"]);
  await feeds.takeEntries([{ key: [address, "2"], item: take(second!.offer!) }]);
  expect(await pieces()).toBe(3);
  for (const [at, { key, incoming }] of (await inbox.listInbox()).entries()) {
    expect(incoming).not.toHaveProperty("html");
    expect(await inbox.readIncoming(key)).toMatchObject({ kind: "entry", html: `<p>The tide ${at + 1}` });
    await inbox.removeItem(key);
  }
  // One that is not wanted keeps its text only as long as it can be offered again.
  await feeds.dismissEntries([[address, "3"]]);
  await feeds.dismissEntries([[address, "3"]], true);
  expect(await feeds.listFresh()).toEqual([third]);
  expect(await pieces()).toBe(1);
  await feeds.dismissEntries([[address, "3"]]);
  await feeds.found(address, {}, [entryOf("3")], 3);
  expect(await pieces()).toBe(0);
  await feeds.found(address, {}, [entryOf("4")], 4);
  await feeds.unfollow(address);
  expect(await pieces()).toBe(0);
});
