import "fake-indexeddb/auto";
import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS } from "#domain/settings.ts";
import { StorageError } from "#storage/errors.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { fillDisk } from "#storage/testing.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";
import { createSettings, type SettingsModel } from "./settings.ts";

let name: string;
let storage: LibraryStorage;
let problems: ProblemsModel;
let model: SettingsModel;

beforeEach(async () => {
  name = crypto.randomUUID();
  storage = openStorage();
  problems = createProblems();
  model = createSettings(storage, problems);
  await model.load();
});

afterEach(() => storage.close());

const openStorage = () => createStorage({ name, onProblem: (problem) => expect.fail(problem) });
const stored = () => storage.readPreferences();

describe("loading", () => {
  it("changes nothing before what is stored has been read", async () => {
    await storage.savePreferences({ theme: "sepia" });
    const later = createSettings(storage, problems);
    const seen: (string | undefined)[] = [];
    effect(() => void seen.push(later.loaded.value ? later.settings.value.theme : undefined));
    await later.load();
    expect(seen).toEqual([undefined, "sepia"]);
  });

  it("goes on with the defaults, and says so, where nothing can be read", async () => {
    const refusing = { ...storage, readPreferences: () => Promise.reject(new StorageError("unavailable")) };
    const later = createSettings(refusing, problems);
    await later.load();
    expect(later.loaded.value).toBe(true);
    expect(later.settings.value).toEqual(DEFAULTS);
    expect(problems.storage.value).toBe("unavailable");
  });
});

describe("a change", () => {
  it("is in force at once, then kept", async () => {
    model.change({ size: 24 });
    expect(model.settings.value.size).toBe(24);
    await vi.waitFor(async () => expect(await stored()).toEqual({ size: 24 }));
  });

  it("leaves the other settings as they were", async () => {
    model.change({ size: 24, theme: "dark" });
    model.change({ theme: "sepia" });
    expect(model.settings.value).toEqual({ ...DEFAULTS, size: 24, theme: "sepia" });
    await vi.waitFor(async () => expect(await stored()).toEqual({ size: 24, theme: "sepia" }));
  });

  it("stays in force where it could not be kept, and the reader is told", async () => {
    const makeRoom = fillDisk("preferences");
    model.change({ size: 24 });
    await vi.waitFor(() => expect(problems.storage.value).toBe("quota"));
    makeRoom();
    expect(model.settings.value.size).toBe(24);
  });

  it("reaches the other tabs", async () => {
    const otherStorage = openStorage();
    const other = createSettings(otherStorage, createProblems());
    await other.load();
    model.change({ theme: "dark" });
    await vi.waitFor(() => expect(other.settings.value.theme).toBe("dark"));
    otherStorage.close();
  });
});

describe("resetting the text", () => {
  beforeEach(async () => {
    model.change({ size: 24, theme: "dark", rate: 1.5, screenReaderMode: true });
    await vi.waitUntil(async () => (await stored()).rate === 1.5);
  });

  it("returns how text looks to what it was at first, and leaves the rest", async () => {
    model.resetText();
    expect(model.settings.value).toEqual({ ...DEFAULTS, rate: 1.5, screenReaderMode: true });
    await vi.waitFor(async () => expect(await stored()).toEqual({ rate: 1.5, screenReaderMode: true }));
  });

  it("can be undone, once", async () => {
    const before = model.settings.value;
    model.resetText();
    expect(model.beforeReset.value).toEqual({ size: 24, theme: "dark" });
    model.undoReset();
    expect(model.settings.value).toEqual(before);
    expect(model.beforeReset.value).toBeUndefined();
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ size: 24, theme: "dark" }));
    model.undoReset();
    expect(model.settings.value).toEqual(before);
  });

  it("can no longer be undone when something was chosen after it", () => {
    model.resetText();
    model.change({ size: 32 });
    expect(model.beforeReset.value).toBeUndefined();
    model.undoReset();
    expect(model.settings.value).toMatchObject({ size: 32, theme: DEFAULTS.theme });
  });
});
