import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake-clock.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { createPackStore, type PackStore } from "./packs.ts";
import { createSynthesiser, type Synthesiser, type WorkerLike } from "./synthesiser.ts";
import type { BuiltInVoice, VoiceFiles } from "./voice-files.ts";

const pack = (name: string, bytes: number) => ({ path: `voice/${name}.bin`, bytes, slices: [[0, 3] as const] });
const ENGLISH: BuiltInVoice = { lang: "en-GB", voice: "gmw/en", dictionary: "en" };
const GERMAN: BuiltInVoice = { lang: "de", voice: "gmw/de", dictionary: "de" };
const FILES: VoiceFiles = {
  engine: { path: "voice/espeak.js", bytes: 200 },
  size: 1000,
  core: pack("core", 300),
  dictionaries: { en: pack("en", 100), de: pack("de", 30) },
  voices: [ENGLISH, { ...ENGLISH, lang: "en-US", voice: "gmw/en-US" }, GERMAN],
};

/** A FAKE of the worker: says each sentence as one word, or does what can happen to a worker instead. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly got: ToWorker[] = [];
  terminated = false;
  behaviour: Behaviour;
  /** Milliseconds for a sentence, where it is slow. */
  slowness = 1000;
  /** When it has done all that it was asked. */
  #free = 0;

  constructor(behaviour: Behaviour) {
    this.behaviour = behaviour;
  }

  postMessage(message: ToWorker): void {
    this.got.push(message);
    queueMicrotask(() => this.#answer(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  #answer(message: ToWorker): void {
    if (message.type === "start") {
      if (this.behaviour === "does not start") this.#say({ type: "failed", message: "SyntaxError" });
      else if (this.behaviour === "is not there") this.#die("");
      else if (this.behaviour !== "hangs at the start") this.#say({ type: "ready", sampleRate: 16_000 });
    } else if (message.type === "render") {
      const { id, text } = message;
      if (this.behaviour === "runs out of memory") this.#die("Uncaught RangeError: Array buffer allocation failed");
      else if (this.behaviour === "is ended by the browser") this.#die("");
      else if (this.behaviour === "writes past its memory")
        this.#say({ type: "failed", id, message: "RuntimeError: memory access out of bounds" });
      else if (this.behaviour === "fails") this.#say({ type: "failed", id, message: "Bad data" });
      else if (this.behaviour !== "is killed without a word") this.#render(id, text);
    }
  }

  #render(id: number, text: string): void {
    const rendered = () =>
      this.#say({ type: "rendered", id, pcm: new ArrayBuffer(8), words: new Float64Array([0, text.length, 5]) });
    if (this.behaviour !== "is slow") return rendered();
    this.#free = Math.max(this.#free, clock.now()) + this.slowness;
    clock.after(this.#free - clock.now(), rendered);
  }

  #say(data: FromWorker): void {
    if (!this.terminated) this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  #die(message: string): void {
    this.onerror?.({ message, preventDefault() {} } as ErrorEvent);
  }
}

type Behaviour =
  | "works"
  | "does not start"
  | "is not there"
  | "hangs at the start"
  | "runs out of memory"
  | "writes past its memory"
  | "is ended by the browser"
  | "is killed without a word"
  | "is slow"
  | "fails";

let workers: FakeWorker[];
let clock: FakeClock;
let offline: boolean;
let fetched: string[];
/** What the largest of the files waits for. */
let slowly: Promise<unknown>;
let packs: PackStore;

beforeEach(() => {
  workers = [];
  clock = new FakeClock();
  offline = false;
  slowly = Promise.resolve();
  fetched = [];
  packs = createPackStore(FILES, {
    base: "https://lectern.test/",
    fetch: async (address) => {
      if (address.endsWith("core.bin")) await slowly;
      if (offline) throw new TypeError("Failed to fetch");
      fetched.push(address);
      const script = address.endsWith(".js");
      return new Response(script ? "x()" : new Uint8Array([0x1f, 0x8b, 1]), {
        headers: { "Content-Type": script ? "text/javascript" : "application/octet-stream" },
      });
    },
  });
});

