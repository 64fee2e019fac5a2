import { signal } from "@preact/signals";
import { beforeEach, expect, it, vi } from "vitest";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { START } from "#domain/position.ts";
import type { Preferences } from "#domain/settings.ts";
import { leavesOf } from "#domain/text.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { prepareNextUp } from "./next-up.ts";
import type { ProblemsModel } from "./problems.ts";
import type { OpenArticle } from "./reader.ts";
import type { EditorParts } from "./settings-editor.ts";

const playing = signal(true);
const time = signal({ position: 0, duration: 600 });
const prepare = vi.fn((_: OpenArticle) => Promise.resolve());
const find = vi.fn((id: string) => Promise.resolve(found[id]!));
let found: Record<string, OpenArticle | "missing" | "unreachable">;
let chosen: ReturnType<typeof signal<Preferences>>;
let stop: () => void;

function articleNamed(id: string, fraction = 0): OpenArticle {
  const article = sampleArticle({ id });
  return { article, leaves: leavesOf(article.body), position: { block: 0, offset: 4 }, fraction };
}

beforeEach(() => {
  vi.clearAllMocks();
  playing.value = true;
  time.value = { position: 0, duration: 600 };
  found = { b: articleNamed("b"), c: articleNamed("c", 1) };
  const first = signal<Preferences>({ queue: ["a", "b", "c"] });
  chosen = first;
  const app: EditorParts = {
    settings: { chosen: first, look: signal({ attributes: {}, properties: {} }), loaded: signal(true), load: vi.fn() },
    storage: {} as LibraryStorage,
    problems: {} as ProblemsModel,
  };
  stop = prepareNextUp({ id: "a", playing, time, reader: { find }, prepare }, app);
});

const settled = () => vi.waitFor(() => expect(prepare).toHaveBeenCalled());
const prepared = () => prepare.mock.calls.map(([{ article }]) => article.record.id);

it("gets the next article ready two minutes before the end, once", async () => {
  time.value = { position: 479, duration: 600 };
  await Promise.resolve();
  expect(find).not.toHaveBeenCalled();
  time.value = { position: 481, duration: 600 };
  await settled();
  time.value = { position: 500, duration: 600 };
  await Promise.resolve();
  expect(prepared()).toEqual(["b"]);
  expect(prepare.mock.lastCall?.[0].position).toEqual({ block: 0, offset: 4 });
  stop();
});

it("waits while nothing is heard, and where nothing follows", async () => {
  playing.value = false;
  time.value = { position: 599, duration: 600 };
  chosen.value = { queue: ["b"] };
  playing.value = true;
  await Promise.resolve();
  expect(find, "the article is not of the queue").not.toHaveBeenCalled();
  chosen.value = { queue: ["a"] };
  await Promise.resolve();
  expect(find).not.toHaveBeenCalled();
  stop();
});

it("passes over what cannot be had, and begins anew what has been read", async () => {
  found["b"] = "unreachable";
  time.value = { position: 599, duration: 600 };
  await settled();
  expect(prepared()).toEqual(["c"]);
  expect(prepare.mock.lastCall?.[0].position).toEqual(START);
  stop();
});

it("does it again where the queue goes on otherwise, and not once it is over", async () => {
  time.value = { position: 599, duration: 600 };
  await settled();
  chosen.value = { queue: ["a", "c", "b"] };
  await vi.waitFor(() => expect(prepared()).toEqual(["b", "c"]));
  stop();
  chosen.value = { queue: ["a", "b"] };
  await Promise.resolve();
  expect(prepared()).toEqual(["b", "c"]);
});
