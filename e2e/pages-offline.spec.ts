import { expect, type Page } from "@playwright/test";
import { test } from "./support/companion.ts";
import { plant } from "./support/database.ts";
import { storedPlace } from "./support/place.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const PAGES = { layout: "pages" } as const;

async function pageShown(page: Page): Promise<number> {
  const text = await page.getByRole("region", { name: "Pages" }).innerText();
  return Number(/Page (\d+) of/.exec(text)![1]);
}

/** Notes how many pages the article has been moved by in the first frame that shows it, before any script of the app. */
async function watchFirstPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch = () => {
      const box = document.getElementById("article");
      if (box?.querySelector("#b0"))
        Object.assign(window, { firstPage: Math.abs(box.scrollLeft) / box.clientWidth + 1 });
      else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
}

for (const size of [undefined, 30] as const)
  test(
    `offline, a page of an article opens again as it was, in the first frame and after it, at ${size ?? "the usual"} px`,
    { tag: "@once" },
    async ({ page, companion }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto("./");
      await workerReady(page);
      await plant(page, { preferences: [{ ...PAGES, ...(size && { size }) }] });
      await page.goto(`read/${LONG_ARTICLE}`);
      await expect(page.locator(".page-turner")).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await companion.kill();
      await watchFirstPage(page);
      let opened = 0;
      for (let number = 2; number <= 6; number++) {
        await page.keyboard.press("PageDown");
        await expect.poll(() => pageShown(page)).toBe(number);
        // The head of the article can take more than a page.
        await page.waitForTimeout(1500);
        if (!(await storedPlace(page, LONG_ARTICLE))) continue;
        opened++;
        await page.reload();
        await expect(page.locator(".page-turner")).toBeVisible();
        await expect.poll(() => pageShown(page)).toBe(number);
        expect
          .soft(await page.evaluate(() => (window as unknown as { firstPage: number }).firstPage), `page ${number}`)
          .toBeCloseTo(number, 1);
      }
      expect(opened).toBeGreaterThan(2);
    },
  );

test("a page that was turned to is kept by a reload that comes at once", { tag: "@once" }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./");
  await workerReady(page);
  await plant(page, { preferences: [PAGES] });
  await page.goto(`read/${LONG_ARTICLE}`);
  await expect(page.locator(".page-turner")).toBeVisible();
  for (const number of [2, 3, 4, 5]) {
    await page.keyboard.press("PageDown");
    await expect.poll(() => pageShown(page)).toBe(number);
    // Progress is told with the place: it is known now, and not yet stored.
    await expect(page.locator(".bar-progress")).not.toHaveText(/^0 %/);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await page.reload();
    await expect(page.locator(".page-turner")).toBeVisible();
    await expect.poll(() => pageShown(page)).toBe(number);
  }
});
