import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "@playwright/test";
import { DIST } from "../support/build.ts";
import { type Companion, startCompanion } from "../support/companion.ts";
import { longArticle } from "./long-article.ts";

export const SHORT = "troops-in-kursk";
export const LONG = "harbour";
export const LIBRARY = "library";

/** Articles of 10 kB and of 3 MB of text. */
export const LETTER = "letter";
export const CHRONICLE = "chronicle";
const LENGTHS = { [LONG]: 30_000, [LETTER]: 10_000, [CHRONICLE]: 3_000_000 };

export interface Bench {
  /** Where the app and the bare pages are served, with a slash at the end. */
  url: string;
  end(): Promise<void>;
}

/**
 * Serves a copy of the built app with a long article in it and, under `bare/<id>.html`, one page for each article (and one for the
 * library) that holds the very elements the app shows, its style sheet, and nothing else.
 */
export async function prepare(browser: Browser): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
  cpSync(DIST, folder, { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [id, length] of Object.entries(LENGTHS))
    write(`articles/${id}.json`, JSON.stringify(longArticle(id, length)));
  const companion: Companion = await startCompanion(folder);

  const page = await browser.newPage({ serviceWorkers: "block" });
  const printed = readFileSync(join(folder, `read/${SHORT}/index.html`), "utf8");
  for (const id of [SHORT, LONG]) {
    await page.goto(`${companion.url}read/${id}`);
    await page.locator(".bar-progress:not(:empty)").waitFor();
    const article = find(ARTICLE, await page.content());
    write(`bare/${id}.html`, barePage(printed, article));
    // What the build would have printed, had it known the article.
    if (id === LONG)
      write(
        `read/${LONG}/index.html`,
        printed.replace(ARTICLE, () => article),
      );
  }
  await page.goto(companion.url);
  await page.locator("main h3 a").first().waitFor();
  write(`bare/${LIBRARY}.html`, barePage(printed, find(VIEW, await page.content())));
  await page.close();

  return {
    url: companion.url,
    async end() {
      await companion.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The element of the open article, and that of the library, in the text of a page. */
const ARTICLE = /<article id="article"[^]*<\/article>/;
const VIEW = /<div id="view"[^>]*>[^]*(?=<article id="article")/;

function find(what: RegExp, page: string): string {
  const found = what.exec(page)?.[0];
  if (!found) throw new Error(`The page has no ${what.source}.`);
  return found;
}

function barePage(printed: string, content: string): string {
  const links = [/<link rel="stylesheet"[^>]*>/, /<link rel="icon"[^>]*>/].map((link) => find(link, printed)).join("");
  return `<!doctype html><html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><title>Bare</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">${links}</head>
<body><main id="main">${content}</main></body></html>`;
}
