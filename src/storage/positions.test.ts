import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StoredPosition } from "./database.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { fillDisk } from "./testing.ts";

let storage: LibraryStorage;

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
});

afterEach(() => {
  storage.close();
});

function position(id: string, offset: number): StoredPosition {
  return { id, position: { block: 2, offset }, fraction: 0.4, updatedAt: 1000 + offset, revision: "r1" };
}

test("an article is reopened where reading stopped last", async () => {
  expect(await storage.readPosition("tides")).toBeUndefined();
  await storage.savePosition(position("tides", 1));
  await storage.savePosition(position("tides", 7));
  expect(await storage.readPosition("tides")).toEqual(position("tides", 7));
});

test("positions saved without waiting end with the last one", async () => {
  await Promise.all([1, 2, 3, 4, 5].map((offset) => storage.savePosition(position("tides", offset))));
  expect(await storage.readPosition("tides")).toEqual(position("tides", 5));
});

test("every article has its own", async () => {
  await storage.savePosition(position("tides", 1));
  await storage.savePosition(position("moons", 2));
  const all = await storage.listPositions();
  expect(all.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([position("moons", 2), position("tides", 1)]);
});

test("a full disk is said, and saving works again when there is room", async () => {
  const makeRoom = fillDisk("positions");
  await expect(storage.savePosition(position("tides", 1))).rejects.toMatchObject({ reason: "quota" });
  makeRoom();
  await storage.savePosition(position("tides", 1));
});
