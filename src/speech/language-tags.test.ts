import { describe, expect, it } from "vitest";
import { likely, readableIn, repairTag, spokenLanguage } from "./language-tags.ts";

describe("repairing the tags that platforms send", () => {
  const tags: [sent: string, meant: string][] = [
    ["en-US", "en-US"],
    ["en_US", "en-US"],
    ["EN-gb", "en-GB"],
    ["eng-US-f000", "en-US"],
    ["deu-DEU-x-lvariant-l01", "de"],
    ["cmn", "zh"],
    ["cmn-Hans-CN", "zh-Hans-CN"],
    ["cmn-LATN-PINYIN", "zh-Latn"],
    ["zh_CN_#Hans", "zh-Hans-CN"],
    ["iw_IL", "he-IL"],
    ["in-ID", "id-ID"],
    ["no-NO", "no-NO"],
    ["en-GB-X-RP", "en-GB"],
    ["en-GB-SCOTLAND", "en-GB"],
    ["en-US-NYC", "en-US"],
    ["en-029", "en-029"],
    ["es-419", "es-419"],
    ["ca-ES-valencia", "ca-ES"],
    [" fr ", "fr"],
    ["und", ""],
    ["", ""],
    ["piqd", ""],
    ["English", ""],
    ["--", ""],
  ];
  for (const [sent, meant] of tags)
    it(`${JSON.stringify(sent)} means ${JSON.stringify(meant)}`, () => expect(repairTag(sent)).toBe(meant));

  it("leaves what it has repaired as it is", () => {
    for (const [sent] of tags) expect(repairTag(repairTag(sent))).toBe(repairTag(sent));
  });
});

it("knows which spoken language a tag means", () => {
  const languages = ["en-GB", "nb-NO", "no", "nn-NO", "zh-TW", "zh-HK", "zh-Hant-HK", "yue-HK", ""].map(spokenLanguage);
  expect(languages).toEqual(["en", "no", "no", "nn", "zh", "yue", "yue", "yue", ""]);
});

it("knows in which languages a text can be read without its readers minding", () => {
  expect(readableIn("zh-HK")).toEqual(["yue", "zh"]);
  expect(readableIn("yue-HK")).toEqual(["yue"]);
  expect(readableIn("nn")).toEqual(["nn", "no"]);
  expect(readableIn("nb")).toEqual(["no"]);
  expect(readableIn("en-GB")).toEqual(["en"]);
  expect(readableIn("")).toEqual([]);
});

it("fills in the likely script and region", () => {
  expect(likely("pt")).toEqual({ script: "Latn", region: "BR" });
  expect(likely("zh-TW")).toEqual({ script: "Hani", region: "TW" });
  expect(likely("zh-Latn")).toMatchObject({ script: "Latn" });
  expect(likely("")).toEqual({ script: "", region: "" });
});
