import "fake-indexeddb/auto";
import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookOf } from "#domain/look.ts";
import { DEFAULTS } from "#domain/settings.ts";
import { StorageError } from "#storage/errors.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { fillDisk } from "#storage/testing.ts";
import { createProblems, type ProblemsModel } from "./problems.ts";
import { createSettings, type SettingsModel } from "./settings.ts";
import { editorOf, renewLook, type SettingsEditor } from "./settings-editor.ts";

let name: string;
let storage: LibraryStorage;
let problems: ProblemsModel;
let model: SettingsModel;
let editor: SettingsEditor;

beforeEach(async () => {
  name = crypto.randomUUID();
  storage = openStorage();
  problems = createProblems();
  model = createSettings(storage, problems);
  editor = editorOf({ settings: model, storage, problems });
  await model.load();
});

afterEach(() => storage.close());

const openStorage = () => createStorage({ name, onProblem: (problem) => expect.fail(problem) });
const stored = () => storage.readPreferences();

describe("loading", () => {
  it("changes nothing before what is stored has been read", async () => {
    await storage.savePreferences({ theme: "sepia" }, lookOf);
    const later = createSettings(storage, problems);
    const seen: (string | undefined)[] = [];
    effect(() => void seen.push(later.loaded.value ? later.look.value.attributes["data-theme"] : undefined));
    await later.load();
    expect(seen).toEqual([undefined, "sepia"]);
  });

  it("goes on with the defaults, and says so, where nothing can be read", async () => {
    const refusing = { ...storage, readPreferences: () => Promise.reject(new StorageError("unavailable")) };
    const later = createSettings(refusing, problems);
    await later.load();
    expect(later.loaded.value).toBe(true);
    expect(later.chosen.value).toEqual({});
    expect(problems.storage.value).toBe("unavailable");
  });
});

describe("a change", () => {
  it("is in force at once, then kept", async () => {
    editor.change({ size: 24 });
    expect(editor.settings.value.size).toBe(24);
    await vi.waitFor(async () => expect(await stored()).toEqual({ size: 24 }));
  });

  it("leaves the other settings as they were", async () => {
    editor.change({ size: 24, theme: "dark" });
    editor.change({ theme: "sepia" });
    expect(editor.settings.value).toEqual({ ...DEFAULTS, size: 24, theme: "sepia" });
    await vi.waitFor(async () => expect(await stored()).toEqual({ size: 24, theme: "sepia" }));
  });

  it("stays in force where it could not be kept, and the reader is told", async () => {
    const makeRoom = fillDisk("preferences");
    editor.change({ size: 24 });
    await vi.waitFor(() => expect(problems.storage.value).toBe("quota"));
    makeRoom();
    expect(editor.settings.value.size).toBe(24);
  });

  it("reaches the other tabs", async () => {
    const otherStorage = openStorage();
    const other = createSettings(otherStorage, createProblems());
    await other.load();
    editor.change({ theme: "dark" });
    await vi.waitFor(() => expect(other.chosen.value.theme).toBe("dark"));
    otherStorage.close();
  });
});

describe("resetting the text", () => {
  beforeEach(async () => {
    editor.change({ size: 24, theme: "dark", rate: 1.5, screenReaderMode: true });
    await vi.waitUntil(async () => (await stored()).rate === 1.5);
  });

  it("returns how text looks to what it was at first, and leaves the rest", async () => {
    editor.resetText();
    expect(editor.settings.value).toEqual({ ...DEFAULTS, rate: 1.5, screenReaderMode: true });
    await vi.waitFor(async () => expect(await stored()).toEqual({ rate: 1.5, screenReaderMode: true }));
  });

  it("can be undone, once", async () => {
    const before = editor.settings.value;
    editor.resetText();
    expect(editor.beforeReset.value).toEqual({ size: 24, theme: "dark" });
    editor.undoReset();
    expect(editor.settings.value).toEqual(before);
    expect(editor.beforeReset.value).toBeUndefined();
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ size: 24, theme: "dark" }));
    editor.undoReset();
    expect(editor.settings.value).toEqual(before);
  });

  it("can no longer be undone when something was chosen after it", () => {
    editor.resetText();
    editor.change({ size: 32 });
    expect(editor.beforeReset.value).toBeUndefined();
    editor.undoReset();
    expect(editor.settings.value).toMatchObject({ size: 32, theme: DEFAULTS.theme });
  });
});

