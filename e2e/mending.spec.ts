import { expect, type Page, test } from "@playwright/test";
import { openMending } from "./support/adding-screens.ts";
import { tabTo } from "./support/keyboard.ts";
import { openLibrary } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

const part = (page: Page, words: string) => page.getByRole("checkbox", { name: words });

test("a part that was left out is put back, another is dropped, and the copy stays", async ({ page }) => {
  await openMending(page);
  await expect(page).toHaveTitle("Mend an article – Lectern");
  for (const run of await page.locator(".repair-pieces summary").all()) await run.click();
  await expect(part(page, "cut by monks")).toBeChecked();
  await expect(part(page, "the price of a mule")).not.toBeChecked();
  await part(page, "the price of a mule").check();
  await part(page, "cut by monks").uncheck();
  await page.getByRole("button", { name: "Show the article as it will be" }).click();
  const preview = page.getByRole("article", { name: "The article as it will be" });
  await expect(preview).toContainText("the price of a mule");
  await expect(preview).not.toContainText("cut by monks");
  await page.getByRole("button", { name: "Save" }).click();
  const article = page.locator("#article");
  await expect(article).toContainText("the price of a mule");
  await expect(article).toContainText("eight hundred years");
  await expect(article).not.toContainText("cut by monks");

  // The copy is whole: what was dropped can be had again.
  await page.getByRole("link", { name: "Something missing?" }).click();
  await part(page, "cut by monks").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(article).toContainText("cut by monks");
});

test("another beginning ticks the parts anew, by keyboard alone", { tag: "@once" }, async ({ page }) => {
  await openMending(page);
  await tabTo(
    page,
    await page
      .getByRole("radio", { checked: true })
      .evaluate((radio) => (radio as HTMLInputElement).labels![0]!.innerText),
  );
  const before = await page.getByRole("checkbox", { checked: true, includeHidden: true }).count();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Everything but menus/ })).toBeChecked();
  await expect(page.getByRole("status")).toHaveText(/^\d+ of \d+ parts are in the article\.$/);
  const after = await page.getByRole("checkbox", { checked: true, includeHidden: true }).count();
  expect(after).toBeGreaterThanOrEqual(before);
});

test("an article of no parts is not saved", { tag: "@once" }, async ({ page }) => {
  await openMending(page);
  const ticked = page.getByRole("checkbox", { checked: true });
  for (let left = await ticked.count(); left > 0; left--) {
    await ticked.first().uncheck();
    await expect(ticked).toHaveCount(left - 1);
  }
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing would be left");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.locator("#article")).toContainText("cut by monks");
});

test("says so where there is no copy of a page", { tag: "@once" }, async ({ page }) => {
  await openLibrary(page);
  await page.goto("add?mend=reading-with-lectern");
  await expect(page.getByText("no copy of a web page")).toBeVisible();
  await page.goto("add?mend=nothing-of-the-kind");
  await expect(page.getByText("This article is not on this device.")).toBeVisible();
});
