import { expect, type Page } from "@playwright/test";
import { plant } from "./support/database.ts";
import { test } from "./support/fake-speech.ts";
import { openLibrary } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

async function pageShown(page: Page): Promise<number> {
  return Number(/Page (\d+) of/.exec(await page.getByRole("region", { name: "Pages" }).innerText())![1]);
}

test.beforeEach(async ({ page, speech }) => {
  await openLibrary(page);
  await plant(page, { preferences: [{ layout: "pages" }] });
  await speech.open(`read/${LONG_ARTICLE}`);
  await expect(page.getByRole("region", { name: "Pages" })).toBeVisible();
});

test("the voice turns the pages", async ({ page, speech }) => {
  await speech.listen();
  const first = await pageShown(page);
  await speech.finishSentences(14);
  expect(await pageShown(page)).toBeGreaterThan(first);
});

test("a page that the reader turns to stays while the voice reads on, and the voice's page is one press away", async ({
  page,
  speech,
}) => {
  await speech.listen();
  await speech.finishSentences(2);
  const read = await pageShown(page);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  const back = page.getByRole("button", { name: "Back to the voice" });
  await expect(back).toBeVisible();
  // The button takes room of the pages, so that they are made anew, and this one may have another number.
  await speech.pass(500);
  const turned = await pageShown(page);
  expect(turned).toBeGreaterThan(read);
  await speech.finishSentences(1);
  expect(await pageShown(page)).toBe(turned);
  await back.click();
  await speech.pass(100);
  await expect(back).toHaveCount(0);
  await expect.poll(() => pageShown(page)).toBeLessThan(turned);
});
