import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Preferences } from "#domain/settings.ts";
import { lookOf } from "#domain/look.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";

let storage: LibraryStorage;
let otherTab: LibraryStorage;

beforeEach(() => {
  const name = crypto.randomUUID();
  const onProblem = (problem: string) => expect.fail(problem);
  storage = createStorage({ name, onProblem });
  otherTab = createStorage({ name, onProblem });
});

afterEach(() => {
  storage.close();
  otherTab.close();
});

test("nothing has been chosen at first", async () => {
  expect(await storage.readPreferences()).toEqual({});
});

test("a choice leaves the other choices alone and yields them all", async () => {
  expect(await storage.savePreferences({ size: 24, theme: "sepia" }, lookOf)).toEqual({ size: 24, theme: "sepia" });
  expect(await storage.savePreferences({ size: 28 }, lookOf)).toEqual({ size: 28, theme: "sepia" });
  expect(await otherTab.readPreferences()).toEqual({ size: 28, theme: "sepia" });
});

test("two tabs that change different settings at the same time lose none", async () => {
  const expected: Preferences = {};
  const saves: Promise<unknown>[] = [];
  const mine = ["size", "lineSpacing", "width"] as const;
  const theirs = ["letterSpacing", "wordSpacing", "rate"] as const;
  for (let value = 1; value <= 5; value++) {
    for (let i = 0; i < 3; i++) {
      saves.push(
        storage.savePreferences({ [mine[i]!]: value }, lookOf),
        otherTab.savePreferences({ [theirs[i]!]: value }, lookOf),
      );
      expected[mine[i]!] = expected[theirs[i]!] = value;
    }
  }
  await Promise.all(saves);
  expect(await storage.readPreferences()).toEqual(expected);
});

test("resetting forgets what is named and nothing else, in every tab", async () => {
  await storage.savePreferences({ size: 24, theme: "sepia", rate: 2 }, lookOf);
  const [, rest] = await Promise.all([
    otherTab.savePreferences({ screenReaderMode: true }, lookOf),
    storage.resetPreferences(["size", "theme", "font"], lookOf),
  ]);
  expect(rest).not.toHaveProperty("size");
  expect(await otherTab.readPreferences()).toEqual({ rate: 2, screenReaderMode: true });
});
