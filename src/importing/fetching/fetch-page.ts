import { isPrivateHostOf } from "#domain/private-name.ts";
import type { FetchReason } from "#protocol/fetch-reason.ts";
import { FetchProblem } from "../fetch-problem.ts";
import type { CompanionClient } from "./companion.ts";
import type { DirectClient } from "./direct.ts";
import type { FetchedPage } from "./fetched.ts";

/** What another way would not change. */
const FINAL: ReadonlySet<FetchReason> = new Set(["offline", "bad-address", "not-found", "too-large", "wrong-type"]);

/**
 * A page of the web, by the way that works: directly where the site allows it, else through the companion. The reader's browser asks nothing of the devices
 * of its own network, where an address from a feed or a next page could give orders. Rejects with the `FetchProblem` of the way that
 * came furthest, or with the reason of the signal.
 */
export async function fetchPage(
  url: string,
  { direct, companion }: { direct: Pick<DirectClient, "fetchPage">; companion: Pick<CompanionClient, "fetchPage"> },
  signal: AbortSignal,
): Promise<FetchedPage> {
  let first = new FetchProblem("private");
  try {
    if (!URL.canParse(url) || !isPrivateHostOf(new URL(url))) return await direct.fetchPage(url, signal);
  } catch (error) {
    if (!(error instanceof FetchProblem) || FINAL.has(error.reason)) throw error;
    first = error;
  }
  try {
    return await companion.fetchPage(url, signal);
  } catch (error) {
    throw error instanceof FetchProblem && error.reason === "no-companion" ? first : error;
  }
}
