import { expect, type Page, test } from "@playwright/test";
import { readOn, settledPlace, storedPlace } from "./support/place.ts";
import { openArticle } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

/** What this device, this browser and this screen cannot do, and what the settings say and do about it. */

test.use({ serviceWorkers: "block" });

const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(dialog(page)).toBeVisible();
}

test(
  "a typeface that cannot be fetched is told of, and comes with the network",
  { tag: "@once" },
  async ({ page, context }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
    const isHere = () =>
      page.evaluate(() =>
        [...document.fonts].some(({ family, status }) => family.includes("Lexend Variable") && status === "loaded"),
      );
    await context.setOffline(true);
    await dialog(page).getByRole("radio", { name: "Lexend" }).check();
    const said = /^Lexend is not on this device yet/;
    // The live region is in the sheet as well, with the same sentence.
    const shown = dialog(page).getByRole("paragraph").filter({ hasText: said });
    await expect(page.getByRole("status")).toHaveText(said);
    await expect(shown).toBeVisible();
    await dialog(page).getByRole("radio", { name: "Serif", exact: true }).check();
    await expect(shown).toHaveCount(0);
    await dialog(page).getByRole("radio", { name: "Lexend" }).check();
    await expect(shown).toBeVisible();
    expect(await isHere()).toBe(false);

    await page.keyboard.press("Escape");
    await context.setOffline(false);
    await expect.poll(isHere).toBe(true);
    await openSettings(page);
    await expect(shown).toHaveCount(0);
  },
);

test("long words are divided where this browser can, and else it says so", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const lang = await page.locator("#article").getAttribute("lang");
  const divides = await page.evaluate((article) => {
    const box = document.createElement("p");
    box.lang = article!;
    box.textContent = "internationalisation";
    box.style.cssText = "inline-size: 3em; overflow-wrap: normal; hyphens: auto; position: absolute";
    document.body.append(box);
    const height = box.offsetHeight;
    box.style.hyphens = "none";
    const isHigher = height > box.offsetHeight;
    box.remove();
    return isHigher;
  }, lang);
  await openSettings(page);
  const divide = dialog(page).getByRole("checkbox", { name: "Divide long words at line ends" });
  const justified = dialog(page).getByRole("radio", { name: "Justified" });
  if (divides) {
    await expect(divide).toBeEnabled();
    await expect(justified).toBeVisible();
  } else {
    await expect(divide).toBeDisabled();
    await expect(divide).toHaveAccessibleDescription(/^This browser cannot divide words of this language: /);
    await expect(justified).toHaveCount(0);
  }
  expect(await page.locator("body").textContent(), "nothing is left of the measuring").not.toContain("isation ver");
});

test.describe("on a phone, at the head of an article", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the text that the settings change is in view, and the place stays", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    const place = await storedPlace(page, LONG_ARTICLE);
    await openSettings(page);
    /** How much of the first paragraph is above the sheet, in pixels. */
    const inView = () =>
      page.evaluate(() => {
        const { top, bottom } = document.getElementById("b0")!.getBoundingClientRect();
        const sheet = document.querySelector("dialog[open]")!.getBoundingClientRect().top;
        const bar = document.querySelector(".reader-bar")!.getBoundingClientRect();
        const start = bar.top < 100 ? bar.bottom : 0;
        return Math.min(bottom, sheet) - Math.max(top, start);
      });
    await expect.poll(inView).toBeGreaterThan(60);
    await dialog(page).getByRole("button", { name: "More: Size" }).click();
    await expect.poll(inView).toBeGreaterThan(60);
    await dialog(page).getByRole("radio", { name: "Sepia" }).check();
    await expect.poll(inView).toBeGreaterThan(60);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.waitForTimeout(1200);
    expect(await storedPlace(page, LONG_ARTICLE)).toEqual(place);
    await expect(page.locator(".bar-progress")).toContainText(/^0 %/);
  });

  test("further on the text stays where it is read", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await readOn(page, LONG_ARTICLE);
    const place = await readOn(page, LONG_ARTICLE);
    // The toolbar comes back.
    await page.keyboard.press("Escape");
    await openSettings(page);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await page.keyboard.press("Escape");
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });
});
