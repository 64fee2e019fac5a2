import type { FetchReason } from "#protocol/fetch-reason.ts";
import { FetchProblem } from "./fetch-problem.ts";
import type { FetchedPage } from "./fetching/fetched.ts";
import type { Fetch } from "./further-pages.ts";
import { leadsOnTo } from "./html/metadata/leads-on.ts";

/** Pages that lead on to another in turn; more go round. */
const MOST_LEADING_ON = 3;

/** What is over soon: the page is tried again, rather than to keep the few words of one that leads on to it. */
const PASSING: ReadonlySet<FetchReason> = new Set(["offline", "companion-away", "timeout", "busy"]);

/**
 * The page that is meant, where the one that was found only leads on to it; `problem` is why it could not be had, and then the page is the last
 * that could. Rejects where the signal says so, or with a problem that will pass.
 */
export async function atItsEnd(
  found: FetchedPage,
  signal: AbortSignal,
  fetch: Fetch,
): Promise<{ page: FetchedPage; problem?: unknown }> {
  let page = found;
  for (let leads = 0; leads < MOST_LEADING_ON && "text" in page; leads++) {
    const next = leadsOnTo(page.text, page.address);
    if (next === undefined) break;
    try {
      page = await fetch(next, signal);
    } catch (problem) {
      signal.throwIfAborted();
      if (problem instanceof FetchProblem && PASSING.has(problem.reason)) throw problem;
      return { page, problem };
    }
  }
  return { page };
}
