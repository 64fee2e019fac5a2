import { expect, type Page, test } from "@playwright/test";
import { focused, tabTo, walk } from "./support/keyboard.ts";
import { openArticle, openLibrary, SCREENS } from "./support/screens.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

test.use({ serviceWorkers: "block" });

const { record } = shippedArticle(LONG_ARTICLE);
const PLAIN_KEYS = [..."abcdefghijklmnopqrstuvwxyz0123456789/?.,;:-+=[]"];

for (const [name, open] of [
  ["the library", openLibrary],
  ["an article", (page: Page) => openArticle(page, LONG_ARTICLE)],
] as const) {
  test(`the first stop in ${name} skips to its content`, async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name: "Skip to content" });
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await expect(link).not.toBeInViewport();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main")?.id)).toBe("main");
  });
}

test("an article is found, set to suit, and left by keyboard alone", async ({ page }) => {
  await openLibrary(page);
  await tabTo(page, record.title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: record.title })).toBeFocused();

  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("a Library");
  await tabTo(page, "Text settings");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Text settings" });
  await expect(dialog.getByRole("heading")).toBeFocused();

  const size = () => page.locator("#b0").evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const first = await size();
  await tabTo(page, "Size");
  await page.keyboard.press("ArrowRight");
  await expect.poll(size).toBeGreaterThan(first);
  const second = await size();
  await tabTo(page, "More: Size");
  await page.keyboard.press("Space");
  await expect.poll(size).toBeGreaterThan(second);
  await tabTo(page, "Less: Size", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(size).toBe(first);

  await tabTo(page, "Automatic");
  for (const theme of ["Paper", "Sepia"]) {
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio", { name: theme })).toBeChecked();
  }
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");

  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Text settings" })).toBeFocused();

  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("button Listen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Read aloud" }).getByRole("button")).not.toHaveCount(0);
  expect(await focused(page), "the button stays under the finger").toBe("button Stop listening");
  await tabTo(page, "Close the player");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Read aloud" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Listen" })).toBeFocused();

  await tabTo(page, "Library", "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeFocused();
});

test("Escape brings the toolbar back, and with it the focus", async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const toolbar = page.getByRole("navigation", { name: "Reading" });
  await page.mouse.wheel(0, 900);
  await expect(toolbar).not.toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(toolbar).toBeInViewport({ ratio: 1 });
  await expect(toolbar.getByRole("link", { name: "Library" })).toBeFocused();
});

test("the toolbar comes back for a focus that moves to it", async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const toolbar = page.getByRole("navigation", { name: "Reading" });
  await page.mouse.wheel(0, 900);
  await expect(toolbar).not.toBeInViewport();
  await tabTo(page, "Library", "Shift+Tab");
  await expect(toolbar).toBeInViewport({ ratio: 1 });
});

for (const { name, open } of SCREENS) {
  test(`letters and signs alone do nothing: ${name}`, { tag: "@once" }, async ({ page }) => {
    await open(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    // What has been announced is taken away again by itself.
    await expect(page.locator("#status")).toBeEmpty();
    const before = await stateOf(page);
    for (const key of PLAIN_KEYS) await page.keyboard.press(key);
    expect(await stateOf(page)).toEqual(before);
  });
}

test("focus alone opens, plays and changes nothing", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const { html, url, title } = await stateOf(page);
  await walk(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("[data-visited]")) element.removeAttribute("data-visited");
  });
  expect(await stateOf(page)).toMatchObject({ html, url, title });
});

function stateOf(page: Page) {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    // The one empties by itself, the other tells how far the page is scrolled.
    for (const told of copy.querySelectorAll("#status, .bar-progress")) told.replaceChildren();
    return {
      url: location.href,
      title: document.title,
      scrolled: [scrollX, scrollY],
      focus: document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.localName,
      html: new XMLSerializer().serializeToString(copy),
    };
  });
}
