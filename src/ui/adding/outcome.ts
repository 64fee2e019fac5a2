import type { Arrival } from "#state/adding-model.ts";
import { problemSentence } from "./problem-words.ts";
import { addingWords as words } from "./words.ts";

const { outcome } = words;

/** What a batch has come to, in one or two sentences; empty where nothing has come to an end. */
export function outcomeSentence(ended: readonly Arrival[]): string {
  const known = ended.filter(isKnown);
  const failed = ended.filter(({ status }) => status === "failed");
  const articles = ended.filter(({ status }) => status === "done").flatMap((arrival) => arrival.articles ?? []);
  const sentences: string[] = [];
  if (articles.length === 1) sentences.push(outcome.addedOne(articles[0]!.title));
  else if (articles.length > 1) sentences.push(outcome.added(articles.length));
  if (known.length > 0) sentences.push(outcome.known(known.length));
  const [first] = failed;
  if (failed.length === 1 && first?.problem)
    sentences.push(outcome.failedOne(first.name, problemSentence(first.problem, first.address)));
  else if (failed.length > 0) sentences.push(outcome.failed(failed.length));
  return sentences.join(" ");
}

/**
 * Follows a list of arrivals. Each call gets the list as it is now and answers what to say: something once when things have come in,
 * and once when all that was at work has come to an end. Never anything of a single step in between. The first list is no news, and
 * nothing is that shows up before the reader has added something here (`acted`): it was there, and has only been read from storage now.
 */
export function createTeller(): (arrivals: readonly Arrival[], acted: boolean) => string {
  let before: ReadonlyMap<number, Arrival> | undefined;
  const ended = new Map<number, Arrival>();
  return (arrivals, acted) => {
    const last = before;
    before = new Map(arrivals.map((arrival) => [arrival.key, arrival]));
    if (!last) return "";
    let come = 0;
    for (const arrival of arrivals) {
      const old = last.get(arrival.key);
      if (!old && !acted) continue;
      if (!old) come++;
      if (isAtWork(arrival)) ended.delete(arrival.key);
      // What was known and has been replaced may have been at work between two looks.
      else if (arrival.status !== "kept" && (!old || isAtWork(old) || (isKnown(old) && !isKnown(arrival))))
        ended.set(arrival.key, arrival);
    }
    for (const key of ended.keys()) if (!before.has(key)) ended.delete(key);
    if (arrivals.some(({ status }) => status === "working")) return come > 0 ? outcome.onItsWay(come) : "";
    const told = outcomeSentence([...ended.values()]);
    ended.clear();
    return told || (come > 0 ? outcome.onItsWay(come) : "");
  };
}

function isKnown({ known = [] }: Arrival): boolean {
  return known.length > 0;
}

function isAtWork({ status }: Arrival): boolean {
  return status === "waiting" || status === "working";
}
