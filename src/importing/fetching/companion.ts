import {
  ANSWER_HEADERS,
  type CompanionSession,
  type FetchKind,
  fetchPath,
  type FetchRequest,
  type Refusal,
  SESSION_PATH,
  TOKEN_HEADER,
} from "#protocol/companion-api.ts";
import { FetchProblem } from "../fetch-problem.ts";
import type { FetchedFeed, FetchedImage, FetchedPage } from "./fetched.ts";

/** The companion, from the page's side. Everything rejects with a `FetchProblem`, or with the reason of the signal. */
export interface CompanionClient {
  /** Whether there is one. Rejects with `offline` or `companion-away` where that cannot be found out. */
  isThere(signal: AbortSignal): Promise<boolean>;
  fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage>;
  /** `page` is the address of the page that shows it: some sites give their pictures to their own pages only. */
  fetchImage(url: string, signal: AbortSignal, page?: string): Promise<FetchedImage>;
  /** `unchanged` where it is what it was when these were its `etag` and `lastModified`. */
  fetchFeed(
    url: string,
    signal: AbortSignal,
    known?: Pick<FetchRequest, "etag" | "lastModified">,
  ): Promise<FetchedFeed | "unchanged">;
}

/** What the client stands on. */
interface Surroundings {
  fetch: typeof globalThis.fetch;
  isOnline(): boolean;
  /** Milliseconds. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds: without an answer, and without a further byte of one. */
  patience?: { answer: number; silence: number };
}

