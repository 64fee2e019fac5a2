import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Keeper } from "#storage/keeper.ts";

/** How each of the three things the worker lives on may be: well, empty, refusing, or silent for ever. */
const CONDITIONS = ["well", "empty", "refusing", "silent"] as const;
type Condition = (typeof CONDITIONS)[number];

const BASE = "/reader/";
const ORIGIN = "https://lectern.test";

const ARTICLE: Article = {
  record: {
    id: "tides",
    title: "Tides",
    lang: "en",
    dir: "ltr",
    tags: [],
    words: 3,
    minutes: 1,
    revision: "r1",
    origin: "shipped",
    savedAt: 0,
  },
  body: { id: "tides", blocks: [{ type: "paragraph", content: [{ text: "The sea." }] }], related: [] },
};
const SHELL = `<!doctype html><html lang="en"><head><title>Lectern</title></head><body><article id="article" hidden></article></body></html>`;

function behave<T>(condition: Condition, well: () => T, empty: T): Promise<T> {
  switch (condition) {
    case "well":
      return Promise.resolve(well());
    case "empty":
      return Promise.resolve(empty);
    case "refusing":
      return Promise.reject(new Error("refused"));
    case "silent":
      return new Promise<T>(() => {});
  }
}

/** The revision that the list of articles knows of. */
let newestRevision = "r1";
/** Whether the article is here, and not only its entry in the list. */
let bodyStored = true;
let networkAnswer: () => Response = () => Response.json(ARTICLE);

function keeper(): Keeper {
  return {
    readRecord: () => behave(storage, () => ({ ...ARTICLE.record, revision: newestRevision }), undefined),
    readArticle: () => behave(storage, () => (bodyStored ? ARTICLE : undefined), undefined),
    saveArticle: () => behave(storage, () => undefined, undefined),
    hasBody: () => behave(storage, () => true, false),
    readPosition: () => behave(storage, () => undefined, undefined),
    readLook: () => behave(storage, () => ({ theme: "dark" }), {}),
  };
}

class ExtendableEventStub {}

class FetchEventStub extends ExtendableEventStub {
  readonly request: Request;

  constructor(request: Request) {
    super();
    this.request = request;
  }

  /** What it is told to wait for may last as long as it likes; where it fails, the test run does. */
  waitUntil(): void {}
}

let storage: Condition;
let caches: Condition;
let network: Condition;
let answer: (event: FetchEvent) => Promise<Response> | undefined;

beforeAll(async () => {
  const page = () => new Response(SHELL);
  const match = () => behave<Response | undefined>(caches, page, undefined);
  const cache = { match, put: () => behave(caches, () => undefined, undefined) };
  vi.stubGlobal("self", globalThis);
  vi.stubGlobal("__WB_DISABLE_DEV_LOGS", true);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("ExtendableEvent", ExtendableEventStub);
  vi.stubGlobal("FetchEvent", FetchEventStub);
  vi.stubGlobal("registration", { scope: ORIGIN + BASE });
  vi.stubGlobal("location", new URL(`${ORIGIN}${BASE}sw.js`));
  vi.stubGlobal("caches", { match, open: () => behave(caches, () => cache, cache) });
  vi.stubGlobal("fetch", () => behave(network, networkAnswer, new Response(null, { status: 404 })));
  // Workbox looks around when it is loaded.
  const { precache } = await import("workbox-precaching/precache.js");
  const { createRoutes } = await import("./routes.ts");
  precache(["index.html", "reader.html", "assets/part.js"].map((url) => ({ url, revision: "1" })));
  answer = createRoutes(BASE, keeper());
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function request(path: string, mode: string): FetchEvent {
  const asked = new Request(ORIGIN + BASE + path);
  Object.defineProperty(asked, "mode", { value: mode });
  return new FetchEventStub(asked) as unknown as FetchEvent;
}

const ADDRESSES = [
  ["", "navigate"],
  ["read/tides", "navigate"],
  ["read/tides?at=0.3", "navigate"],
  ["read/%E0%A4%A", "navigate"],
  ["nowhere", "navigate"],
  ["add?handover=1", "navigate"],
  ["articles/tides.json", "cors"],
  ["articles/%00.json", "cors"],
  ["assets/face.woff2", "cors"],
  ["assets/part.js", "cors"],
] as const;

// The worker keeps the shell in memory once it has read it, so the caches come to be well last.
describe.each(["refusing", "empty", "well"] as const)("with caches %s", (ofCaches) => {
  describe.each(CONDITIONS)("and storage %s", (ofStorage) => {
    it.each(["refusing", "empty", "well"] as const)("and the network %s, all is answered", async (ofNetwork) => {
      [caches, storage, network] = [ofCaches, ofStorage, ofNetwork];
      for (const [path, mode] of ADDRESSES) {
        const answering = answer(request(path, mode));
        await vi.advanceTimersByTimeAsync(10_000);
        expect(await Promise.race([answering, "no answer"]), path).toBeInstanceOf(Response);
      }
    });
  });
});

describe("an article whose newer text does not come", () => {
  it.each(CONDITIONS.filter((condition) => condition !== "well"))(
    "is shown as it is stored: network %s",
    async (ofNetwork) => {
      [caches, storage, network] = ["well", "well", ofNetwork];
      newestRevision = "r2";
      const answering = answer(request("read/tides", "navigate"))!;
      await vi.advanceTimersByTimeAsync(10_000);
      const page = await Promise.race([answering, undefined]);
      expect(await page?.text()).toContain("The sea.");
      newestRevision = "r1";
    },
  );
});

describe("an article that is not here", () => {
  const page = () => new Response("<p>", { headers: { "content-type": "text/html" } });
  const status = (code: number) => () => new Response(null, { status: code });
  it.each([
    ["is not there, where the server has none", "empty", status(404), 404],
    ["cannot be had now, where the server is at fault", "empty", status(502), 503],
    ["is not there, where a host of files answers with a page", "empty", page, 404],
    ["cannot be had now, where it is in the list and a page comes instead", "well", page, 503],
  ] as const)("%s", async (_, ofStorage, answered, expected) => {
    [caches, storage, network] = ["well", ofStorage, "well"];
    [bodyStored, networkAnswer] = [false, answered];
    const answering = answer(request("articles/tides.json", "cors"))!;
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await answering).status).toBe(expected);
    [bodyStored, networkAnswer] = [true, () => Response.json(ARTICLE)];
  });
});
