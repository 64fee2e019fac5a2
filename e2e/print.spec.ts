import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ROOT } from "../src/commands/project.mjs";
import type { Block } from "../src/domain/article.ts";
import { plant } from "./support/database.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { openArticle, openLibrary } from "./support/screens.ts";
import { serveArticle } from "./support/served-article.ts";
import { workerReady } from "./support/service-worker.ts";
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
    for (const theme of ["black", "sepia", "contrast", "own"]) {
      await page.evaluate((name) => {
        const { dataset, style } = document.documentElement;
        dataset["theme"] = name;
        for (const own of ["ink", "paper", "link", "tint"]) style.setProperty(`--own-${own}`, "#cc0000");
      }, theme);
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

test(
  "what the screen needs to lead about is plain text on paper: links of the library, the frame of the focus",
  {
    tag: "@once",
  },
  async ({ page }) => {
    await openArticle(page, "a-page-of-everything");
    const inner = page.locator(".prose a:not([rel]):not(.note-reference)").first();
    await page.keyboard.press("Tab");
    await inner.focus();
    await showPrinted(page);
    await expect(inner).toHaveCSS("text-decoration-line", "none");
    await expect(inner).toHaveCSS("outline-style", "none");
    await expect(inner).toHaveCSS("box-shadow", "none");
    await expect(page.locator(".prose a[rel]").first()).toHaveCSS("text-decoration-line", "underline");
  },
);

const cell = (text: string, header = false) => ({ content: [{ text }], ...(header && { header }) });

test("tables keep their words and their heads", { tag: "@once" }, async ({ page }) => {
  await page.setViewportSize({ width: 673, height: 1000 });
  const { record, body } = shippedArticle(LONG_ARTICLE);
  const sentence = "Das Wasser kommt in der Nacht zurück und nimmt mit, was am Strand liegen geblieben ist. ";
  const table = (columns: number, rows: number) => ({
    type: "table" as const,
    caption: [{ text: `Boote ${columns}` }],
    rows: [
      Array.from({ length: columns }, () => cell("Zwei", true)),
      ...Array.from({ length: rows }, () => [
        cell(sentence.repeat(2)),
        ...Array.from({ length: columns - 1 }, () => cell("Zwei")),
      ]),
    ],
  });
  const filler = (count: number) =>
    Array.from({ length: count }, () => ({ type: "paragraph" as const, content: [{ text: sentence.repeat(3) }] }));
  await serveArticle(page, {
    record: { ...record, lang: "de" },
    body: { ...body, blocks: [...filler(2), table(3, 2), table(6, 2), ...filler(1), table(2, 30)] },
  });
  await openArticle(page, LONG_ARTICLE);
  await showPrinted(page);
  const cells = page.locator("#article :is(th, td)");
  const broken = await cells.evaluateAll(
    (all) =>
      all
        .filter(({ textContent }) => textContent === "Zwei")
        .filter((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return range.getClientRects().length > 1;
        }).length,
  );
  expect(broken, "words that are broken").toBe(0);
  const wide = await page
    .locator("#article table")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right - innerWidth));
  for (const over of wide) expect(over).toBeLessThanOrEqual(1);
  const [short, , long] = await page.locator("#article table").all();
  await expect(short!).toHaveCSS("break-inside", "avoid");
  await expect(long!).toHaveCSS("break-inside", "auto");
  await expect(long!.locator("thead")).toHaveCSS("break-after", "avoid");
});

test.describe("on a device that keeps the article", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "allow" });

  test("pictures that were never scrolled to are on paper", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openLibrary(page);
    await workerReady(page);
    await openArticle(page, "a-page-of-everything");
    const pictures = () =>
      page
        .locator("#article img")
        .evaluateAll((all) =>
          (all as HTMLImageElement[]).map(({ complete, naturalWidth }) => complete && naturalWidth > 0),
        );
    const far = await page.locator("#article img").evaluate((image) => image.getBoundingClientRect().top);
    expect(far, "farther away than any browser loads for").toBeGreaterThan(3000);
    await expect.poll(async () => (await pictures()).includes(false)).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test("lists within lists show it, also where large letters fill the line", { tag: "@once" }, async ({ page }) => {
  const { record, body } = shippedArticle(LONG_ARTICLE);
  const item = (text: string, ...more: Block[]): Block[] => [{ type: "paragraph", content: [{ text }] }, ...more];
  const list = (...items: Block[][]): Block => ({ type: "list", ordered: false, tight: true, items });
  const blocks = [list(item("Outer", list(item("Middle", list(item("Inner"))))))];
  await serveArticle(page, { record, body: { ...body, blocks } });
  await page.setViewportSize({ width: 390, height: 844 });
  await openArticle(page, LONG_ARTICLE);
  await page.evaluate(() => document.documentElement.style.setProperty("--text-size", "3rem"));
  await showPrinted(page);
  const starts = await page
    .locator(".prose ul")
    .evaluateAll((lists) => lists.map((each) => each.querySelector("li")!.getBoundingClientRect().left));
  expect(starts[1]).toBeGreaterThan(starts[0]! + 8);
  expect(starts[2]).toBeGreaterThan(starts[1]! + 8);
});
