import { expect, type Page, test } from "@playwright/test";
import fc from "fast-check";
import { lookOf } from "../src/domain/look.ts";
import { ALIGNMENTS, type Preferences, THEMES } from "../src/domain/settings.ts";
import { ANY_LETTERS } from "./support/any-preferences.ts";
import { layoutProblems } from "./support/layout.ts";
import { openArticle, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

// Without gliding bars, which would be met half-way.
test.use({ serviceWorkers: "block", contextOptions: { reducedMotion: "reduce" } });

/** SEED=<number> looks elsewhere; a failure names the seed and the settings it came to. */
const SEED = Number(process.env.SEED ?? 20260621);
const ROUNDS = Number(process.env.ROUNDS ?? 12);
const WIDTHS = [320, 390, 768, 1440];

/** Anything that the text settings offer, for text that scrolls. */
const ANY_SETTINGS: fc.Arbitrary<Preferences> = fc.record(
  {
    theme: fc.constantFrom(...THEMES),
    ...ANY_LETTERS,
    wordsFollowLetters: fc.boolean(),
    align: fc.constantFrom(...ALIGNMENTS),
    hyphens: fc.boolean(),
    lineTint: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The ends of every range at once: what lies between them is less. */
const EXTREMES: readonly Preferences[] = [
  { size: 128, letterSpacing: 0.3, wordSpacing: 0.8, weight: 800, font: "opendyslexic", width: 90, indent: 3 },
  { size: 128, lineSpacing: 1, width: 15, font: "mono", align: "justify", hyphens: true },
  { size: 12, lineSpacing: 1, paragraphSpacing: 0, width: 15, letterSpacing: 0.3 },
  { size: 12, lineSpacing: 3, paragraphSpacing: 3, width: 90, align: "end" },
];

/** Shows the open page so, as the settings do: `text-settings.spec.ts` holds them to it. */
async function show(page: Page, preferences: Preferences): Promise<void> {
  await page.evaluate(async ({ attributes, properties }) => {
    const root = document.documentElement;
    for (const name of root.getAttributeNames()) if (/^data-(?!bar)/.test(name)) root.removeAttribute(name);
    for (const name of Array.from(root.style)) if (/^--(text|own)-/.test(name)) root.style.removeProperty(name);
    for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
    for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  }, lookOf(preferences));
}

for (const id of ["a-page-of-everything", LONG_ARTICLE, RTL_ARTICLE]) {
  test(`whatever is chosen, nothing is cut, covered or off to the side: ${id}`, { tag: "@once" }, async ({ page }) => {
    test.setTimeout(240_000);
    await openArticle(page, id);
    console.log(`${id}: ${ROUNDS} rounds of settings from the seed ${SEED}`);
    const holds = async (preferences: Preferences) => {
      await show(page, preferences);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await layoutProblems(page), `${width} px wide, ${JSON.stringify(preferences)}`).toEqual([]);
      }
    };
    await fc.assert(fc.asyncProperty(ANY_SETTINGS, holds), {
      seed: SEED,
      numRuns: ROUNDS + EXTREMES.length,
      examples: EXTREMES.map((extreme) => [extreme]),
      // A failure is small enough to be read as it is, and each round takes a second.
      endOnFailure: true,
    });
  });
}
