import { signal } from "@preact/signals";
import { beforeEach, expect, it, vi } from "vitest";
import { START } from "#domain/position.ts";
import { leavesOf } from "#domain/text.ts";
import type { LibraryStorage } from "#storage/storage.ts";
import { sampleArticle } from "#domain/fixtures/sample-article.ts";
import { createHeardPlace, type HeardPlace } from "./heard-place.ts";
import type { ProblemsModel } from "./problems.ts";
import type { OpenArticle } from "./reader.ts";

const article = sampleArticle({ id: "tides" }, [
  { type: "paragraph", content: [{ text: "The sea breathes in." }] },
  { type: "paragraph", content: [{ text: "The sea breathes out." }] },
]);
const heard: OpenArticle = { article, leaves: leavesOf(article.body), position: START, fraction: 0 };
const open = signal<OpenArticle | undefined>(undefined);
const moveTo = vi.fn();
const savePosition = vi.fn(() => Promise.resolve());
let place: HeardPlace;

beforeEach(() => {
  vi.clearAllMocks();
  open.value = undefined;
  const storage = { savePosition } as unknown as LibraryStorage;
  const problems = { watch: (work: Promise<unknown>) => work } as unknown as ProblemsModel;
  place = createHeardPlace(heard, { open, moveTo }, { storage, problems });
});

it("is stored at once where the article is not open, with the words that find it again", () => {
  place.moveTo({ block: 1, offset: 4 });
  const { revision } = article.record;
  expect(savePosition).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ id: "tides", position: { block: 1, offset: 4 }, revision }),
  );
  expect(place.stored.value.quote).toContain("sea breathes out");
  expect(place.stored.value.fraction).toBeGreaterThan(0.4);
  expect(moveTo).not.toHaveBeenCalled();
});

it("is not stored again where it has not moved", () => {
  place.moveTo({ block: 1, offset: 0 });
  place.moveTo({ block: 1, offset: 0 });
  expect(savePosition).toHaveBeenCalledOnce();
});

it("is the one reading position where the article is open, which the reader stores", () => {
  open.value = heard;
  place.moveTo({ block: 1, offset: 0 });
  expect(moveTo).toHaveBeenCalledExactlyOnceWith({ block: 1, offset: 0 }, false);
  expect(savePosition).not.toHaveBeenCalled();
  expect(place.stored.value.position).toEqual({ block: 1, offset: 0 });
});

it("is at the end when the last sentence has been said", () => {
  place.moveTo({ block: 1, offset: 0 });
  place.moveTo({ block: 1, offset: 0 }, true);
  expect(savePosition).toHaveBeenLastCalledWith(expect.objectContaining({ fraction: 1 }));
});

it("has nothing to do with another article that is open", () => {
  const other = sampleArticle({ id: "dunes" });
  open.value = { article: other, leaves: leavesOf(other.body), position: START, fraction: 0 };
  place.moveTo({ block: 1, offset: 0 });
  expect(moveTo).not.toHaveBeenCalled();
  expect(savePosition).toHaveBeenCalledOnce();
});
