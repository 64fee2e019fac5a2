import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Change } from "#protocol/changes.ts";
import { lookOf } from "#domain/look.ts";
import { createStorage, type LibraryStorage } from "./storage.ts";
import { sampleArticle, sampleRecord } from "#domain/fixtures/sample-article.ts";

let storage: LibraryStorage;
let otherTab: LibraryStorage;
let heard: Change[];

beforeEach(() => {
  const name = crypto.randomUUID();
  const onProblem = (problem: string) => expect.fail(problem);
  storage = createStorage({ name, onProblem });
  otherTab = createStorage({ name, onProblem });
  heard = [];
  otherTab.onChange((change) => heard.push(change));
});

afterEach(() => {
  storage.close();
  otherTab.close();
});

const position = { id: "tides", position: { block: 1, offset: 0 }, fraction: 0.5, updatedAt: 1, revision: "r1" };

test("every kind of write is announced to the other tabs, in order", async () => {
  await storage.saveArticle(sampleArticle());
  await storage.saveRecords([sampleRecord({ id: "moons" })]);
  await storage.savePosition(position);
  await storage.savePreferences({ size: 24 }, lookOf);
  await storage.resetPreferences(["size"], lookOf);
  await vi.waitFor(() => expect(heard).toHaveLength(5));
  expect(heard).toEqual([
    { type: "records", id: "tides" },
    { type: "records" },
    { type: "position", id: "tides" },
    { type: "preferences" },
    { type: "preferences" },
  ]);
});

test("what is announced can be read", async () => {
  const found = new Promise((resolve) => {
    otherTab.onChange((change) => resolve(change.type === "records" && otherTab.readArticle("tides")));
  });
  void storage.saveArticle(sampleArticle());
  expect(await found).toEqual(sampleArticle());
});

test("a tab does not hear itself", async () => {
  const own = vi.fn();
  storage.onChange(own);
  await storage.savePosition(position);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  await otherTab.savePreferences({ size: 24 }, lookOf);
  await vi.waitFor(() => expect(own).toHaveBeenCalled());
  expect(own).toHaveBeenCalledExactlyOnceWith({ type: "preferences" });
});

test("what failed or changed nothing is not announced", async () => {
  await storage.saveArticle(sampleArticle());
  await storage.saveRecords([sampleRecord()]);
  await storage.savePreferences({ theme: (() => {}) as never }, lookOf).catch(() => {});
  await storage.savePosition(position);
  await vi.waitFor(() => expect(heard).toContainEqual({ type: "position", id: "tides" }));
  expect(heard).toEqual([
    { type: "records", id: "tides" },
    { type: "position", id: "tides" },
  ]);
});

test("a listener that has stopped hears nothing more", async () => {
  const listener = vi.fn();
  const stop = otherTab.onChange(listener);
  stop();
  await storage.savePosition(position);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(listener).not.toHaveBeenCalled();
});
