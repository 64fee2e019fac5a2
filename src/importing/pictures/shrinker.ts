import { trustedWorker } from "#protocol/trusted-worker.ts";
import { ImportProblem } from "../import-problem.ts";
import type { FromShrinker, KeptPicture, PictureSize, ToShrinker } from "./messages.ts";
// oxlint-disable-next-line import/default -- Vite makes it of the query.
import shrinkingAddress from "./worker/shrinking.ts?worker&url";

export interface Shrinker {
  /**
   * A picture as it is kept. Rejects with the `ImportProblem` `damaged` where this browser cannot show it, and `part-missing` where the
   * worker could not be fetched.
   */
  shrink(picture: Blob, size: PictureSize): Promise<KeptPicture>;
  /** Lets go of the worker. The next picture starts another. */
  close(): void;
}

/** Longer than any picture takes that browsers decode at all, in milliseconds. */
const PATIENCE = 60_000;

export function createShrinker(): Shrinker {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, PromiseWithResolvers<KeptPicture>>();

  function start(): Worker {
    const started = new Worker(trustedWorker(shrinkingAddress), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<FromShrinker>) => {
      const asked = waiting.get(data.id);
      if (data.kept) asked?.resolve(data.kept);
      else asked?.reject(new ImportProblem("damaged"));
    });
    started.addEventListener("error", ({ message }) => {
      const problem = new ImportProblem("part-missing", { cause: message });
      close();
      for (const asked of waiting.values()) asked.reject(problem);
    });
    return started;
  }

  function close(): void {
    worker?.terminate();
    worker = undefined;
  }

  return {
    async shrink(picture, size) {
      const id = ++last;
      const asked = promiseWithResolvers<KeptPicture>();
      waiting.set(id, asked);
      const timer = setTimeout(() => {
        // One that never ends must not hold up the others.
        close();
        for (const other of waiting.values()) other.reject(new ImportProblem("damaged"));
      }, PATIENCE);
      const message: ToShrinker = { id, picture, size };
      (worker ??= start()).postMessage(message);
      try {
        return await asked.promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
    close,
  };
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/** `Promise.withResolvers`, for browsers of before 2024. */
function promiseWithResolvers<T>(): PromiseWithResolvers<T> {
  let settle!: Omit<PromiseWithResolvers<T>, "promise">;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
