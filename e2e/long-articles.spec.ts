import { expect, type Page } from "@playwright/test";
import type { Article } from "../src/domain/article.ts";
import { leavesOf } from "../src/domain/text.ts";
import { longArticle } from "./bench/long-article.ts";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { expectAtTop } from "./support/at-top.ts";
import { settledPlace } from "./support/place.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { workerReady } from "./support/service-worker.ts";

/** Three megabytes of text: as much as four novels. */
const LONG: Article = longArticle("chronicle", 3_000_000);
const LAST_WORD = "Hafenmeisterin";
LONG.body.blocks.push({ type: "paragraph", content: [{ text: `And that is all, said the ${LAST_WORD}.` }] });
LONG.record.origin = "saved";
const LEAVES = leavesOf(LONG.body);
const LAST = LEAVES.length - 1;
const MIDDLE = { block: Math.round(LAST / 2), offset: 0 };

/** As if it had been saved before. */
async function keepLongArticle(page: Page): Promise<void> {
  await page.goto("./");
  await workerReady(page);
  await plant(page, { records: [LONG.record], bodies: [{ ...LONG.body, revision: LONG.record.revision }] });
}

/** Remembers of the next page that is opened whether its last block was there when its first screen was painted. */
async function watchFirstScreen(page: Page): Promise<void> {
  await page.addInitScript((last) => {
    const watch = () => {
      if (performance.getEntriesByName("first-contentful-paint").length === 0) return requestAnimationFrame(watch);
      const first = document.getElementById("b0")?.getBoundingClientRect();
      const shown = first !== undefined && first.height > 0 && first.top < innerHeight;
      return Object.assign(window, { firstScreen: { shown, whole: document.getElementById(last) !== null } });
    };
    requestAnimationFrame(watch);
  }, `b${LAST}`);
}

const firstScreen = (page: Page) => page.evaluate(() => (globalThis as { firstScreen?: object }).firstScreen);
const progress = (page: Page) => page.locator(".bar-progress");
const lastLeaf = (page: Page) => page.locator(`#b${LAST}`);

/** Whether the browser's own search comes to a word, from the top of the page. */
function finds(page: Page, word: string): Promise<boolean> {
  return page.evaluate((text) => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(text);
  }, word);
}

// Snapshots of so long a page would take most of the time.
test.use({ trace: "off" });

/** Milliseconds in which the last block comes on a busy machine. */
const ALL_OF_IT = 80_000;

test.describe("three megabytes of text", { tag: "@once" }, () => {
  test.slow();

  test("open offline with the first screen before the last block, and are all there", async ({ page, companion }) => {
    await keepLongArticle(page);
    await companion.kill();
    await watchFirstScreen(page);
    const response = await page.goto("read/chronicle", { waitUntil: "commit" });
    expect(response?.fromServiceWorker()).toBe(true);
    // The toolbar is at work while the text is still coming.
    await expect(progress(page)).toHaveText(/^0 %/);
    expect(await firstScreen(page)).toEqual({ shown: true, whole: false });
    await expect(lastLeaf(page)).toBeAttached({ timeout: ALL_OF_IT });
    await expect(page.locator(".prose > *")).toHaveCount(LONG.body.blocks.length);
    expect(await finds(page, LAST_WORD)).toBe(true);
    await expect(lastLeaf(page)).toBeInViewport();
  });

  test("open at a place far inside, and again there after a reload", async ({ page, companion }) => {
    await keepLongArticle(page);
    await companion.kill();
    await page.goto(`read/chronicle?at=${MIDDLE.block}.0#at`, { waitUntil: "commit" });
    await expect(progress(page)).toHaveText(/^50 %/);
    await expectAtTop(page, MIDDLE);
    await expect(lastLeaf(page)).toBeAttached({ timeout: ALL_OF_IT });
    await expectAtTop(page, MIDDLE);

    await lastLeaf(page).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, -300);
    await expect(progress(page)).toHaveText(/^(?:99|100) %|finished/i);
    const place = await settledPlace(page, "chronicle");
    expect(place!.block).toBeGreaterThan(LAST - 10);
    await page.reload({ waitUntil: "commit" });
    await expect(progress(page)).not.toBeEmpty();
    await expect(page.locator(`#b${place!.block}`)).toBeInViewport();
  });

  test("open from the library in slices, at the start and where reading stopped", async ({ page }) => {
    await keepLongArticle(page);
    await page.goto("./");
    const card = page.getByRole("main").getByRole("link", { name: LONG.record.title }).first();
    await card.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LONG.record.title);
    await expect(lastLeaf(page)).toBeAttached({ timeout: ALL_OF_IT });
    await expect(page.locator(".prose > *")).toHaveCount(LONG.body.blocks.length);
    // What is not set in type yet is not found yet.
    await expect.poll(() => finds(page, LAST_WORD), { timeout: ALL_OF_IT }).toBe(true);

    const { id, revision } = LONG.record;
    await page.goto("./");
    await plant(page, { positions: [{ id, revision, position: MIDDLE, fraction: 0.5, updatedAt: Date.now() + 1e6 }] });
    await card.click();
    await expect(progress(page)).toHaveText(/^50 %/);
    await expectAtTop(page, MIDDLE);
    await expect(lastLeaf(page)).toBeAttached({ timeout: ALL_OF_IT });
    await expectAtTop(page, MIDDLE);
  });
});

test("a page that broke off half-way is made whole", { tag: "@once" }, async ({ page }) => {
  const article = shippedArticle(LONG_ARTICLE);
  const last = leavesOf(article.body).length - 1;
  await page.route(`**/read/${LONG_ARTICLE}`, async (route) => {
    const response = await route.fetch();
    const whole = await response.text();
    await route.fulfill({ response, body: whole.slice(0, whole.indexOf('id="b9"')) });
  });
  await page.goto(`read/${LONG_ARTICLE}`);
  await expect(progress(page)).not.toBeEmpty();
  await expect(page.locator(`#b${last}`)).toBeAttached();
  await expect(page.locator("#b9")).toHaveCount(1);
});