describe("the settings of reading aloud", () => {
  const entry = { match: "GIF", say: "jif", wholeWord: true, matchCase: true };

  it("go back to their defaults, without the voices and the list of words, and can be brought back", async () => {
    const voices = { en: { uri: "ada", name: "Ada", lang: "en-GB" } };
    editor.change({ rate: 2, readCode: "read", followVoice: false, sayAs: [entry], voices, size: 24 });
    editor.resetSpoken();
    expect(model.chosen.value).toEqual({ sayAs: [entry], voices, size: 24 });
    expect(editor.beforeReset.value, "the text settings have nothing to undo").toBeUndefined();
    expect(editor.beforeSpokenReset.value).toEqual({ rate: 2, readCode: "read", followVoice: false });
    await vi.waitFor(async () => expect(await stored()).toEqual(model.chosen.value));
    editor.resetSpoken();
    editor.undoSpokenReset();
    expect(model.chosen.value).toMatchObject({ rate: 2, readCode: "read", followVoice: false });
    expect(editor.beforeSpokenReset.value).toBeUndefined();
    await vi.waitFor(async () => expect(await stored()).toEqual(model.chosen.value));
  });

  it("are told to be kept once storage has them, and not where it could not", async () => {
    expect(await editor.keep({ sayAs: [entry] })).toBe(true);
    expect(await stored()).toMatchObject({ sayAs: [entry] });
    const full = { ...storage, savePreferences: () => Promise.reject(new Error("full")) };
    const failing = editorOf({ settings: { ...model }, storage: full, problems });
    expect(await failing.keep({ sayAs: [] })).toBe(false);
    expect(problems.storage.value).toBe("failed");
  });
});

describe("a look that another version has kept", () => {
  it("is renewed, on the screen and in storage", async () => {
    const old = () => ({ attributes: { "data-theme": "gone" }, properties: {} });
    await storage.savePreferences({ theme: "dark" }, old);
    await model.load();
    expect(model.look.value).toEqual(old());
    renewLook({ settings: model, storage, problems });
    expect(model.look.value).toEqual(lookOf({ theme: "dark" }));
    await vi.waitFor(async () => expect(await storage.readLook()).toEqual(lookOf({ theme: "dark" })));
  });

  it("is left alone, and nothing written, where it is the same", async () => {
    const save = vi.fn<LibraryStorage["savePreferences"]>();
    renewLook({ settings: model, storage: { ...storage, savePreferences: save }, problems });
    expect(save).not.toHaveBeenCalled();
  });
});

describe("a preset", () => {
  it("decides the type, leaves colours and voice, and can be undone", async () => {
    editor.change({ size: 32, theme: "sepia", rate: 2, ruler: true });
    editor.use({ width: 80, lineSpacing: 1.5 });
    expect(model.chosen.value).toEqual({ width: 80, lineSpacing: 1.5, theme: "sepia", rate: 2, ruler: true });
    await vi.waitFor(async () => expect(await stored()).toEqual(model.chosen.value));
    editor.undoReset();
    expect(model.chosen.value).toEqual({ size: 32, theme: "sepia", rate: 2, ruler: true });
    await vi.waitFor(async () => expect(await stored()).toEqual(model.chosen.value));
  });
});

it("forgets one setting, so that its default is in force again", async () => {
  editor.change({ size: 32, width: 40 });
  editor.forget("size");
  expect(model.chosen.value).toEqual({ width: 40 });
  expect(editor.settings.value.size).toBe(DEFAULTS.size);
  await vi.waitFor(async () => expect(await stored()).toEqual({ width: 40 }));
});
