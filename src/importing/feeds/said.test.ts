import { expect, it } from "vitest";
import type { ImportedArticle } from "../imported-article.ts";
import { withSaid } from "./said.ts";

const ADDRESS = "https://www.tides.example/3";
const said = { byline: "Ada Brown", published: "2025-04-01", site: "Tide Notes" };
const article = (more: Partial<ImportedArticle>): ImportedArticle => ({
  title: "Tides",
  lang: "en",
  dir: "ltr",
  blocks: [],
  related: [],
  pictures: [],
  doubts: [],
  ...more,
});

it("what a page does not say of its article, its feed says", () => {
  expect(withSaid(article({ site: "tides.example" }), said, ADDRESS)).toMatchObject(said);
  expect(withSaid(article({}), {}, ADDRESS)).toEqual(article({}));
});

it("what the page says goes before", () => {
  const page = { byline: "Sam Reed", published: "2025-03-31", site: "The Harbour Letter" };
  expect(withSaid(article(page), said, ADDRESS)).toMatchObject(page);
});
