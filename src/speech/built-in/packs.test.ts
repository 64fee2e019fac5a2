import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake-clock.ts";
import { createPackStore, type PackStore } from "./packs.ts";
import type { VoiceFiles } from "./voice-files.ts";

const pack = (name: string, bytes: number) => ({ path: `voice/${name}.bin`, bytes, slices: [] });
const FILES: VoiceFiles = {
  engine: { path: "voice/espeak.js", bytes: 200 },
  size: 1000,
  core: pack("core", 300),
  dictionaries: { en: pack("en", 100), de: pack("de", 30) },
  voices: [
    { lang: "en-GB", voice: "gmw/en", dictionary: "en" },
    { lang: "en-US", voice: "gmw/en-US", dictionary: "en" },
    { lang: "de", voice: "gmw/de", dictionary: "de" },
  ],
};
const BASE = "https://lectern.test/reader/";

/** A FAKE of the cache that the service worker fills. */
let kept: Set<string>;
let packs: PackStore;

function fakeCaches(): CacheStorage {
  const cache = {
    keys: async () => [...kept].map((url) => ({ url })),
    delete: async (url: string) => kept.delete(url),
    put: async (url: string) => void kept.add(url),
  };
  return { has: async () => kept.size > 0, open: async () => cache } as unknown as CacheStorage;
}

/** As with the service worker in charge: what is fetched is kept. */
async function fetchAndKeep(address: string): Promise<Response> {
  kept.add(address);
  return answerTo(address);
}

function answerTo(address: string): Response {
  if (address.endsWith(".js")) return new Response("x()", { headers: { "Content-Type": "text/javascript" } });
  return new Response(new Uint8Array([0x1f, 0x8b, 1]));
}

beforeEach(() => {
  kept = new Set();
  packs = createPackStore(FILES, { base: BASE, fetch: fetchAndKeep, caches: fakeCaches() });
});

const shown = () => packs.now().map(({ name, state, bytes }) => `${name} ${state} ${bytes}`);

