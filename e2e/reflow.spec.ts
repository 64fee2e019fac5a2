import { expect, type Page, test } from "@playwright/test";
import { layoutProblems, setReaderStyles } from "./support/layout.ts";
import { openArticleOfLongWords, openLibraryOfLongWords } from "./support/long-words.ts";
import { openArticle, SCREENS } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

// Without gliding bars, which would be met half-way.
test.use({ serviceWorkers: "block", contextOptions: { reducedMotion: "reduce" } });

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const TEXT_SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";
const TWICE = "html { font-size: 200% !important }";

const SITUATIONS: readonly { name: string; width: number; height: number; styles?: string }[] = [
  { name: "a small phone", width: 320, height: 640 },
  { name: "a wide window at 400 %", width: 320, height: 256 },
  { name: "a phone on its side", width: 844, height: 390 },
  { name: "wide text spacing on a small phone", width: 320, height: 640, styles: TEXT_SPACING },
  { name: "wide text spacing in a wide window", width: 1280, height: 800, styles: TEXT_SPACING },
  { name: "text of twice the size on a phone", width: 390, height: 844, styles: TWICE },
  { name: "text of twice the size on a small phone", width: 320, height: 640, styles: TWICE },
  { name: "text of twice the size in a wide window", width: 1280, height: 800, styles: TWICE },
];

const ALL = [
  ...SCREENS,
  { name: "library of long words", open: openLibraryOfLongWords },
  { name: "article of long words", open: openArticleOfLongWords },
];

for (const { name, open } of ALL) {
  test(`nothing is cut, covered or off to the side: ${name}`, { tag: "@once" }, async ({ page }) => {
    await open(page);
    for (const { name: situation, width, height, styles } of SITUATIONS) {
      await page.setViewportSize({ width, height });
      await setReaderStyles(page, styles ?? "");
      expect.soft(await layoutProblems(page), situation).toEqual([]);
    }
  });

  test(`follows the text size of the system: ${name}`, { tag: "@once" }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await doubleSystemText(page);
    await open(page);
    await expect(page.locator("html")).toHaveCSS("font-size", "32px");
    expect(await layoutProblems(page)).toEqual([]);
  });
}

test("bars and player leave half of a low window to the text", { tag: "@once" }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openArticle(page, LONG_ARTICLE);
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(page.getByRole("region", { name: "Read aloud" }).getByRole("button", { name: "Pause" })).toBeVisible();
  await page.mouse.wheel(0, 600);
  const covered = () =>
    page.evaluate(() => {
      let height = 0;
      for (let y = 0; y < innerHeight; y++)
        if (!document.elementFromPoint(innerWidth / 2, y)?.closest("main, html:not(:has(*))")) height++;
      return height / innerHeight;
    });
  await expect.poll(covered).toBeLessThanOrEqual(0.5);
});

/** As in the settings of Android. */
async function doubleSystemText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
  await send("Emulation.setEmulatedOSTextScale", { scale: 2 });
}
