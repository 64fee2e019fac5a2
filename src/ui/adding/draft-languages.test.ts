import { expect, it } from "vitest";
import { allLanguages, directionOf, likelyLanguages } from "./draft-languages.ts";

it("has each language once by its name", () => {
  const names = allLanguages().map(({ name }) => name);
  expect(names).toContain("Akan");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBeGreaterThan(150);
});

it("has what a draft is in, and what its reader reads, on top", () => {
  expect(likelyLanguages("ar", ["en-GB", "ar", "en"]).map(({ lang }) => lang)).toEqual(["ar", "en"]);
  expect(likelyLanguages("und", [])).toEqual([]);
});

it("knows in which direction a language is written", () => {
  expect(directionOf("fa")).toBe("rtl");
  expect(directionOf("sv")).toBe("ltr");
  expect(directionOf("no language")).toBeUndefined();
});