describe("the languages of the built-in voice", () => {
  it("are one each, with what is to be fetched for them besides what they share", () => {
    expect(shown()).toEqual(["en absent 600", "de absent 530"]);
    expect(packs.now()).toBe(packs.now());
  });

  it("cost only their own pack once one is on the device", async () => {
    await packs.fetchLanguage("en");
    expect([...kept].toSorted()).toEqual(["core.bin", "en.bin", "espeak.js"].map((name) => `${BASE}voice/${name}`));
    expect(shown()).toEqual(["en here 100", "de absent 30"]);
  });

  it("go with the voice itself, which is listed as long as any of it is on the device", async () => {
    expect(packs.sharedNow()).toBe(0);
    await packs.fetchLanguage("en");
    await packs.fetchLanguage("de");
    expect(packs.sharedNow()).toBe(500);
    await packs.removeAll();
    expect([...kept]).toEqual([]);
    expect(packs.sharedNow()).toBe(0);
    expect(shown()).toEqual(["en absent 600", "de absent 530"]);
    await packs.fetchCore();
    await packs.look();
    expect(packs.sharedNow(), "with no language").toBe(500);
    await packs.fetchLanguage("de");
    expect(shown()).toEqual(["en absent 100", "de here 30"]);
  });

  it("tell when they change, and that they are being fetched", async () => {
    const told: string[] = [];
    packs.onChanged(() => told.push(shown()[0]!));
    await packs.fetchLanguage("en");
    expect(told[0]).toBe("en fetching 600");
    expect(told.at(-1)).toBe("en here 100");
  });

  it("tell how much of them has come, in whole hundredths of all that is fetched", async () => {
    let send = (_bytes: number) => {};
    let close = () => {};
    const slowly = async (address: string) => {
      if (!address.endsWith("core.bin")) return answerTo(address);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array([0x1f, 0x8b]));
          send = (bytes) => controller.enqueue(new Uint8Array(bytes));
          close = () => controller.close();
        },
      });
      return new Response(body);
    };
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    const fetched = () => packs.now()[0]!.fetched;
    const told: (number | undefined)[] = [];
    let end = () => {};
    const dictionary = answerTo("en.bin");
    const held = new Promise<void>((resolve) => (end = resolve));
    packs = createPackStore(FILES, {
      base: BASE,
      fetch: async (address) => {
        if (!address.endsWith("en.bin")) return slowly(address);
        await held;
        return dictionary;
      },
      caches: fakeCaches(),
    });
    packs.onChanged(() => told.push(fetched()));
    const all = packs.fetchLanguage("en");
    await settled();
    // The code, 200 of 600, and two bytes of what is 300.
    expect(fetched()).toBe(0.33);
    send(98);
    await settled();
    expect(fetched()).toBe(0.5);
    send(1);
    await settled();
    expect(
      told.filter((value) => value === 0.5),
      "not for each piece",
    ).toHaveLength(1);
    close();
    end();
    await all;
    expect(fetched()).toBeUndefined();
    expect(packs.now()[1]!.fetched).toBeUndefined();
  });

  it("are on their way until all parts have come, whichever is the first, and no part is fetched twice", async () => {
    let end = () => {};
    const held = new Promise<void>((resolve) => (end = resolve));
    const asked: string[] = [];
    const fetchLast = async (address: string) => {
      asked.push(address.slice(BASE.length));
      if (address.endsWith("core.bin")) await held;
      return fetchAndKeep(address);
    };
    packs = createPackStore(FILES, { base: BASE, fetch: fetchLast, caches: fakeCaches() });
    const english = packs.fetchLanguage("en");
    await new Promise((resolve) => setTimeout(resolve));
    expect(packs.now()[0]).toMatchObject({ state: "fetching", fetched: 0.33 });
    const german = packs.fetchLanguage("de");
    end();
    await Promise.all([english, german]);
    expect(shown()).toEqual(["en here 100", "de here 30"]);
    expect(asked.toSorted()).toEqual(["voice/core.bin", "voice/de.bin", "voice/en.bin", "voice/espeak.js"]);
  });

  it("are found when the service worker has kept them only after it has answered", async () => {
    const clock = new FakeClock();
    const late: string[] = [];
    const fetchAndKeepLater = async (address: string) => {
      late.push(address);
      return answerTo(address);
    };
    packs = createPackStore(FILES, { base: BASE, clock, fetch: fetchAndKeepLater, caches: fakeCaches() });
    await packs.fetchLanguage("en");
    expect(shown()[0]).toBe("en absent 600");
    for (const address of late) kept.add(address);
    await clock.advance(600);
    expect(shown()[0]).toBe("en here 100");
  });

  it("are kept by the page itself, with the worker's script, while no service worker does", async () => {
    const script = `${BASE}voice/synthesis.js`;
    const fetchOnly = async (address: string) => answerTo(address);
    const more = { caches: fakeCaches(), keepsItself: () => true, script };
    packs = createPackStore(FILES, { base: BASE, fetch: fetchOnly, ...more });
    await packs.fetchLanguage("en");
    expect(shown()[0]).toBe("en here 100");
    expect([...kept]).toContain(script);
    kept.clear();
    const page = async () => new Response("<!doctype html>");
    packs = createPackStore(FILES, { base: BASE, fetch: page, ...more });
    await expect(packs.fetchLanguage("en")).rejects.toThrow("could not be fetched");
    expect([...kept], "nothing that is none of them").toEqual([]);
  });

  it("can be taken off the device, with the last one all that they share", async () => {
    await packs.fetchLanguage("en");
    await packs.fetchLanguage("de");
    await packs.remove("en");
    expect(shown()).toEqual(["en absent 100", "de here 30"]);
    await packs.remove("de");
    expect([...kept]).toEqual([]);
  });

  it("push out what an older version of Lectern has left", async () => {
    kept.add(`${BASE}voice/en-old.bin`);
    kept.add(`${BASE}voice/espeak-old.js`);
    kept.add(`${BASE}assets/face.woff2`);
    await packs.fetchLanguage("en");
    expect([...kept].filter((url) => url.includes("old"))).toEqual([]);
    expect(kept.has(`${BASE}assets/face.woff2`)).toBe(true);
  });

  it("are not on a device whose storage is closed to the page", async () => {
    const closed = {
      has: () => Promise.reject(new DOMException("denied", "SecurityError")),
    } as unknown as CacheStorage;
    packs = createPackStore(FILES, { base: BASE, fetch: fetchAndKeep, caches: closed });
    await packs.look();
    expect(shown()).toEqual(["en absent 600", "de absent 530"]);
    expect((await packs.fetchDictionary("en")).byteLength).toBe(3);
  });
});
