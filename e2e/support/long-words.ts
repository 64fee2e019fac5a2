import { expect, type Page } from "@playwright/test";
import type { Article } from "../../src/domain/article.ts";
import { plant } from "./database.ts";
import { openLibrary } from "./screens.ts";

const SIXTY = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenab";

/** Everything in it is longer than a phone is wide, and nowhere offers to break. */
export const LONG_WORDS: Article = {
  record: {
    id: "long-words",
    title: SIXTY,
    byline: SIXTY.toUpperCase(),
    site: `${SIXTY}.example`,
    lang: "de",
    dir: "ltr",
    summary: SIXTY,
    tags: [],
    words: 400,
    minutes: 12,
    revision: "1",
    origin: "saved",
    savedAt: Date.UTC(2026, 10, 24),
  },
  body: {
    id: "long-words",
    blocks: [
      { type: "heading", level: 2, content: [{ text: SIXTY }] },
      {
        type: "paragraph",
        content: [
          { text: `${SIXTY} `, marks: [{ type: "strong" }] },
          { text: SIXTY, marks: [{ type: "code" }] },
        ],
      },
      {
        type: "paragraph",
        content: [
          {
            text: `https://www.example.org/${SIXTY}/${SIXTY}`,
            marks: [{ type: "link", href: "https://www.example.org/" }],
          },
        ],
      },
      {
        type: "quote",
        content: [
          { type: "list", ordered: true, tight: true, items: [[{ type: "paragraph", content: [{ text: SIXTY }] }]] },
        ],
      },
      { type: "preformatted", text: `const word = "${SIXTY}${SIXTY}";` },
      {
        type: "table",
        caption: [{ text: SIXTY }],
        rows: [
          [
            { content: [{ text: SIXTY }], header: true },
            { content: [{ text: SIXTY }], header: true },
          ],
          [{ content: [{ text: SIXTY }] }, { content: [{ text: "1" }] }],
        ],
      },
    ],
    related: [{ title: SIXTY, href: "https://www.example.org/" }],
  },
};

/** Puts the article on the device and shows it in the library. */
export async function openLibraryOfLongWords(page: Page): Promise<void> {
  const { record, body } = LONG_WORDS;
  await openLibrary(page);
  await plant(page, {
    records: [record],
    bodies: [{ ...body, revision: record.revision }],
    positions: [
      {
        id: record.id,
        position: { block: 1, offset: 0 },
        fraction: 0.3,
        updatedAt: Date.now(),
        revision: record.revision,
      },
    ],
  });
  await page.reload();
  await expect(page.getByRole("main").getByRole("link", { name: record.title })).not.toHaveCount(0);
}

export async function openArticleOfLongWords(page: Page): Promise<void> {
  await openLibraryOfLongWords(page);
  await page.getByRole("main").getByRole("link", { name: LONG_WORDS.record.title }).last().click();
  await expect(page.locator("#article h1")).toHaveText(LONG_WORDS.record.title);
}
