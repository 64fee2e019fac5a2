import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFeedStore } from "#storage/feeds.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import type { FeedsModel } from "./feeds-model.ts";
import { watchFeeds } from "./watch-feeds.ts";

let storage: LibraryStorage;
/** The page, with nothing of a page but what is watched. */
let page: EventTarget & { visibilityState: string };
const checkDue = vi.fn(async () => 0);
const load = vi.fn(async () => ({ checkDue }) as unknown as FeedsModel);

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.clearAllMocks();
});

afterEach(() => {
  storage.close();
  vi.unstubAllGlobals();
});

const follow = () => createFeedStore(storage).follow([{ address: "https://lamps.example/feed.xml", title: "Lamps" }]);
const tell = (event: string) => page.dispatchEvent(new Event(event));

it("fetches nothing for a reader without feeds, until there are some", async () => {
  await watchFeeds(storage, load);
  tell("online");
  expect(load).not.toHaveBeenCalled();
  await follow();
  tell("visibilitychange");
  await vi.waitFor(() => expect(checkDue).toHaveBeenCalledOnce());
});

it("looks when the app is opened, when it comes into view and when there is a network", async () => {
  await follow();
  page.visibilityState = "hidden";
  await watchFeeds(storage, load);
  expect(load, "what is offered can be shown all the same").toHaveBeenCalledOnce();
  expect(checkDue).not.toHaveBeenCalled();
  page.visibilityState = "visible";
  tell("visibilitychange");
  await vi.waitFor(() => expect(checkDue).toHaveBeenCalledOnce());
  vi.stubGlobal("navigator", { onLine: false });
  tell("visibilitychange");
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(3));
  expect(checkDue).toHaveBeenCalledOnce();
  vi.stubGlobal("navigator", { onLine: true });
  tell("online");
  await vi.waitFor(() => expect(checkDue).toHaveBeenCalledTimes(2));
});

it("is silent where the part that knows feeds cannot be had", async () => {
  await follow();
  load.mockRejectedValueOnce(new TypeError("import failed"));
  await watchFeeds(storage, load);
  expect(checkDue).not.toHaveBeenCalled();
});
