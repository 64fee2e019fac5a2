/**
 * Which parts of the built-in voice are on this device. The service worker keeps each file when it is first asked for, beside the
 * typefaces; here it is looked up, fetched and thrown away. Where there is no service worker (in development, or where
 * the browser forbids it) everything is fetched anew each time.
 */
import { type Clock, systemClock } from "../clock.ts";
import { readCounted } from "./read-counted.ts";
import type { BuiltInVoice, VoiceFiles, VoicePack } from "./voice-files.ts";

/** The worker's name for the cache with what was fetched on demand: `createRoutes` in `service-worker/routes.ts`. */
const CACHE = "fonts";
/** When to look whether it has: in milliseconds after the answer, for fast and for slow disks. */
const KEEPING = [500, 3000, 10_000, 30_000];

export interface LanguagePack {
  /** The dictionary's name, one for all voices of a language. */
  name: string;
  /** BCP 47: the first voice of it. */
  lang: string;
  /** Bytes to fetch, with what is missing of the parts that all languages share. */
  bytes: number;
  state: "absent" | "fetching" | "here";
  /** While it is being fetched: how much of that has come, 0 to 1. */
  fetched?: number;
}

export interface PackStore {
  /** Of all languages, in no order. The same array while nothing changes. */
  now(): readonly LanguagePack[];
  /** Bytes on this device of what all languages share: the voice itself. */
  sharedNow(): number;
  onChanged(listener: () => void): () => void;
  /** Looks again what is on the device. Never rejects. */
  look(): Promise<void>;
  /** The absolute address of a file. */
  address(path: string): string;
  /** Rejects where it is not on the device and cannot be fetched. */
  fetchCore(): Promise<ArrayBuffer>;
  fetchDictionary(name: string): Promise<ArrayBuffer>;
  /** All that a language needs, to be kept: for a reader who will be offline. */
  fetchLanguage(name: string): Promise<void>;
  /** Takes a language off the device; with the last one all that the languages share. */
  remove(name: string): Promise<void>;
  /** Takes all of the voice off the device. It is fetched anew when it is next used. */
  removeAll(): Promise<void>;
}

export interface PackStoreDeps {
  /** The absolute address of the app, with a slash at its end. */
  base: string;
  fetch?: (address: string) => Promise<Response>;
  clock?: Clock;
  /** True while a service worker is to come but has not taken charge of the page: then the page keeps what it fetches itself. */
  keepsItself?: () => boolean;
  /** The address of the worker's script, to be kept with the rest then. */
  script?: string;
  /** Undefined where the browser keeps nothing. */
  caches?: CacheStorage | undefined;
}

