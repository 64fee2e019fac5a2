import { expect, type Page, test } from "@playwright/test";
import { openAdding } from "./support/adding-screens.ts";
import { expectNoViolations } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { layoutProblems } from "./support/layout.ts";
import { expectLargeTargets } from "./support/targets.ts";

test.use({ serviceWorkers: "block" });

const SENTENCE = "The road still shows where the mules went, and where the drivers slept when the snow came early. ";
const HTML = `<!doctype html><html lang="en"><head><title>Salt roads</title></head><body>
<nav><ul>${["Home", "News", "Weather", "Sport", "Shop"].map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul></nav>
<main><article><h1>Salt roads</h1>
<p>Salt was carried over the pass for eight hundred years. ${SENTENCE.repeat(4)}</p>
<h2>The monks</h2>
<p>The first of these roads was cut by monks. ${SENTENCE.repeat(4)}</p>
<p>They needed salt for the winter. ${SENTENCE.repeat(4)}</p></article></main>
<aside class="sidebar"><p>A box beside the text tells of the price of a mule. ${SENTENCE}</p></aside>
<footer><p>All rights reserved.</p></footer></body></html>`;

/** Adds the page as a file, and opens the article that has been made of it. */
async function openSaved(page: Page): Promise<void> {
  await openAdding(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles({ name: "salt.html", mimeType: "text/html", buffer: Buffer.from(HTML) });
  await page.getByRole("link", { name: "Open: Salt roads" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Salt roads" })).toBeVisible();
}

async function openMending(page: Page): Promise<void> {
  await openSaved(page);
  await page.getByRole("link", { name: "Something missing?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mend an article" })).toBeFocused();
  await expect(page.getByRole("checkbox").first()).toBeAttached();
}

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
  for (const box of await page.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing would be left");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.locator("#article")).toContainText("cut by monks");
});

test("says so where there is no copy of a page", { tag: "@once" }, async ({ page }) => {
  await page.goto("add?mend=reading-with-lectern");
  await expect(page.getByText("no copy of a web page")).toBeVisible();
  await page.goto("add?mend=nothing-of-the-kind");
  await expect(page.getByText("This article is not on this device.")).toBeVisible();
});

test("axe finds nothing, a thumb finds every part, and nothing is cut: mending", async ({ page }) => {
  await openMending(page);
  for (const run of await page.locator(".repair-pieces summary").all()) await run.click();
  await expectNoViolations(page, "mending");
  await expectLargeTargets(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await layoutProblems(page)).toEqual([]);
});
