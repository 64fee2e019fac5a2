import type { FetchReason } from "#protocol/fetch-reason.ts";

/** The one error that fetching for the reader rejects with. */
export class FetchProblem extends Error {
  override readonly name = "FetchProblem";
  readonly reason: FetchReason;

  constructor(reason: FetchReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
