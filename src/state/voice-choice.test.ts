import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { FakeEngine, makeVoice } from "#speech/fake-engine.ts";
import * as ReadAloud from "#speech/read-aloud.ts";
import { createVoiceCatalogue } from "#speech/voice-catalogue.ts";
import { findChoice } from "#speech/voices.ts";
import { createStorage } from "#storage/storage.ts";
import { createProblems } from "./problems.ts";
import { createSettings } from "./settings.ts";
import { editorOf, type SettingsEditor } from "./settings-editor.ts";
import { createVoiceChoice, type VoiceChoiceModel } from "./voice-choice.ts";

const BOKMAL = makeVoice("Nora", "nb-NO");
const ADA = makeVoice("Ada", "en-GB");
const CLOUD = makeVoice("Cloud", "en-GB", { offline: false });
const EVERYTHING = { search: "", all: true, limit: 50 };

// The door to speech takes the browser's voices and the page's address as it is opened.
vi.hoisted(() => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("location", new URL("https://lectern.test/"));
});

let engine: FakeEngine;
let settings: SettingsEditor;
let choice: VoiceChoiceModel;

function make(lang: string): void {
  const speech: typeof ReadAloud = {
    ...ReadAloud,
    findVoice: (wanted) => findChoice(engine.voicesNow(), wanted),
    onVoicesChanged: (listener) => engine.onVoicesChanged(listener),
    listVoices: (options) => createVoiceCatalogue({ ...options, voices: engine.voicesNow(), guideOf: () => undefined }),
    sampleFor: ({ name }) => `I am ${name}.`,
  };
  const problems = createProblems();
  const storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  const app = { settings: createSettings(storage, problems), storage, problems };
  settings = editorOf(app);
  const tryOut: ReadAloud.ArticlePlayer["tryOut"] = (text, { voice, report } = {}) =>
    engine.speak({ text, lang: voice!.lang, voice: voice!, rate: 1 }, report ?? (() => {}));
  choice = createVoiceChoice(speech, { tryOut }, app, lang, String);
}

beforeEach(() => {
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
  engine = new FakeEngine(undefined, [ADA, CLOUD, BOKMAL]);
});

const names = () =>
  choice.find(EVERYTHING).groups.map(({ language, voices }) => [language, ...voices.map((v) => v.name)]);

it("lists the article's language first, and anew when voices come and online ones are allowed", () => {
  make("nb");
  expect(names()).toEqual([
    ["no", "Nora"],
    ["en", "Ada"],
  ]);
  choice.allowOnline(true);
  expect(names()[1]).toContain("Cloud");
  engine.changeVoices([BOKMAL]);
  expect(names()).toEqual([["no", "Nora"]]);
});

it("remembers what reads the article for the language of the article, and others for theirs", () => {
  make("nn");
  choice.choose(BOKMAL, "no");
  choice.choose(ADA, "en");
  expect(Object.keys(settings.settings.value.voices).toSorted()).toEqual(["en", "nn"]);
  expect([choice.own(), choice.chosen("no"), choice.chosen("en")]).toEqual(["no", BOKMAL, ADA]);
  choice.choose(undefined, "no");
  expect(choice.chosen("no")).toBeUndefined();
  expect(choice.chosen("en")).toEqual(ADA);
});

it("tries a voice, stops it when it is pressed again, and says when it failed", async () => {
  make("en-GB");
  choice.tryOut(ADA);
  expect(engine.speaking).toBe("I am Ada.");
  await engine.clock.advance(300);
  expect(choice.trial.value).toEqual({ key: ADA.key, state: "speaking" });
  choice.tryOut(ADA);
  expect([engine.speaking, choice.trial.value]).toEqual([undefined, undefined]);

  choice.tryOut(ADA);
  await engine.clock.advance(300);
  engine.fail("failed");
  expect(choice.trial.value).toEqual({ key: ADA.key, state: "failed", reason: "failed" });
  choice.tryOut(ADA);
  await engine.clock.advance(300);
  choice.dispose();
  expect([engine.speaking, choice.trial.value]).toEqual([undefined, undefined]);
});
