import { expect, type Page } from "@playwright/test";
import type { Position } from "../src/domain/position.ts";
import { leavesOf } from "../src/domain/text.ts";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { readOn, settledPlace, topOf } from "./support/place.ts";
import { stopWorker, switchScriptsOff, workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "./support/shipped.ts";
import { leafTexts } from "./support/text-of-page.ts";

test(
  "passes the check of PWABuilder: it loads again without a network",
  { tag: "@once" },
  async ({ page, context }) => {
    await page.goto("./", { waitUntil: "networkidle" });
    await page.evaluate(() => {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error("No worker in 10 s")), 10_000));
      return Promise.race([navigator.serviceWorker.ready.then(() => {}), late]);
    });
    await context.setOffline(true);
    const response = await page.reload({ timeout: 20_000 });
    expect(response?.ok()).toBe(true);
  },
);

test.describe("with the server gone", () => {
  test.beforeEach(async ({ page, companion }) => {
    await page.goto("./");
    await workerReady(page);
    await companion.kill();
  });

  test("the library lists every article", async ({ page }) => {
    const response = await page.reload();
    expect(response?.status()).toBe(200);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(page.locator("main li h3")).toHaveText(SHIPPED.map(({ title }) => title));
    await page.getByRole("link", { name: SHIPPED[0]!.title }).click();
    await expect(page.locator("#article h1")).toHaveText(SHIPPED[0]!.title);
  });

  for (const { id, title, lang, dir } of SHIPPED) {
    test(`a deep link opens ${id} in full`, { tag: "@once" }, async ({ page }) => {
      const response = await page.goto(`read/${id}`);
      expect(response?.status()).toBe(200);
      expect(response?.fromServiceWorker()).toBe(true);
      await expect(page).toHaveTitle(`${title} – Lectern`);
      await expect(page.locator("#article")).toHaveAttribute("lang", lang);
      await expect(page.locator("#article")).toHaveAttribute("dir", dir);
      await expect(page.locator("#article h1")).toHaveText(title);
      const { body } = shippedArticle(id);
      expect(await leafTexts(page)).toEqual(leavesOf(body).map((leaf) => leaf.text));
      for (const related of body.related) {
        await expect(
          page.getByRole("navigation", { name: "Related" }).getByRole("link", { name: related.title }),
        ).toBeVisible();
      }
    });
  }

  test("pictures of an article are there", { tag: "@once" }, async ({ page }) => {
    await page.goto(`read/${LONG_ARTICLE}`);
    const picture = page.locator("#article img").first();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
  });

  test("the type that was chosen is in force before any script", async ({ page }) => {
    await page.goto(`read/${LONG_ARTICLE}`);
    await chooseType(page);
    const chosen = await paintedType(page);

    await stopWorker(page);
    await switchScriptsOff(page);
    const response = await page.goto(`read/${LONG_ARTICLE}`);
    expect(response?.fromServiceWorker()).toBe(true);
    expect(await paintedType(page)).toEqual(chosen);
    expect(chosen.theme).toBe("sepia");
  });

  test("reading goes on at the same sentence", async ({ page, context }) => {
    await page.goto(`read/${LONG_ARTICLE}`);
    const place = await readOn(page, LONG_ARTICLE);
    await page.close();

    const later = await context.newPage();
    const response = await later.goto(`read/${LONG_ARTICLE}`);
    expect(response?.status()).toBe(200);
    expect(response?.fromServiceWorker()).toBe(true);
    await expect(later.locator(".bar-progress")).toHaveText(/\d+ % · \d+ minutes? to read/);
    expect(new URL(later.url()).pathname + new URL(later.url()).search + new URL(later.url()).hash).toBe(
      `/read/${LONG_ARTICLE}`,
    );
    await expectAtTop(later, place);
    // Opening is not reading.
    expect(await settledPlace(later, LONG_ARTICLE)).toEqual(place);
  });

  test("a place that cannot be shown at the top is kept all the same", { tag: "@once" }, async ({ page }) => {
    const { record, body } = shippedArticle(LONG_ARTICLE);
    const last = leavesOf(body).findLast((leaf) => !leaf.inNote)!;
    const position = { block: last.number, offset: last.text.length - 10 };
    await plant(page, {
      positions: [{ id: record.id, position, fraction: 0.97, updatedAt: Date.now(), revision: record.revision }],
    });
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator(".bar-progress")).toHaveText("97 % · 1 minute to read");
    await page.reload();
    await expect(page.locator(".bar-progress")).toHaveText("97 % · 1 minute to read");
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(position);
  });

  test("the page opens at that sentence without any script", async ({ page }) => {
    await page.goto(`read/${LONG_ARTICLE}`);
    const place = await readOn(page, LONG_ARTICLE);
    await switchScriptsOff(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator(`#b${place.block} #at`)).toBeInViewport();
    await expectAtTop(page, place);
  });

  test("the library remembers what was being read", async ({ page }) => {
    await page.goto(`read/${LONG_ARTICLE}`);
    await readOn(page, LONG_ARTICLE);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Library" }).click();
    const section = page.getByRole("region", { name: "Continue reading" });
    await expect(section.getByRole("link")).toHaveText(shippedArticle(LONG_ARTICLE).record.title);
    await expect(section).toContainText(/\d+ % read/);
  });
});

/** Chooses a theme, a size and a spacing in the text settings. */
async function chooseType(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Text settings" }).click();
  await page.getByRole("radio", { name: "Sepia" }).check();
  await page.getByRole("button", { name: "More: Size" }).click({ clickCount: 3 });
  await page.getByRole("button", { name: "More: Word spacing" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function paintedType(page: Page) {
  const ofText = await page.locator("#b3").evaluate((element) => {
    const { fontSize, lineHeight, wordSpacing, color } = getComputedStyle(element);
    return { fontSize, lineHeight, wordSpacing, color };
  });
  const ofPage = await page.evaluate(() => ({
    theme: document.documentElement.dataset["theme"],
    paper: getComputedStyle(document.documentElement).backgroundColor,
  }));
  return { ...ofText, ...ofPage };
}

/** The place is on the first line that shows, a little below what covers the top. */
async function expectAtTop(page: Page, place: Position): Promise<void> {
  const covered = await page.locator(".reader-bar").evaluate((bar) => {
    const { top, bottom } = bar.getBoundingClientRect();
    return top <= 0 ? Math.max(bottom, 0) : 0;
  });
  const top = (await topOf(page, place)) - covered;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(40);
}