/** With workers that behave like this, one after the other. */
function make(...behaviours: Behaviour[]): Synthesiser {
  const newWorker = () => {
    const worker = new FakeWorker(behaviours.shift() ?? "works");
    workers.push(worker);
    return worker;
  };
  return createSynthesiser({ files: FILES, packs, newWorker, clock });
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("the first sentence", () => {
  it("fetches what all languages need and its own pack, and no other", async () => {
    const synthesiser = make();
    const rendering = await synthesiser.render("Hello.", "en", ENGLISH);
    expect(rendering).toMatchObject({ samples: 4, words: [{ start: 0, end: 6, at: 5 }] });
    expect(synthesiser.sampleRate).toBe(16_000);
    expect(fetched.map((address) => address.replace(/^.*\//, "")).toSorted()).toEqual([
      "core.bin",
      "en.bin",
      "espeak.js",
    ]);
  });

  it("waits for all that is needed, whatever comes first", async () => {
    slowly = settled();
    await make().render("Hello.", "en", ENGLISH);
    expect(workers[0]!.got.map(({ type }) => type)).toEqual(["start", "add", "render"]);
  });

  it("is the only one that starts a worker; another language adds its pack to it", async () => {
    const synthesiser = make();
    await Promise.all([synthesiser.render("One.", "en", ENGLISH), synthesiser.render("Two.", "en", ENGLISH)]);
    await synthesiser.render("Drei.", "de", GERMAN);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.got.map(({ type }) => type)).toEqual(["start", "add", "render", "render", "add", "render"]);
  });
});

describe("offline", () => {
  it("says that the pack is not there, and does not try twice", async () => {
    offline = true;
    await expect(make().render("Hello.", "en", ENGLISH)).rejects.toMatchObject({ reason: "not-fetched" });
    expect(workers).toHaveLength(1);
  });

  it("goes on with the languages that are there, and fetches the others when it can", async () => {
    const synthesiser = make();
    await synthesiser.render("Hello.", "en", ENGLISH);
    offline = true;
    await expect(synthesiser.render("Hallo.", "de", GERMAN)).rejects.toMatchObject({ reason: "not-fetched" });
    await synthesiser.render("Again.", "en", ENGLISH);
    offline = false;
    await synthesiser.render("Hallo.", "de", GERMAN);
    expect(workers).toHaveLength(1);
  });

  it("takes a page that stands where the pack should be for no pack", async () => {
    packs = createPackStore(FILES, {
      base: "https://lectern.test/",
      fetch: async () => new Response("<!doctype html>"),
    });
    await expect(make().render("Hello.", "en", ENGLISH)).rejects.toMatchObject({ reason: "not-fetched" });
  });
});

describe("a worker that", () => {
  it.each([
    ["does not start", "failed"],
    ["runs out of memory", "out-of-memory"],
    ["writes past its memory", "out-of-memory"],
    ["is ended by the browser", "out-of-memory"],
    ["fails", "failed"],
  ] as const)("%s is replaced, once", async (behaviour, reason) => {
    const synthesiser = make(behaviour);
    await synthesiser.render("Hello.", "en", ENGLISH);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    await expect(make(behaviour, behaviour).render("Hello.", "en", ENGLISH)).rejects.toMatchObject({ reason });
  });

  it.each(["hangs at the start", "is killed without a word"] as const)("%s is replaced, once", async (behaviour) => {
    const synthesiser = make(behaviour, behaviour);
    const rendering = synthesiser.render("Hello.", "en", ENGLISH).catch(({ reason }: { reason: string }) => reason);
    await settled();
    await clock.advance(10_000);
    await settled();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    await clock.advance(20_000);
    expect(await rendering).toBe("silent");
    expect(workers).toHaveLength(2);
    // Asked again later, it is tried again.
    await synthesiser.render("Hello.", "en", ENGLISH);
    expect(workers).toHaveLength(3);
  });

  it("is gone without a word is noticed when it is needed, in seconds; nobody else does", async () => {
    const synthesiser = make();
    await synthesiser.render("Hello.", "en", ENGLISH);
    workers[0]!.behaviour = "is killed without a word";
    const both = Promise.all([synthesiser.render("Two.", "en", ENGLISH), synthesiser.render("Three.", "en", ENGLISH)]);
    await settled();
    await clock.advance(2900);
    expect(workers).toHaveLength(1);
    await clock.advance(200);
    expect(await both).toHaveLength(2);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it("is slow has the time that it has been seen to need, each sentence its own", async () => {
    const synthesiser = make("is slow");
    const text = "A sentence of about fifty letters, as there are many.";
    const first = synthesiser.render(text, "en", ENGLISH);
    await settled();
    await clock.advance(1000);
    await first;
    workers[0]!.slowness = 15_000;
    const all = Promise.all([text, text, text].map((each) => synthesiser.render(each, "en", ENGLISH)));
    await settled();
    await clock.advance(45_000);
    expect(await all).toHaveLength(3);
    expect(workers).toHaveLength(1);
  });

  it("was put to sleep with the machine is not given up for it", async () => {
    const synthesiser = make("is slow");
    const starting = synthesiser.render("Hello.", "en", ENGLISH);
    await settled();
    workers[0]!.slowness = 25_000;
    await clock.advance(1000);
    await starting;
    const rendering = synthesiser.render("Hello.", "en", ENGLISH);
    await settled();
    clock.holdUp(3_600_000);
    await clock.advance(1000);
    await rendering;
    expect(workers).toHaveLength(1);
  });

  it("cannot be fetched is as good as a pack that cannot", async () => {
    await expect(make("is not there").render("Hello.", "en", ENGLISH)).rejects.toMatchObject({ reason: "not-fetched" });
  });

  it("is not needed any more gives its memory back", async () => {
    const synthesiser = make();
    await synthesiser.render("Hello.", "en", ENGLISH);
    synthesiser.release();
    expect(workers[0]!.terminated).toBe(true);
    await synthesiser.render("Hello.", "en", ENGLISH);
    expect(workers).toHaveLength(2);
  });
});
