import { expect, it } from "vitest";
import { enFeeds as words } from "#i18n/en-feeds.ts";
import type { FeedsModel } from "#state/feeds-model.ts";
import { followLists } from "./follow-lists.ts";

type Read = Awaited<ReturnType<FeedsModel["readOpml"]>>;

/** What is said of lists of which the model says this. */
const told = (...reads: Read[]) => {
  const left = [...reads];
  const model = { readOpml: async () => left.shift()!, check: async () => 0 } as unknown as FeedsModel;
  return followLists(
    model,
    reads.map(() => new Blob()),
  );
};

it("says how many feeds have come, of all lists together", async () => {
  const read = await told({ added: 2, of: 3, left: 0 }, { added: 1, of: 1, left: 0 });
  expect(read).toEqual({ said: words.opened(3, 4), problem: "" });
});

it("says so where a list had more than is taken of one", async () => {
  const { said, problem } = await told({ added: 5000, of: 5000, left: 12 });
  expect(said).toBe(words.opened(5000, 5000));
  expect(problem).toBe("Lectern takes 5000 feeds from one list. This list has 12 more, which were left out.");
});

it("says what is wrong with a list, and what the others brought", async () => {
  expect(await told({ problem: "damaged" }, { added: 1, of: 1, left: 0 })).toEqual({
    said: words.opened(1, 1),
    problem: words.notAList,
  });
  expect(await told({ problem: "empty" })).toEqual({ said: "", problem: words.emptyList });
});
