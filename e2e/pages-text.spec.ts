import fc from "fast-check";
import { expect, test } from "@playwright/test";
import { ALIGNMENTS, type Preferences } from "../src/domain/settings.ts";
import { ANY_LETTERS } from "./support/any-preferences.ts";
import { plant } from "./support/database.ts";
import { turnThrough } from "./support/pages.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";

test.use({ serviceWorkers: "block" });

/** Any way to set text. */
const PREFERENCES: fc.Arbitrary<Preferences> = fc.record({
  layout: fc.constant("pages" as const),
  ...ANY_LETTERS,
  align: fc.constantFrom(...ALIGNMENTS),
  hyphens: fc.boolean(),
});

/** The ends of what can be chosen. */
const EXTREMES: readonly Preferences[] = [
  { layout: "pages", size: 128, lineSpacing: 3, letterSpacing: 0.3, wordSpacing: 0.8, paragraphSpacing: 3 },
  { layout: "pages", size: 12, lineSpacing: 1, width: 15 },
];

for (const [name, article] of [
  ["an article of everything", "a-page-of-everything"],
  ["an article from right to left", RTL_ARTICLE],
] as const)
  for (const [width, height, seed] of [
    [320, 720, 1],
    [390, 844, 2],
    [768, 1024, 3],
    [1440, 900, 4],
  ] as const)
    test(`pages show all of ${name} once, and cut nothing, at ${width} px`, { tag: "@once" }, async ({ page }) => {
      test.setTimeout(600_000);
      await page.setViewportSize({ width, height });
      await openLibrary(page);
      for (const preferences of [...EXTREMES, ...fc.sample(PREFERENCES, { seed, numRuns: 10 })]) {
        await plant(page, { preferences: [preferences] });
        await openArticle(page, article);
        const context = JSON.stringify(preferences);
        await expect(page.locator(".page-turner"), context).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        const { pages, once, ...wrong } = await turnThrough(page);
        expect.soft(wrong, context).toEqual({ never: [], cut: [], twice: [] });
        expect(pages, context).toBeGreaterThan(1);
        expect(once, context).toBeGreaterThan(1000);
      }
    });
