import { withoutTurning } from "#domain/turning-marks.ts";
import type { StoredInboxItem } from "#storage/database.ts";
import type { Arrival } from "./adding-model.ts";
import { glanceAtShare } from "./share.ts";

/** What is told of an arrival beside what storage has. */
export type News = Pick<Arrival, "key"> & Partial<Arrival>;

/** It is in the library, and nothing is left to be said or decided. */
export function isFinished({ status, known = [] }: Arrival): boolean {
  return status === "done" && known.length === 0;
}

/** How the reader sees something in the inbox. */
export function arrivalOf(item: StoredInboxItem, one: News | undefined): Arrival {
  const { key, way, status, problem, progress, known, incoming } = item;
  // It has no name until it has been told apart, which may have to wait for a network.
  const { name, address } = incoming.kind === "share" ? glanceAtShare(incoming.fields) : item;
  // What is kept, known or has failed is over, whatever was told of it before.
  const shown = status === "waiting" ? { ...one } : one?.articles ? { articles: one.articles } : {};
  return {
    key,
    way,
    name: withoutTurning(name),
    ...(address && { address }),
    // A draft is not listed.
    status: status === "known" ? "done" : status === "draft" ? "kept" : status,
    ...(problem && { problem: problem as NonNullable<Arrival["problem"]> }),
    ...(progress && { progress }),
    ...(known && { known }),
    ...shown,
  };
}
