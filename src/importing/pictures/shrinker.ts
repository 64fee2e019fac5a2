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
  /** Lets go of the worker as soon as nobody waits for it. The next picture after that starts another. */
  close(): void;
}

/** Longer than any picture takes that browsers decode at all, in milliseconds. */
const PATIENCE = 60_000;

interface Asked extends PromiseWithResolvers<KeptPicture> {
  message: ToShrinker;
  timer?: ReturnType<typeof setTimeout>;
}

export function createShrinker(patience = PATIENCE): Shrinker {
  let worker: Worker | undefined;
  let last = 0;
  let isUnwanted = false;
  const waiting = new Map<number, Asked>();

  function start(): Worker {
    const started = new Worker(trustedWorker(shrinkingAddress), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<FromShrinker>) => {
      const asked = waiting.get(data.id);
      if (data.kept) asked?.resolve(data.kept);
      else asked?.reject(new ImportProblem("damaged"));
    });
    started.addEventListener("error", ({ message }) => {
      const problem = new ImportProblem("part-missing", { cause: message });
      end();
      for (const asked of waiting.values()) asked.reject(problem);
    });
    return started;
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
    isUnwanted = false;
  }

  function ask(asked: Asked): void {
    clearTimeout(asked.timer);
    asked.timer = setTimeout(() => giveUp(asked), patience);
    (worker ??= start()).postMessage(asked.message);
  }

  /** One that never ends must not hold up the others: they are asked for again in another worker. */
  function giveUp(endless: Asked): void {
    endless.reject(new ImportProblem("damaged"));
    waiting.delete(endless.message.id);
    end();
    for (const other of waiting.values()) ask(other);
  }

  function close(): void {
    if (waiting.size === 0) end();
    else isUnwanted = true;
  }

  return {
    async shrink(picture, size) {
      const id = ++last;
      const asked: Asked = { ...promiseWithResolvers<KeptPicture>(), message: { id, picture, size } };
      waiting.set(id, asked);
      ask(asked);
      try {
        return await asked.promise;
      } finally {
        clearTimeout(asked.timer);
        waiting.delete(id);
        if (isUnwanted) close();
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
