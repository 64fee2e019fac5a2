import { expect, type Page, test } from "@playwright/test";
import { readOn, settledPlace, storedPlace } from "./support/place.ts";
import { openArticle } from "./support/screens.ts";

const EVERYTHING = "a-page-of-everything";

test.use({ serviceWorkers: "block", contextOptions: { reducedMotion: "reduce" } });

const progress = (page: Page) => page.locator(".bar-progress");
const note = (page: Page) => page.locator("#note-1");
const back = (page: Page) => note(page).locator(".note-back");

test.describe("notes are no place of reading", { tag: "@once" }, () => {
  test("a link to one opens there, and reading has not begun", async ({ page }) => {
    await page.goto(`read/${EVERYTHING}#note-1`);
    await expect(progress(page)).toHaveText(/^0 %/);
    await expect(note(page)).toBeInViewport();
    await page.waitForTimeout(1200);
    expect(await storedPlace(page, EVERYTHING)).toBeUndefined();
  });

  test("to the text and back again leaves the place and the progress where they were", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await readOn(page, EVERYTHING);
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.mouse.wheel(0, 200);
    const place = await settledPlace(page, EVERYTHING);
    const said = await progress(page).textContent();

    await page.evaluate(() => (location.hash = "#note-1"));
    await expect(note(page)).toBeInViewport();
    await back(page).click();
    const reference = page.locator(".note-reference").first();
    await expect(reference).toBeInViewport();
    await page.goBack();
    await expect(note(page)).toBeInViewport();
    await expect(back(page)).toBeFocused();
    await page.waitForTimeout(1200);
    await expect(progress(page)).toHaveText(said!);
    expect(await storedPlace(page, EVERYTHING)).toEqual(place);
  });

  test("in screen-reader mode the last sentence of the text finishes it, not that of a note", async ({ page }) => {
    await openArticle(page, EVERYTHING);
    await page.getByRole("button", { name: "Text settings" }).click();
    await page.getByRole("dialog").getByRole("checkbox", { name: "Screen-reader mode" }).check();
    await page.keyboard.press("Escape");
    await note(page).locator("p").click();
    await expect(progress(page)).toHaveText(/^0 %/);
    await page.locator("#article .prose > p").last().click();
    await expect(progress(page)).toHaveText("100 % · finished");
  });
});
