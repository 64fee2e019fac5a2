import type { IncomingMessage } from "node:http";
import { FetchProblem } from "./fetch-problem.ts";

/** No site is waited for longer than a day. */
const LONGEST_WAIT_SECONDS = 86_400;

/** What a site's answer says where it is not what was asked for; undefined where it is. */
export function answerProblem({ statusCode: status = 0, headers }: IncomingMessage): FetchProblem | undefined {
  if (status === 200 || status === 203) return undefined;
  const retryAfter = seconds(headers["retry-after"]);
  const details = { status, ...(retryAfter !== undefined && { retryAfter }) };
  switch (true) {
    case status === 404 || status === 410:
      return new FetchProblem("not-found", details);
    case status === 429:
      return new FetchProblem("busy", details);
    // A page that asks for a browser that can be watched comes with all kinds of status.
    case headers["cf-mitigated"] !== undefined:
    case status >= 400 && status < 500:
    case status === 999:
      return new FetchProblem("refused", details);
    default:
      return new FetchProblem("failed", details);
  }
}

/** `Retry-After` is a number of seconds or a date. */
function seconds(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT_SECONDS);
}
