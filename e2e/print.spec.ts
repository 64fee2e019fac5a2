import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ROOT } from "../src/commands/project.mjs";
import { plant } from "./support/database.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { openArticle, openLibrary } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { leafTexts } from "./support/text-of-page.ts";

test.use({ serviceWorkers: "block" });

/** What a browser does before and after it prints; the pages it prints are kept beside the results, to be looked at. */
async function print(page: Page, name: string): Promise<Buffer> {
  const folder = join(ROOT, "test-results/print");
  mkdirSync(folder, { recursive: true });
  return page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
}

/** The page as it is printed, but on the screen. */
async function showPrinted(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

const addresses = (page: Page) =>
  page.evaluate(() => [
    ...new Set(Array.from(document.querySelectorAll<HTMLAnchorElement>(".prose a[rel]"), (a) => a.href)),
  ]);

test(
  "an article on paper is black on white, without bars, in the reader's own type",
  { tag: "@once" },
  async ({ page }) => {
    await openArticle(page, "a-page-of-everything");
    const size = await page.locator("#b0").evaluate((element) => getComputedStyle(element).fontSize);
    for (const theme of ["black", "sepia", "contrast"]) {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      await showPrinted(page);
      await expect(page.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)");
      await expect(page.locator("#b0")).toHaveCSS("color", "rgb(0, 0, 0)");
      await expect(page.locator("#b0")).toHaveCSS("font-size", size);
      await page.emulateMedia({ media: "screen" });
    }
    await showPrinted(page);
    for (const hidden of ["#bar", "#panel", "#notices", ".skip-link", ".related", ".note-back"])
      for (const element of await page.locator(hidden).all()) await expect(element, hidden).toBeHidden();
    const { title, byline } = shippedArticle("a-page-of-everything").record;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.locator(".meta")).toContainText(byline ?? "");
  },
);

test("nothing is cut off at the edge of the paper", { tag: "@once" }, async ({ page }) => {
  // The width that A4 leaves between the margins.
  await page.setViewportSize({ width: 673, height: 1000 });
  for (const id of ["a-page-of-everything", LONG_ARTICLE, "reading-aloud"]) {
    await openArticle(page, id);
    await showPrinted(page);
    const wide = await page.evaluate(() =>
      Array.from(document.querySelectorAll("main *"))
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.localName} ${element.textContent?.slice(0, 40)}`),
    );
    expect.soft(wide, id).toEqual([]);
    await page.emulateMedia({ media: "screen" });
  }
});

test("the addresses of links are listed once each, and numbered in the text", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "a-page-of-everything");
  const texts = await leafTexts(page);
  const listed = await addresses(page);
  expect(listed.length).toBeGreaterThan(0);

  await showPrinted(page);
  const list = page.locator(".print-links li");
  await expect(list).toHaveText(listed);
  await expect(page.locator(".print-links")).toBeVisible();
  const numbers = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLAnchorElement>(".prose a[rel]"), (link) => ({
      address: link.href,
      content: getComputedStyle(link, "::after").content,
    })),
  );
  for (const { address, content } of numbers) expect(content).toContain(`[${listed.indexOf(address) + 1}]`);
  // A note in the text is found by its own number.
  const notes = page.locator(".note-reference");
  expect(await notes.first().evaluate((note) => getComputedStyle(note, "::after").content)).toBe("none");
  expect(await leafTexts(page), "the text itself is as it was").toEqual(texts);

  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".print-links")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".print-links")).toHaveCount(0);
  await expect(page.locator("[data-printed-link]")).toHaveCount(0);
});

test("the browser's own printing has the list, and leaves nothing behind", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "a-page-of-everything");
  await page.evaluate(() => {
    const seen: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) seen.push((node as Element).className);
    }).observe(document.getElementById("main")!, { childList: true });
    Object.assign(window, { seen });
  });
  const pdf = await print(page, "a-page-of-everything");
  expect(pdf.toString("latin1")).toMatch(/^%PDF/);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toContain("print-links");
  await expect(page.locator(".print-links")).toHaveCount(0);
  await expect(page.locator("[data-printed-link]")).toHaveCount(0);
});

test(
  "pages of the screen and columns of vertical writing become pages of paper like any text",
  { tag: "@once" },
  async ({ page }) => {
    await serveArticle(page, japaneseArticle(LONG_ARTICLE));
    const printed: number[] = [];
    for (const preferences of [
      {},
      { layout: "pages" },
      { vertical: true },
      { layout: "pages", vertical: true },
    ] as const) {
      await openLibrary(page);
      await plant(page, { preferences: [preferences] });
      await openArticle(page, LONG_ARTICLE);
      if ("layout" in preferences) await expect(page.locator(".page-turner")).toBeVisible();
      await showPrinted(page);
      await expect(page.getByRole("button", { name: "Next page" })).toHaveCount(0);
      await page.emulateMedia({ media: null });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      const pdf = await print(page, `japanese-${Object.keys(preferences).join("-") || "plain"}`);
      printed.push(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0);
    }
    expect(printed[0]).toBeGreaterThan(1);
    expect(new Set(printed).size, printed.join(", ")).toBe(1);
  },
);