export function createPackStore(files: VoiceFiles, deps: PackStoreDeps): PackStore {
  const get = deps.fetch ?? ((address) => fetch(address));
  const clock = deps.clock ?? systemClock;
  const listeners = new Set<() => void>();
  const kept = new Set<string>();
  const fetching = new Set<string>();
  /** Of the files that are on their way, in bytes. */
  const come = new Map<string, number>();
  /** What all languages share, while it is on its way. */
  let core: Promise<ArrayBuffer> | undefined;
  const languages = firstVoices(files.voices);
  let packs: readonly LanguagePack[] = [];
  describe();

  function address(path: string): string {
    return new URL(path, deps.base).href;
  }

  /** Of what all languages share. */
  function sharedBytes(counts: (path: string) => boolean): number {
    return [files.engine, files.core].reduce((sum, { path, bytes }) => sum + (counts(path) ? bytes : 0), 0);
  }

  function describe(): void {
    const shared = sharedBytes((path) => !kept.has(path));
    packs = languages.map(({ dictionary: name, lang }) => {
      const { path, bytes } = files.dictionaries[name]!;
      const state = fetching.has(name) ? "fetching" : kept.has(path) && shared === 0 ? "here" : "absent";
      const all = state === "here" ? bytes : shared + (kept.has(path) ? 0 : bytes);
      return { name, lang, state, bytes: all, ...(state === "fetching" && { fetched: fetchedOf(path, all) }) };
    });
  }

  /** In whole hundredths, which is what is shown. */
  function fetchedOf(path: string, all: number): number {
    const missing = [files.engine.path, files.core.path, path].filter((file) => !kept.has(file));
    const bytes = missing.reduce((sum, file) => sum + (come.get(file) ?? 0), 0);
    return all > 0 ? Math.min(Math.floor((100 * bytes) / all) / 100, 1) : 1;
  }

  /** A piece of a file has come. */
  function counted({ path, bytes }: Pick<VoicePack, "path" | "bytes">, now: number): void {
    come.set(path, Math.min(now, bytes));
    if (fetching.size === 0) return;
    const before = packs.map(({ fetched }) => fetched).join();
    describe();
    if (packs.map(({ fetched }) => fetched).join() !== before) for (const listener of [...listeners]) listener();
  }

  function changed(): void {
    describe();
    for (const listener of [...listeners]) listener();
  }

  async function cache(): Promise<Cache | undefined> {
    return (await deps.caches?.has(CACHE)) ? deps.caches?.open(CACHE) : undefined;
  }

  async function look(): Promise<void> {
    try {
      const addresses = new Set((await (await cache())?.keys())?.map(({ url }) => url));
      kept.clear();
      const known = [files.engine, files.core, ...Object.values(files.dictionaries)];
      for (const { path } of known) if (addresses.has(address(path))) kept.add(path);
    } catch {
      kept.clear(); // Storage is closed to this page: nothing is on the device as far as it can know.
    }
    changed();
  }

  async function fetchPack(pack: VoicePack): Promise<ArrayBuffer> {
    const { path } = pack;
    come.delete(path);
    const response = await get(address(path));
    const copy = response.clone();
    const content = await readCounted(response, (bytes) => counted(pack, bytes));
    // A host may answer with a page where it has no such file.
    const [first, second] = new Uint8Array(content);
    if (!response.ok || first !== 0x1f || second !== 0x8b) throw new TypeError(`${path} could not be fetched.`);
    await keep(address(path), copy);
    return content;
  }

  /** Never rejects: what is not kept is fetched again. */
  async function keep(where: string, response: Response): Promise<void> {
    if (!deps.keepsItself?.() || !response.ok) return;
    try {
      await (await deps.caches?.open(CACHE))?.put(where, response);
    } catch {
      // The disk is full, or storage is closed to the page.
    }
  }

  async function forgetOld(): Promise<void> {
    const current = new Set([files.engine, files.core, ...Object.values(files.dictionaries)].map(({ path }) => path));
    const store = await cache();
    const voice = address("voice/");
    for (const { url } of (await store?.keys()) ?? [])
      if (/\.bin$|espeak/.test(url) && url.startsWith(voice) && !current.has(url.slice(deps.base.length)))
        await store?.delete(url);
  }

  function fetchCore(): Promise<ArrayBuffer> {
    const made = fetchShared().finally(() => {
      if (core === made) core = undefined;
    });
    core = made;
    return made;
  }

  async function fetchShared(): Promise<ArrayBuffer> {
    // The worker imports the code; fetched here it is at hand by then, and its absence is told from its failing.
    const [content] = await Promise.all([fetchPack(files.core), fetchCode()]);
    const { script } = deps;
    if (script && deps.keepsItself?.()) get(script).then((answer) => keep(script, answer), nothing);
    return content;
  }

  async function fetchCode(): Promise<void> {
    come.delete(files.engine.path);
    const code = await get(address(files.engine.path));
    const type = code.headers.get("Content-Type") ?? "";
    if (!code.ok || !type.includes("javascript")) throw new TypeError(`${files.engine.path} could not be fetched.`);
    const copy = code.clone();
    // The host may have packed it: more comes than is counted.
    await readCounted(code, (bytes) => counted(files.engine, bytes));
    counted(files.engine, files.engine.bytes);
    await keep(address(files.engine.path), copy);
  }

  async function fetchDictionary(name: string): Promise<ArrayBuffer> {
    fetching.add(name);
    changed();
    try {
      return await fetchPack(files.dictionaries[name]!);
    } finally {
      const over = () => fetched(name);
      // The smallest part of it is often here first.
      if (core) void core.then(over, over);
      else await over();
    }
  }

  async function fetched(name: string): Promise<void> {
    fetching.delete(name);
    await forgetOld().catch(() => {});
    await look();
    // The service worker answers before it has finished keeping.
    for (const ms of KEEPING) clock.after(ms, () => void look());
  }

  return {
    now: () => packs,
    sharedNow: () => sharedBytes((path) => kept.has(path)),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    look,
    address,
    fetchCore,
    fetchDictionary,
    async fetchLanguage(name) {
      await Promise.all([core ?? fetchCore(), fetchDictionary(name)]);
      await look();
    },
    async remove(name) {
      const store = await cache();
      await store?.delete(address(files.dictionaries[name]!.path));
      await look();
      if (Object.values(files.dictionaries).some(({ path }) => kept.has(path))) return;
      for (const { path } of [files.engine, files.core]) await store?.delete(address(path));
      await look();
    },
    async removeAll() {
      const store = await cache();
      for (const { path } of [files.engine, files.core, ...Object.values(files.dictionaries)])
        await store?.delete(address(path));
      await look();
    },
  };
}

function firstVoices(voices: readonly BuiltInVoice[]): BuiltInVoice[] {
  return voices.filter(
    ({ dictionary }, index) => voices.findIndex((voice) => voice.dictionary === dictionary) === index,
  );
}

function nothing(): void {}
