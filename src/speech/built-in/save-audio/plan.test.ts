import { describe, expect, it } from "vitest";
import type { Block } from "#domain/article.ts";
import { sampleRecord } from "#domain/fixtures/sample-article.ts";
import { SPOKEN_DEFAULTS, type SpokenChoices } from "#domain/spoken-settings.ts";
import { leavesOf } from "#domain/text.ts";
import type { VoicePreferences } from "../../voices.ts";
import type { BuiltInVoice } from "../voice-files.ts";
import { planRecording, type RecordingPlan } from "./plan.ts";

const RECORD = sampleRecord({ lang: "en-GB", summary: "Why the water was lower" });
const BLOCKS: Block[] = [
  { type: "heading", level: 2, content: [{ text: "The sea" }] },
  { type: "paragraph", content: [{ text: "Nguyen swims. Nguyen dives." }] },
  { type: "paragraph", lang: "ja", content: [{ text: "海は静かです。" }] },
  { type: "paragraph", lang: "fr", content: [{ text: "La mer monte." }] },
  { type: "preformatted", text: "let x = 1;" },
  { type: "note", id: "1", label: "1", content: [{ type: "paragraph", content: [{ text: "A note." }] }] },
];
const ENGLISH: BuiltInVoice = { lang: "en-GB", voice: "gmw/en", dictionary: "en" };
const AMERICAN: BuiltInVoice = { lang: "en-US", voice: "gmw/en-US", dictionary: "en" };
const FRENCH: BuiltInVoice = { lang: "fr-FR", voice: "roa/fr", dictionary: "fr" };
const PAUSES = { sentence: 100, paragraph: 400, headings: true };

function plan(
  choices: Partial<SpokenChoices> = {},
  {
    voices = {},
    blocks = BLOCKS,
    lang = "en-GB",
  }: { voices?: VoicePreferences["voices"]; blocks?: Block[]; lang?: string } = {},
): RecordingPlan {
  return planRecording(
    {
      record: { ...RECORD, lang },
      body: { id: "tides", blocks, related: [{ title: "Never said", href: "https://example.org/" }] },
      leaves: leavesOf({ blocks }),
      words: { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." },
      choices: { ...SPOKEN_DEFAULTS, ...choices },
      pauses: PAUSES,
      preferences: { voices, languages: ["en-GB"] },
    },
    [AMERICAN, ENGLISH, FRENCH],
  );
}

const said = ({ passages }: RecordingPlan) => passages.map(({ text }) => text);

describe("what is recorded of an article", () => {
  it("is the title, the standfirst and the text, and no related link", () => {
    expect(said(plan({ readCode: "skip", readNotes: false }))).toEqual([
      "Tides.",
      "Why the water was lower.",
      "The sea.",
      "Nguyen swims.",
      "Nguyen dives.",
      "La mer monte.",
    ]);
  });

  it("is what the reader has chosen, said as they say it", () => {
    const sayAs = [{ match: "Nguyen", say: "Win", wholeWord: true, matchCase: false }];
    const text = said(plan({ readCode: "announce", readNotes: true, sayAs }));
    expect(text).toContain("Win swims.");
    expect(text).toContain("Code.");
    expect(text).toContain("A note.");
    expect(said(plan({ readCode: "read" }))).toContain("let x = 1;");
  });

  it("has the reader’s pauses, longer around headings, none before the title", () => {
    const pauses = plan({ readCode: "skip", readNotes: false }).passages.map(({ pause }) => pause);
    expect(pauses).toEqual([0, 900, 900, 900, 100, 400]);
  });

  it("has each passage in the voice of its language, and says which are left out", () => {
    const { passages, leftOut } = plan({ readCode: "skip", readNotes: false });
    expect(new Map(passages.map(({ lang, voice }) => [lang, voice]))).toEqual(
      new Map([
        ["en-GB", ENGLISH],
        ["fr", FRENCH],
      ]),
    );
    expect(leftOut).toEqual(["ja"]);
  });

  it("has the region that the reader has chosen a built-in voice of", () => {
    const choice = { uri: "built-in:en-US", name: "eSpeak NG", lang: "en-US" };
    expect(plan({}, { voices: { en: choice } }).passages[0]!.voice).toBe(AMERICAN);
  });

  it("is nothing where no voice speaks the article’s language", () => {
    const japanese: Block[] = [{ type: "paragraph", content: [{ text: "海は静かです。" }] }];
    const { passages, leftOut, seconds } = plan({}, { blocks: japanese, lang: "ja" });
    expect(passages).toEqual([]);
    expect(leftOut).toEqual(["ja"]);
    expect(seconds).toBe(0);
  });
});
