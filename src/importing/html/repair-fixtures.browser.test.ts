import { describe, expect, test } from "vitest";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { piecesIn } from "./extraction/pieces.ts";
import { regionWithBody } from "./extraction/structured-body.ts";
import { clearPage, importHtml, openPage } from "./import-html.ts";
import { metadataOf } from "./metadata/page-metadata.ts";
import { applyRepair, openRepair } from "./repair.ts";

const OPTIONS = { address: "https://example.org/articles/one" };

const pages = import.meta.glob<string>(["./fixtures/*/source.html", "./blocks/fixtures/*/source.html"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const named = Object.entries(pages).map(([path, html]) => ({ name: path.split("/").at(-2)!, html }));

describe("a page saved with nothing changed is the article that importing made of it", () => {
  test.each(named)("$name", async ({ html }) => {
    const [imported, mended] = await Promise.allSettled([importHtml(html, OPTIONS), applyRepair(html, OPTIONS, {})]);
    expect(mended.status).toBe(imported.status);
    if (imported.status === "rejected") return;
    const { nextPage: _next, isThread: _posts, ...article } = imported.value;
    expect(mended).toEqual({ status: "fulfilled", value: article });
  });
});

/** So many pieces of each page are changed, one by one. */
const MOST = 12;

describe("what is changed in one piece of a page changes nothing in the others", () => {
  test.each(named)("$name", async ({ html }) => {
    const whole = await importHtml(html, OPTIONS).catch(() => undefined);
    if (!whole) return;
    const page = openPage(html);
    const { body } = metadataOf(page, OPTIONS.address);
    clearPage(page);
    if (body) regionWithBody(page, body);
    const elements = piecesIn(page.body);
    const { pieces } = await openRepair(html, OPTIONS);
    const changed = [true, false].flatMap((kept) => pieces.filter((piece) => piece.kept === kept).slice(0, MOST));
    for (const { number, kept, text } of changed) {
      const choice = kept ? { drop: [number] } : { put: [number] };
      const article = await applyRepair(html, OPTIONS, choice).catch(() => undefined);
      // It was all there was.
      if (!article) continue;
      const lost = lettersLeft(lettersOf(whole.blocks), lettersOf(article.blocks));
      const own = kept ? lettersIn(elements[number]!.textContent) : [];
      expect({ text, lost: lettersLeft(lost, own).join("") }).toEqual({ text, lost: "" });
      if (kept) expect(article.related).toEqual(whole.related);
      const { byline, published, lang, dir } = article;
      expect({ byline, published, lang, dir }).toEqual({
        byline: whole.byline,
        published: whole.published,
        lang: whole.lang,
        dir: whole.dir,
      });
    }
  });
});

const lettersIn = (text: string) => text.match(/\p{L}/gu) ?? [];
const lettersOf = (blocks: Block[]) => leavesOf({ blocks }).flatMap(({ text }) => lettersIn(text));

/** Those of which there are more than among the others. */
function lettersLeft(letters: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const letter of others) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return letters.filter((letter) => {
    const count = counts.get(letter) ?? 0;
    counts.set(letter, count - 1);
    return count <= 0;
  });
}
