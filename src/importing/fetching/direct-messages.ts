import type { FetchReason } from "#protocol/fetch-reason.ts";
import type { FetchedImage, FetchedPage } from "./fetched.ts";

/** What the page and the worker that fetches directly say to each other. */
export type ToDirect = { id: number; kind: "page" | "image"; url: string } | { id: number; kind: "leave" };

export type FromDirect =
  | { id: number; found: FetchedPage | FetchedImage }
  /** `no-companion`: the site does not let other sites read it. */
  | { id: number; reason: FetchReason };
