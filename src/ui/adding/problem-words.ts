import type { Arrival } from "#state/adding-model.ts";
import { addingWords as words } from "./words.ts";

export type ArrivalProblem = NonNullable<Arrival["problem"]>;

/** What is wrong, and what to do about it. `address`: of what had to be fetched. */
export function problemSentence(problem: ArrivalProblem, address?: string): string {
  return problem === "too-large" && address === undefined ? words.fileTooLarge : words.problems[problem];
}

/** What the reader's own browser may get where neither Lectern nor its companion can. */
const OTHER_WAYS_HELP: ReadonlySet<ArrivalProblem> = new Set<ArrivalProblem>([
  "no-companion",
  "companion-away",
  "private",
  "refused",
  "failed",
  "timeout",
  "too-large",
  "too-many-redirects",
  "wrong-type",
  "busy",
  "robots",
  "not-an-article",
  "too-deep",
  "empty",
]);

/** Whether to offer the ways that lead past the fetching of this address. */
export function otherWaysHelp({ status, address, problem }: Arrival): boolean {
  return (
    (status === "failed" || status === "waiting") &&
    address !== undefined &&
    problem !== undefined &&
    OTHER_WAYS_HELP.has(problem)
  );
}
