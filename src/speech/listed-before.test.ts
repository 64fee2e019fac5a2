import { expect, it } from "vitest";
import { rememberListed } from "./listed-before.ts";

/** A FAKE of the browser's caches, which Node has not. */
function fakeCaches(): CacheStorage {
  const kept = new Map<string, Response>();
  return {
    match: async (address: string) => kept.get(address)?.clone(),
    open: async () => ({ put: async (address: string, answer: Response) => void kept.set(address, answer) }),
  } as unknown as CacheStorage;
}

it("knows on another day what was noted, and what was noted last", async () => {
  const caches = fakeCaches();
  const first = rememberListed(caches, "fonts", "https://lectern.example/voice/voices");
  expect(await first.read()).toBeUndefined();
  await first.note("none");
  const again = () => rememberListed(caches, "fonts", "https://lectern.example/voice/voices").read();
  expect(await again()).toBe("none");
  await first.note("some");
  expect(await again()).toBe("some");
});

it("knows nothing, and goes on, where storage is closed to the page", async () => {
  const closed = { match: () => Promise.reject(new Error()), open: () => Promise.reject(new Error()) };
  const memory = rememberListed(closed as unknown as CacheStorage, "fonts", "https://lectern.example/x");
  await memory.note("none");
  expect(await memory.read()).toBeUndefined();
  expect(await rememberListed(undefined, "fonts", "https://lectern.example/x").read()).toBeUndefined();
});
