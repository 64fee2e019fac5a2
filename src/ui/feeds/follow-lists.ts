import type { FeedsModel } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { feedsWords as words } from "./words.ts";

/** Follows all feeds of these lists, and begins to look what they have. Yields what to say of it, and what is wrong with a list; each may be empty. */
export async function followLists(
  model: FeedsModel,
  files: readonly Blob[],
): Promise<{ said: string; problem: string }> {
  let problem = "";
  let [added, of] = [0, 0];
  for (const file of files) {
    const read = await model.readOpml(file);
    if ("problem" in read) {
      problem = problemOf(read.problem);
      continue;
    }
    if (read.left > 0) problem = words.leftOut(read.of, read.left);
    added += read.added;
    of += read.of;
  }
  if (of === 0) return { said: "", problem };
  void model.check(Date.now() - 1000);
  return { said: words.opened(added, of), problem };
}

function problemOf(problem: Extract<Awaited<ReturnType<FeedsModel["readOpml"]>>, { problem: unknown }>["problem"]) {
  switch (problem) {
    case "storage":
      return words.notStored;
    case "damaged":
      return words.notAList;
    case "empty":
      return words.emptyList;
    default:
      return problemSentence(problem);
  }
}
