import { expect, type Page, test } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { openArticle, openLibrary } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

const NOTE = `The tides of June

The tide comes in twice a day, and the people of the harbour set their clocks by it.

Nobody there could remember a June in which the water had been so low for so long.`;

const overlay = (page: Page) => page.getByText("Let go to add this");
const article = (page: Page) =>
  page.getByRole("region", { name: "What you have added" }).getByRole("heading", { name: "The tides of June" });

const dragged = (page: Page) =>
  page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "tides.txt", { type: "text/plain" }));
    return data;
  }, NOTE);

/** What the page hears of a file that is dragged over it and let go. */
async function drop(page: Page, over = "main"): Promise<void> {
  const dataTransfer = await dragged(page);
  await expect(async () => {
    await page.dispatchEvent(over, "dragover", { dataTransfer });
    await expect(overlay(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.dispatchEvent(over, "drop", { dataTransfer });
  await expect(overlay(page)).toHaveCount(0);
}

test("a file that is dropped on the library is added, and shown where it is", async ({ page }) => {
  await openLibrary(page);
  const announced = await watchAnnouncements(page);
  await drop(page);
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();
  await expect(article(page)).toBeVisible();
  await expect(page).toHaveURL(/\/add$/);
  await expect.poll(announced).toContainEqual("In your library: The tides of June.");
  await page.goBack();
  await expect(page.getByRole("link", { name: "The tides of June" })).toBeVisible();
});

test("a file that is dropped on an article is added, over a sheet as well", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "reading-with-lectern");
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await drop(page, "#article");
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(article(page)).toBeVisible();
});

test("what is dragged within the page, and text, is left to the browser", { tag: "@once" }, async ({ page }) => {
  await openLibrary(page);
  await drop(page);
  await expect(article(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  const dataTransfer = await dragged(page);
  await page.dispatchEvent("main", "dragstart", { dataTransfer });
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await expect(overlay(page)).toHaveCount(0);
  await page.dispatchEvent("main", "dragend", { dataTransfer });
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await expect(overlay(page)).toHaveCount(1);
  await page.dispatchEvent("main", "dragleave", { dataTransfer });
  await expect(overlay(page)).toHaveCount(0);

  const text = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "salt");
    return data;
  });
  await page.dispatchEvent("main", "dragover", { dataTransfer: text });
  await expect(overlay(page)).toHaveCount(0);
});
