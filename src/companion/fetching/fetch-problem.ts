import type { FetchReason } from "#protocol/fetch-reason.ts";

interface Details {
  /** What the site answered. */
  status?: number;
  /** Seconds. */
  retryAfter?: number;
}

/** The one error that fetching rejects with. Its message names no address, so that none is ever logged. */
export class FetchProblem extends Error {
  override readonly name = "FetchProblem";
  readonly reason: FetchReason;
  readonly details: Details;

  constructor(reason: FetchReason, details: Details = {}, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.details = details;
  }
}
