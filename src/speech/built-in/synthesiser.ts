/**
 * The page's side of the worker: starts it when the first sentence is asked for, brings it the data it needs, and starts another when
 * one dies. Asked for one sentence at a time or many, it answers in order.
 */
import type { Clock } from "../clock.ts";
import type { FromWorker, PackData, ToWorker } from "./messages.ts";
import { isOutOfMemory } from "./out-of-memory.ts";
import type { PackStore } from "./packs.ts";
import { type Asked, createSignsOfLife, PATIENCE } from "./signs-of-life.ts";
import type { Rendering } from "./tape.ts";
import type { BuiltInVoice, VoiceFiles } from "./voice-files.ts";

/** As much as is used of a worker, for tests that have it die. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export class SynthesisError extends Error {
  readonly reason: "not-fetched" | "out-of-memory" | "failed" | "silent";

  constructor(reason: SynthesisError["reason"], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** What a worker's message says; empty for one that the browser has ended. */
function failure(message: string): SynthesisError {
  return new SynthesisError(message === "" || isOutOfMemory(message) ? "out-of-memory" : "failed", { cause: message });
}

export interface Synthesiser {
  /** In samples a second; known once something has been rendered. */
  readonly sampleRate: number;
  /**
   * One sentence. Rejects with a `SynthesisError`: what it needs is not on the device and cannot be fetched; it failed, or was silent, twice.
   */
  render(text: string, lang: string, voice: BuiltInVoice): Promise<Rendering>;
  /** Gives the memory back. The next sentence starts anew. */
  release(): void;
}

export interface SynthesiserDeps {
  files: VoiceFiles;
  packs: PackStore;
  newWorker: () => WorkerLike;
  clock: Clock;
}

/** A cold start takes under a second on a desktop and two or three on a slow phone. In milliseconds; the second time it has longer. */
const START = 10_000;

interface Run {
  worker: WorkerLike;
  /** Resolves when it has been started. */
  ready: Promise<void>;
  dictionaries: Map<string, Promise<void>>;
  /** In the order of the answers. */
  waiting: Map<number, Asked & { resolve(rendering: Rendering): void; reject(error: unknown): void }>;
  /** Something was asked or answered. */
  changed(): void;
  die(error: unknown): void;
}

export function createSynthesiser({ files, packs, newWorker, clock }: SynthesiserDeps): Synthesiser {
  let run: Run | undefined;
  let sampleRate = 22_050;
  let count = 0;
  const signs = createSignsOfLife(clock);

  function start(again: boolean): Run {
    const worker = newWorker();
    const waiting: Run["waiting"] = new Map();
    let runs = false;
    let isReady = () => {};
    let die: Run["die"] = () => {};
    const started = new Promise<void>((resolve, reject) => {
      isReady = resolve;
      die = (error) => {
        worker.onmessage = worker.onerror = null;
        worker.terminate();
        if (run?.worker === worker) {
          run = undefined;
          signs.expect(undefined, () => {});
        }
        reject(error);
        for (const { reject: refuse } of waiting.values()) refuse(error);
        waiting.clear();
      };
    });
    const changed = () => {
      const [first] = waiting.values();
      signs.expect(first, () => die(new SynthesisError("silent")));
    };
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") {
        sampleRate = data.sampleRate;
        runs = true;
        return isReady();
      }
      if (data.type === "failed" && data.id === undefined) return die(failure(data.message));
      const asked = waiting.get(data.id!);
      waiting.delete(data.id!);
      signs.seen();
      changed();
      if (data.type === "failed") asked?.reject(failure(data.message));
      else asked?.resolve(renderingOf(data));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that could not be fetched is an error without a message. Once it has run, that is a lack of memory.
      die(event.message || runs ? failure(event.message) : new SynthesisError("not-fetched"));
    };
    const ready = packs
      .fetchCore()
      .catch((cause: unknown) => {
        throw new SynthesisError("not-fetched", { cause });
      })
      .then((content) => {
        const engine = packs.address(files.engine.path);
        worker.postMessage({ type: "start", engine, size: files.size, core: packed(content, files.core.slices) }, [
          content,
        ]);
        return inTime(started, again ? PATIENCE : START);
      });
    ready.catch((error: unknown) => die(error));
    started.catch(() => {});
    return { worker, ready, dictionaries: new Map(), waiting, changed, die };
  }

  function inTime<T>(answer: Promise<T>, patience: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = clock.after(patience, () => reject(new SynthesisError("silent")));
      answer.then(resolve, reject).finally(stop);
    });
  }

  function addDictionary(on: Run, name: string): Promise<void> {
    let added = on.dictionaries.get(name);
    if (!added) {
      added = packs.fetchDictionary(name).then(
        async (content) => {
          await on.ready; // It comes sooner than what the worker has to be started with.
          const dictionary = packed(content, files.dictionaries[name]!.slices);
          on.worker.postMessage({ type: "add", dictionary }, [content]);
        },
        (cause: unknown) => {
          on.dictionaries.delete(name);
          throw new SynthesisError("not-fetched", { cause });
        },
      );
      on.dictionaries.set(name, added);
    }
    return added;
  }

  async function renderOnce(text: string, lang: string, voice: BuiltInVoice, again = false): Promise<Rendering> {
    const on = (run ??= start(again));
    const added = addDictionary(on, voice.dictionary);
    added.catch(() => {});
    await on.ready;
    await added;
    const id = ++count;
    const rendered = new Promise<Rendering>((resolve, reject) =>
      on.waiting.set(id, { letters: text.length, again, resolve, reject }),
    );
    on.worker.postMessage({ type: "render", id, text, lang, voice: voice.voice }, []);
    on.changed();
    try {
      return await rendered;
    } catch (error) {
      // Whatever it is, a worker with nothing in its memory is the better one.
      on.die(error);
      throw error;
    }
  }

  return {
    get sampleRate() {
      return sampleRate;
    },
    async render(text, lang, voice) {
      try {
        return await renderOnce(text, lang, voice);
      } catch (error) {
        if (error instanceof SynthesisError && error.reason === "not-fetched") throw error;
        return renderOnce(text, lang, voice, true);
      }
    },
    release: () => run?.die(new SynthesisError("failed")),
  };
}

function packed(content: ArrayBuffer, slices: PackData["slices"]): PackData {
  return { content, slices };
}

function renderingOf({ pcm, words }: Extract<FromWorker, { type: "rendered" }>): Rendering {
  const timed = [];
  for (let i = 0; i + 2 < words.length; i += 3) timed.push({ start: words[i]!, end: words[i + 1]!, at: words[i + 2]! });
  return { pcm: new Blob([pcm]), samples: pcm.byteLength / 2, words: timed };
}
