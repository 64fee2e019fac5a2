import { expect, type Page, test } from "@playwright/test";
import type { Preferences } from "../src/domain/settings.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant } from "./support/database.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { turnThrough } from "./support/pages.ts";
import { settledPlace } from "./support/place.ts";
import { openArticle, openLibrary } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { serveArticle } from "./support/served-article.ts";

test.use({ serviceWorkers: "block" });

const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });
const article = (page: Page) => page.locator("#article");

async function openJapanese(page: Page, preferences: Preferences, lang = "ja"): Promise<void> {
  await serveArticle(page, japaneseArticle(LONG_ARTICLE, lang));
  await openLibrary(page);
  await plant(page, { preferences: [preferences] });
  await openArticle(page, LONG_ARTICLE);
  // The part that scrolls columns has come.
  if (preferences.vertical && !preferences.layout) await expect(article(page)).toHaveAttribute("tabindex", "0");
}

/** How far the columns have been scrolled to the left. */
const scrolled = (page: Page) => article(page).evaluate((element) => Math.abs(element.scrollLeft));

test(
  "vertical writing is offered for Japanese and traditional Chinese only, and is kept",
  { tag: "@once" },
  async ({ page }) => {
    const toggle = dialog(page).getByRole("checkbox", { name: "Vertical writing" });
    for (const [lang, offered] of [
      ["ja", true],
      ["zh-TW", true],
      ["zh-Hant", true],
      ["zh-CN", false],
      ["ko", false],
      ["en-GB", false],
    ] as const) {
      await page.unrouteAll();
      await openJapanese(page, { vertical: false }, lang);
      await page.getByRole("button", { name: "Text settings" }).click();
      await expect(toggle, lang).toHaveCount(offered ? 1 : 0);
    }
    await page.unrouteAll();
    await openJapanese(page, { vertical: false });
    await page.getByRole("button", { name: "Text settings" }).click();
    await toggle.check();
    await expect(article(page)).toHaveCSS("writing-mode", "vertical-rl");
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(article(page)).toHaveCSS("writing-mode", "vertical-rl");
  },
);

test("what is chosen for Japanese leaves an English article as it is", { tag: "@once" }, async ({ page }) => {
  await openLibrary(page);
  await plant(page, { preferences: [{ vertical: true }] });
  await openArticle(page, LONG_ARTICLE);
  await expect(article(page)).toHaveCSS("writing-mode", "horizontal-tb");
  await page.mouse.wheel(0, 500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
});

test.describe("scrolled", () => {
  test("columns begin at the right, follow the wheel and the keys, and the bars stay", async ({ page }) => {
    await openJapanese(page, { vertical: true });
    expect(await scrolled(page)).toBe(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    const { width, height } = page.viewportSize()!;
    await page.mouse.move(width / 2, height / 2);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(150);
    await page.keyboard.press("PageDown");
    await expect.poll(() => scrolled(page)).toBeGreaterThan(width / 2);
    await page.keyboard.press("Home");
    await expect.poll(() => scrolled(page)).toBe(0);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => scrolled(page)).toBeGreaterThan(20);
    await expect(page.getByRole("navigation", { name: "Reading" })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollWidth - innerWidth])).toEqual([
      0, 0, 0,
    ]);
    await page.keyboard.press("End");
    await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
    await expectNoViolations(page, "vertical writing");
  });

  test("the place is kept through a reload and when it turns horizontal", async ({ page }) => {
    await openJapanese(page, { vertical: true });
    for (let i = 0; i < 2; i++) await page.keyboard.press("PageDown");
    const place = (await settledPlace(page, LONG_ARTICLE))!;
    expect(place.block).toBeGreaterThan(0);
    const before = await scrolled(page);
    await page.reload();
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    // The sentence begins at the edge now: at most it was as much of it as the window holds that had gone by.
    expect(Math.abs((await scrolled(page)) - before)).toBeLessThan(page.viewportSize()!.width);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
    await page.getByRole("button", { name: "Text settings" }).click();
    await dialog(page).getByRole("checkbox", { name: "Vertical writing" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(page.locator(`#b${place.block}`)).toBeInViewport();
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("ruby stands beside its word, code stays horizontal", { tag: "@once" }, async ({ page }) => {
    await openJapanese(page, { vertical: true });
    const [base, reading] = await page
      .locator("ruby")
      .first()
      .evaluate((element) => {
        const text = document.createRange();
        text.selectNode(element.firstChild!);
        return [text, element.querySelector("rt")!].map((part) => part.getBoundingClientRect().toJSON() as DOMRect);
      });
    expect(reading!.left).toBeGreaterThan(base!.left + base!.width / 2);
    expect(reading!.right).toBeGreaterThan(base!.right);
    await expect(page.locator("pre")).toHaveCSS("writing-mode", "horizontal-tb");
  });

  test(
    "short numbers stand upright in the line, and lie in it again when the text does",
    { tag: "@once" },
    async ({ page }) => {
      await openJapanese(page, { vertical: true });
      const boxOf = (number: string) =>
        page.locator("#article p", { hasText: "2026年11月3日" }).evaluate((paragraph, number) => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = (walker.currentNode as Text).data.indexOf(number);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + number.length);
            const { width, height } = range.getBoundingClientRect();
            return { width, height };
          }
          return undefined;
        }, number);
      const size = await article(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      // Two figures in the room of one letter; four run down the line.
      await expect.poll(async () => (await boxOf("11"))!.height).toBeLessThan(size * 1.2);
      expect((await boxOf("2026"))!.height).toBeGreaterThan(size * 1.5);
      const text = () => page.locator("#article .prose").evaluate((element) => element.textContent);
      const before = await text();
      await page.getByRole("button", { name: "Text settings" }).click();
      await dialog(page).getByRole("checkbox", { name: "Vertical writing" }).uncheck();
      await page.keyboard.press("Escape");
      await expect(page.locator("[data-upright]")).toHaveCount(0);
      expect(await text()).toBe(before);
      expect((await boxOf("11"))!.width).toBeGreaterThan(size * 0.8);
    },
  );
});

test.describe("in pages", () => {
  for (const preferences of [{}, { size: 40 }, { size: 12, lineSpacing: 1, width: 15 }] as const)
    test(`all of it is shown once: ${JSON.stringify(preferences)}`, async ({ page }) => {
      await openJapanese(page, { vertical: true, layout: "pages", ...preferences });
      await expect(page.getByRole("region", { name: "Pages" })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      const { pages, once, ...wrong } = await turnThrough(page);
      expect(wrong).toEqual({ never: [], cut: [], twice: [] });
      expect(once).toBeGreaterThan(800);
      expect(pages).toBeGreaterThan(1);
    });

  test("the left arrow goes on", async ({ page }) => {
    await openJapanese(page, { vertical: true, layout: "pages" });
    await expect(page.getByRole("region", { name: "Pages" })).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByRole("region", { name: "Pages" })).toContainText("Page 2 of");
    const place = (await settledPlace(page, LONG_ARTICLE))!;
    await page.reload();
    await expect(page.getByRole("region", { name: "Pages" })).toContainText("Page 2 of");
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });
});
