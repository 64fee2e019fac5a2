import { describe, expect, it, vi } from "vitest";
import { makeVoice } from "./fake-engine.ts";
import { createVoiceGuide } from "./voice-guide.ts";
import { type CatalogueOptions, createVoiceCatalogue } from "./voice-catalogue.ts";

const NAMES = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });
const nameOf = (tag: string) => NAMES.of(tag) ?? tag;

const ADA = makeVoice("Ada", "en-GB", { quality: 3 });
const VOICES = [
  makeVoice("Zuzana", "cs-CZ"),
  makeVoice("Bells", "en-US", { quality: 0 }),
  makeVoice("Eddy", "en-GB", { quality: 1 }),
  makeVoice("Émilie", "fr-FR"),
  makeVoice("Amélie", "fr-CA"),
  makeVoice("Samantha", "en-US"),
  makeVoice("Cloud", "en-GB", { offline: false, quality: 4 }),
  ADA,
  makeVoice("Maryam", "ar-EG"),
];

function catalogue(more: Partial<CatalogueOptions> = {}) {
  const options = { voices: VOICES, lang: "en-GB", languages: ["fr-CA", "en"], offlineOnly: true };
  const made = createVoiceCatalogue({ ...options, guideOf: () => undefined, nameOf, ...more });
  return (search = "", all = false, limit = Infinity) => {
    const found = made.find({ search, all, limit });
    const groups = found.groups.map(({ language, voices }) => [language, ...voices.map(({ name }) => name)]);
    return { ...found, groups };
  };
}

describe("the catalogue of voices", () => {
  it("groups them by language: the text's, the reader's, then by name; the best first, robots last", () => {
    expect(catalogue()().groups).toEqual([
      ["en", "Ada", "Samantha", "Eddy"],
      ["fr", "Amélie", "Émilie"],
      ["ar", "Maryam"],
      ["cs", "Zuzana"],
    ]);
  });

  it("hides sound effects until they are wanted, and says how many", () => {
    expect(catalogue()()).toMatchObject({ count: 7, hidden: 1 });
    expect(catalogue()("", true).groups[0]).toEqual(["en", "Ada", "Samantha", "Eddy", "Bells"]);
    expect(catalogue()("", true)).toMatchObject({ count: 8, hidden: 0 });
  });

  it("finds by name, language and region, whatever the case and the accents", () => {
    const find = catalogue();
    expect(find("emilie").groups).toEqual([["fr", "Émilie"]]);
    expect(find("canada").groups).toEqual([["fr", "Amélie"]]);
    expect(find("FRENCH").groups).toEqual([["fr", "Amélie", "Émilie"]]);
    expect(find("united ada").groups).toEqual([["en", "Ada"]]);
    expect(find("fr-ca").groups).toEqual([["fr", "Amélie"]]);
    expect(find("bells")).toMatchObject({ groups: [], count: 0, hidden: 1 });
  });

  it("has online voices only where they are allowed", () => {
    expect(catalogue()("cloud").count).toBe(0);
    expect(catalogue({ offlineOnly: false })("cloud").count).toBe(1);
  });

  it("ends at the limit, and counts them all", () => {
    expect(catalogue()("", false, 4)).toMatchObject({
      groups: [
        ["en", "Ada", "Samantha", "Eddy"],
        ["fr", "Amélie"],
      ],
      count: 7,
    });
  });

  it("asks the guides for what is known", () => {
    const guide = createVoiceGuide({
      region: "en-GB",
      sample: "",
      voices: [{ label: "Sam", names: ["Samantha"], lang: "en-US", quality: [5] }],
    });
    const find = catalogue({
      lang: "en-US",
      voices: VOICES.map((voice) => ({ ...voice, engine: "system" as const })),
      guideOf: (language) => (language === "en" ? guide : undefined),
    });
    expect(find("sam").groups).toEqual([["en", "Samantha"]]);
    expect(find().groups[0]?.[1]).toBe("Samantha");
  });

  it("makes what is costly once for each tag, however many voices there are", () => {
    const tags = ["en-GB", "en-US", "cs", "fr", "ar"];
    const voices = Array.from({ length: 13_000 }, (_, index) =>
      makeVoice(`Voice ${index}`, tags[index % tags.length]!, { quality: index % 100 === 0 ? 2 : 0 }),
    );
    const named = vi.fn(nameOf);
    const find = catalogue({ voices, nameOf: named });
    expect(find("", false, 50)).toMatchObject({ count: 130, hidden: 12_870 });
    find("czech", true);
    expect(named.mock.calls.length).toBeLessThan(12);
  });
});
