import type { ImportedArticle } from "./imported-article.ts";
import { ImportProblem } from "./import-problem.ts";

/** A text as an article: its first line is the title, and blank lines part its paragraphs. */
export function importPlain(text: string): ImportedArticle {
  const [title, ...rest] = text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  if (title === undefined) throw new ImportProblem("empty");
  const paragraphs = rest.length > 0 ? rest : [title];
  return {
    title: title.slice(0, 200),
    lang: "und",
    dir: "ltr",
    blocks: paragraphs.map((paragraph) => ({ type: "paragraph", content: [{ text: paragraph }] })),
    related: [],
    pictures: [],
    doubts: [],
  };
}
