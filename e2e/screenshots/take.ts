import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ROOT } from "../../src/commands/project.mjs";
import { shrink } from "./shrink.ts";
import { installVoice } from "./voice.ts";

const OUT = join(ROOT, "public/screenshots");

/** In kilobytes: a picture is fetched by everybody who is asked to install the app. */
const HEAVIEST = 150;

const NARROW = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1280, height: 800 } };

/** The news report, which shows most of what an article can hold. */
const ARTICLE = "read/troops-in-kursk";

test.describe("on a phone", () => {
  test.use(NARROW);

  test("the library, with an article under way", async ({ page }) => {
    await page.goto(ARTICLE);
    await scrollTo(page, "#b9");
    await page.getByRole("link", { name: "Library" }).tap();
    await expect(page.getByRole("heading", { name: "Continue reading" })).toBeVisible();
    await take(page, "library-narrow");
  });

  test("an article being read aloud", async ({ page }) => {
    await page.addInitScript(installVoice);
    await page.goto(ARTICLE);
    await page.getByRole("button", { name: "Listen" }).tap();
    // Past title and standfirst, which are spoken and not painted.
    const next = page.getByRole("button", { name: "Next sentence" });
    await expect(next).toBeEnabled();
    await expect(async () => {
      await next.tap();
      expect(await page.evaluate(() => CSS.highlights.has("word"))).toBe(true);
    }).toPass();
    await take(page, "reader-narrow");
  });
});

test.describe("on a wide screen", () => {
  test.use(WIDE);

  test("an article with the text settings", async ({ page }) => {
    await page.goto(ARTICLE);
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await take(page, "reader-wide");
  });
});

async function scrollTo(page: Page, selector: string): Promise<void> {
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  await expect(page.locator(".bar-progress")).not.toHaveText(/^0 %/);
  await page.keyboard.press("Escape");
}

async function take(page: Page, name: string): Promise<void> {
  // A page that glides would be met half-way, and its bars with it.
  const scrolled = () => page.evaluate(() => scrollY);
  for (let before = NaN, now = await scrolled(); before !== now; now = await scrolled()) {
    before = now;
    await page.waitForTimeout(300);
  }
  mkdirSync(OUT, { recursive: true });
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  shrink(path, HEAVIEST, 128);
}