const BROWSER: Surroundings = {
  fetch: (input, init) => globalThis.fetch(input, init),
  isOnline: () => navigator.onLine,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

/** The companion itself gives up after fifteen seconds; what is left is the way to it. It answers with the whole, so a pause is the way's. */
const PATIENCE = { answer: 25_000, silence: 15_000 };

/** How often it is asked again when it has no room at the moment, and how long it is waited for each time at most. */
const MOST_TRIES = 4;
const LONGEST_WAIT_SECONDS = 5;

const clients = new Map<string, CompanionClient>();

/** The one client of the app at `base`, so that all who fetch share its session. */
export function companionOf(base: string): CompanionClient {
  let client = clients.get(base);
  if (!client) clients.set(base, (client = createCompanionClient(base)));
  return client;
}

/** `base` is where the app is, absolute and with a slash at the end. Asks for nothing before it has to. */
export function createCompanionClient(
  base: string,
  { fetch, isOnline, wait, patience: limits = PATIENCE }: Surroundings = BROWSER,
): CompanionClient {
  /** Shared by all who ask at the same time; kept until it is refused. */
  let session: Promise<CompanionSession | undefined> | undefined;

  async function ask(path: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new FetchProblem("timeout")), limits.answer);
    const leave = () => patience.abort(signal.reason);
    if (signal.aborted) leave();
    // Not taken away again: the body is still to come.
    signal.addEventListener("abort", leave, { once: true });
    try {
      // Whatever it redirects to is not the companion.
      const asked = { ...init, redirect: "error", cache: "no-store", signal: patience.signal } as const;
      return unlessSilent(await fetch(base + path, asked), limits.silence, patience);
    } catch (error) {
      if (patience.signal.aborted) throw patience.signal.reason;
      throw new FetchProblem(isOnline() ? "companion-away" : "offline", { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Undefined where there is no companion: a host of files answers 404 or, some of them, a page. */
  async function newSession(signal: AbortSignal): Promise<CompanionSession | undefined> {
    const response = await ask(SESSION_PATH, {}, signal);
    const answer = (await jsonOf(response)) as Partial<CompanionSession> | undefined;
    if (response.ok && answer?.app === "lectern" && answer.token !== undefined) return answer as CompanionSession;
    // A proxy in front of a companion that is not running.
    if (response.status >= 500) throw new FetchProblem("companion-away");
    return undefined;
  }

  function sessionFor(signal: AbortSignal): Promise<CompanionSession | undefined> {
    // Not with the signal of one who asks: others may wait for the same.
    const asked = (session ??= newSession(new AbortController().signal));
    const forget = () => {
      if (session === asked) session = undefined;
    };
    asked.then((found) => found ?? forget(), forget);
    return untilAborted(asked, signal);
  }

  /** The answer with its bytes, or undefined for an unchanged feed. */
  async function fetchAs(kind: FetchKind, request: FetchRequest, signal: AbortSignal): Promise<Response | undefined> {
    let hasRenewed = false;
    for (let tries = 1; ; tries++) {
      const { token } = (await sessionFor(signal)) ?? {};
      if (token === undefined) throw new FetchProblem("no-companion");
      const headers = { "Content-Type": "application/json", [TOKEN_HEADER]: token };
      const response = await ask(fetchPath(kind), { method: "POST", headers, body: JSON.stringify(request) }, signal);
      if (response.status === 204) return undefined;
      if (response.ok && response.headers.has(ANSWER_HEADERS.address)) return response;
      const refusal = (await jsonOf(response)) as Refusal | undefined;
      // Another run of it since, or hours have gone by.
      if (refusal?.reason === "token" && !hasRenewed) {
        hasRenewed = true;
        session = undefined;
        continue;
      }
      const isFull = refusal?.reason === "busy" && refusal.status === undefined;
      if (isFull && tries < MOST_TRIES && (refusal.retryAfter ?? 1) <= LONGEST_WAIT_SECONDS) {
        await wait((refusal.retryAfter ?? 1) * 1000, signal);
        continue;
      }
      throw problemOf(refusal, response.status);
    }
  }

  return {
    isThere: async (signal) => (await sessionFor(signal)) !== undefined,

    async fetchPage(url, signal) {
      const response = found(await fetchAs("page", { url }, signal));
      const described = describe(response);
      if (response.headers.has(ANSWER_HEADERS.charset))
        return { ...described, text: await response.text().catch(broken(signal)) };
      const bytes = await response.blob().catch(broken(signal));
      return { ...described, file: new Blob([bytes], { type: described.type }) };
    },

    async fetchImage(url, signal, page) {
      const response = found(await fetchAs("image", page === undefined ? { url } : { url, page }, signal));
      const described = describe(response);
      const bytes = await response.blob().catch(broken(signal));
      return { ...described, bytes: new Blob([bytes], { type: described.type }) };
    },

    async fetchFeed(url, signal, known = {}) {
      const response = await fetchAs("feed", { url, ...known }, signal);
      if (!response) return "unchanged";
      const etag = response.headers.get(ANSWER_HEADERS.etag);
      const lastModified = response.headers.get(ANSWER_HEADERS.lastModified);
      return {
        ...describe(response),
        text: await response.text().catch(broken(signal)),
        ...(etag !== null && { etag }),
        ...(lastModified !== null && { lastModified }),
      };
    },
  };
}

/** The same answer; its body fails with `timeout` when nothing more of it comes for so many milliseconds, and the connection is let go. */
function unlessSilent(response: Response, milliseconds: number, connection: AbortController): Response {
  if (!response.body) return response;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    start: wait,
    transform(bytes, body) {
      wait(body);
      body.enqueue(bytes);
    },
    flush: () => clearTimeout(timer),
  });
  function wait(body: TransformStreamDefaultController<Uint8Array>): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const problem = new FetchProblem("timeout");
      body.error(problem);
      connection.abort(problem);
    }, milliseconds);
  }
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(watched), { status, statusText, headers });
}

function describe({ headers }: Response): { address: string; type: string } {
  return { address: headers.get(ANSWER_HEADERS.address) ?? "", type: headers.get(ANSWER_HEADERS.type) ?? "" };
}

/** Only a feed can be unchanged. */
function found(response: Response | undefined): Response {
  if (!response) throw new FetchProblem("failed");
  return response;
}

function broken(signal: AbortSignal) {
  return (error: unknown): never => {
    if (signal.aborted) throw signal.reason;
    throw error instanceof FetchProblem ? error : new FetchProblem("failed", { cause: error });
  };
}

/** A refusal that is not in the companion's words is that of whatever stands in front of it. */
function problemOf(refusal: Refusal | undefined, status: number): FetchProblem {
  switch (refusal?.reason) {
    case undefined:
      return new FetchProblem(status === 404 || status === 405 ? "no-companion" : "companion-away");
    case "origin":
      return new FetchProblem("no-companion");
    case "token":
      return new FetchProblem("companion-away");
    default:
      return new FetchProblem(refusal!.reason);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  if (!/^application\/json\b/.test(response.headers.get("content-type") ?? "")) return undefined;
  return response.json().catch(() => undefined);
}

async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
