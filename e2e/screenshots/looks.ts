import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { PRESET_NAMES, PRESETS } from "../../src/domain/presets.ts";
import { type Preferences, THEMES } from "../../src/domain/settings.ts";
import { plant } from "../support/database.ts";
import { openArticle } from "../support/screens.ts";
import { LONG_ARTICLE } from "../support/shipped.ts";
import { shrink } from "./shrink.ts";

const OUT = join(import.meta.dirname, "looks");

/** In kilobytes. They are kept in the tree, one beside the other: small enough for that, large enough to see what is wrong. */
const HEAVIEST = 24;

test.use({ viewport: { width: 390, height: 600 }, hasTouch: true, isMobile: true });

const looks: [string, Preferences][] = [
  ...PRESET_NAMES.map((name): [string, Preferences] => [`preset-${name}`, PRESETS[name]]),
  ...THEMES.map((theme): [string, Preferences] => [`theme-${theme}`, { theme }]),
  ["aid-line-focus", { lineFocus: "3", ruler: true }],
  ["aid-tinted-lines", { lineTint: true }],
  ["aid-syllables", { syllables: true }],
];

for (const [name, preferences] of looks) {
  test(`an article: ${name}`, async ({ page }) => {
    await openWith(page, preferences);
    await page.locator("#b3").evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
    await page.evaluate(() => document.fonts.ready);
    // The aids are fetched when one of them is in force.
    if (preferences.syllables) await page.waitForFunction(() => (CSS.highlights.get("syllable")?.size ?? 0) > 0);
    if (preferences.lineFocus) await page.locator(".reading-aids").waitFor({ state: "attached" });
    await page.waitForTimeout(300);
    mkdirSync(OUT, { recursive: true });
    const path = join(OUT, `${name}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    shrink(path, HEAVIEST, 32);
  });
}

async function openWith(page: Page, preferences: Preferences): Promise<void> {
  await page.goto("./");
  await expect(page.getByRole("main").getByRole("article")).not.toHaveCount(0);
  await plant(page, { preferences: [preferences] });
  await openArticle(page, LONG_ARTICLE);
}
