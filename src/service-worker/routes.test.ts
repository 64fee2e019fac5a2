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
const PICTURE = { key: "a1", articles: ["tides"], type: "image/webp", bytes: new ArrayBuffer(3) };
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
    readImage: () => behave(storage, () => PICTURE, undefined),
    receive: () => behave(storage, () => 7, 0),
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
  const page = () => new Response(SHELL, { headers: { "Cross-Origin-Opener-Policy": "same-origin" } });
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
  ["images/a1", "no-cors"],
  ["images/a1", "navigate"],
  ["add?shared=3", "navigate"],
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
        const response = await Promise.race([answering, undefined]);
        expect(response, path).toBeInstanceOf(Response);
        // What the worker has made itself; the server answers for the rest.
        if (mode === "navigate" && ofNetwork === "refusing")
          expect(response!.headers.get("content-security-policy"), path).toMatch(/^default-src 'none';/);
      }
    });
  });
});

describe("a picture of a saved article", () => {
  const ask = async (ofStorage: Condition) => {
    [caches, storage, network] = ["well", ofStorage, "refusing"];
    const answering = answer(request("images/a1", "no-cors"))!;
    await vi.advanceTimersByTimeAsync(10_000);
    return answering;
  };

  it.each(CONDITIONS)("is no page, and can do nothing, with storage %s", async (ofStorage) => {
    const { headers } = await ask(ofStorage);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';.*sandbox$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("comes from storage", async () => {
    const response = await ask("well");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await response.arrayBuffer()).byteLength).toBe(3);
  });

  it.each(["empty", "refusing", "silent"] as const)("is not to be had with storage %s", async (ofStorage) => {
    expect((await ask(ofStorage)).status).toBe(404);
  });
});

describe("what is shared", () => {
  const share = async (ofStorage: Condition, path = "share") => {
    [caches, storage, network] = ["well", ofStorage, "refusing"];
    const body = new FormData();
    body.set("title", "Tides");
    body.set("text", "See https://example.org/tides?a=1&b=2");
    body.set("files", new File(["<p>The sea."], "tides.html", { type: "text/html" }));
    const posted = new Request(ORIGIN + BASE + path, { method: "POST", body });
    const answering = answer(new FetchEventStub(posted) as unknown as FetchEvent);
    await vi.advanceTimersByTimeAsync(10_000);
    return answering;
  };

  it("is put into the inbox, and leads to its page", async () => {
    const response = await share("well");
    expect([response?.status, response?.headers.get("location")]).toEqual([303, `${BASE}add?shared=7`]);
  });

  it("leads there with what it says where it could not be stored", async () => {
    const response = await share("refusing");
    const search = new URLSearchParams({ title: "Tides", text: "See https://example.org/tides?a=1&b=2" });
    expect([response?.status, response?.headers.get("location")]).toEqual([303, `${BASE}add?${search}`]);
  });

  it("is taken at its own address alone", async () => {
    expect(await share("well", "api/page")).toBeUndefined();
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

it.each([
  ["add", "same-origin"],
  ["add?url=https%3A%2F%2Fexample.org%2F", "same-origin"],
  ["add?handover=1", null],
  ["", "same-origin"],
  ["read/tides", "same-origin"],
])("whether %s hears of the page that opened it is as the companion has it", async (path, expected) => {
  [caches, storage, network] = ["well", "well", "well"];
  const answering = answer(request(path, "navigate"))!;
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await answering).headers.get("Cross-Origin-Opener-Policy")).toBe(expected);
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
