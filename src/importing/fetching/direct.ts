import { trustedWorker } from "#protocol/trusted-worker.ts";
import { FetchProblem } from "../fetch-problem.ts";
import type { FromDirect, ToDirect } from "./direct-messages.ts";
import type { FetchedImage, FetchedPage } from "./fetched.ts";
// oxlint-disable-next-line import/default -- Vite makes it of the query.
import workerAddress from "./worker/direct.ts?worker&url";

/** What a worker is to whoever speaks to it. */
export type DirectWorker = Pick<Worker, "addEventListener" | "postMessage" | "terminate">;

/**
 * Fetches from other sites without a companion, where they let other sites' pages read them, as few do. Rejects with a `FetchProblem` (`no-companion` where
 * the site does not let, or cannot be reached), or with the reason of the signal.
 */
export interface DirectClient {
  fetchPage(url: string, signal: AbortSignal): Promise<FetchedPage>;
  fetchImage(url: string, signal: AbortSignal): Promise<FetchedImage>;
}

const startWorker = (): DirectWorker => new Worker(trustedWorker(workerAddress), { type: "module" });

/** Starts its worker with the first fetch, and lets go of it when nothing is under way. */
export function createDirectClient(newWorker: () => DirectWorker = startWorker): DirectClient {
  let worker: DirectWorker | undefined;
  let last = 0;
  const waiting = new Map<number, (message: FromDirect) => void>();

  function start(): DirectWorker {
    const started = newWorker();
    started.addEventListener("message", ({ data }: MessageEvent<FromDirect>) => waiting.get(data.id)?.(data));
    started.addEventListener("error", () => {
      // The worker itself could not be fetched: without it, nothing can be.
      worker = undefined;
      for (const [id, settle] of waiting) settle({ id, reason: navigator.onLine ? "no-companion" : "offline" });
    });
    return started;
  }

  async function ask(kind: "page" | "image", url: string, signal: AbortSignal): Promise<FetchedPage | FetchedImage> {
    signal.throwIfAborted();
    const id = ++last;
    const current = (worker ??= start());
    const post = (message: ToDirect): void => current.postMessage(message);
    let leave = (): void => {};
    try {
      const message = await new Promise<FromDirect>((resolve, reject) => {
        waiting.set(id, resolve);
        leave = () => {
          post({ id, kind: "leave" });
          reject(signal.reason);
        };
        signal.addEventListener("abort", leave);
        post({ id, kind, url });
      });
      if ("found" in message) return message.found;
      throw new FetchProblem(message.reason);
    } finally {
      signal.removeEventListener("abort", leave);
      waiting.delete(id);
      if (waiting.size === 0) {
        worker?.terminate();
        worker = undefined;
      }
    }
  }

  return {
    fetchPage: async (url, signal) => (await ask("page", url, signal)) as FetchedPage,
    fetchImage: async (url, signal) => (await ask("image", url, signal)) as FetchedImage,
  };
}
