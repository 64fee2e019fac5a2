import { expect, it } from "vitest";
import { createImporter } from "./import-article.ts";

const importer = createImporter("https://lectern.example/");
const SENTENCE = "The tide comes in twice a day, and the people of the harbour set their clocks by it. ";

it("whatever it is read from, an article's title can stand in any sentence", async () => {
  const html = `<title>The \u202etides</title><meta name=author content="Ada\u202b Brown"><article><h1>The \u202etides</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(4)}`;
  for await (const { article } of importer.articles({ kind: "page", html }, { signal: new AbortController().signal }))
    expect(article).toMatchObject({ title: "The tides", byline: "Ada Brown" });
  expect(await importer.pasted({ text: `The \u202etides\n\n${SENTENCE.repeat(3)}\n\n${SENTENCE}` })).toMatchObject({
    title: "The tides",
  });
  const { pieces } = await importer.repair.open(html);
  expect(pieces.length).toBeGreaterThan(0);
  expect(await importer.repair.apply(html, {}, {})).toMatchObject({ title: "The tides" });
});
