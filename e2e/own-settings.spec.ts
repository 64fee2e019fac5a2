import { expect, type Page, test } from "@playwright/test";
import { contrast } from "../src/domain/contrast.ts";
import { expectNoColourViolations, expectNoViolations } from "./support/axe.ts";
import { readStored } from "./support/database.ts";
import { layoutProblems } from "./support/layout.ts";
import { openArticle } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });
const choose = (page: Page, name: string) => dialog(page).getByRole("radio", { name, exact: true }).check();
const status = (page: Page) => page.getByRole("status");

async function openSettings(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(dialog(page)).toBeVisible();
}

const sizeOf = (page: Page) => page.locator("#b1").evaluate((element) => getComputedStyle(element).fontSize);

test.describe("settings under a name of the reader's own", () => {
  test.use({ serviceWorkers: "block" });

  test.beforeEach(async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
  });

  test("are kept, come back with one press, and can be removed", { tag: "@once" }, async ({ page }) => {
    const usual = await sizeOf(page);
    await dialog(page).getByRole("slider", { name: "Size", exact: true }).focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
    const large = await sizeOf(page);
    expect(Number.parseFloat(large)).toBeGreaterThan(Number.parseFloat(usual));

    await dialog(page).getByRole("textbox", { name: "Keep these settings under a name" }).fill("  On the train ");
    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText("Kept as “On the train”.");
    const own = dialog(page).getByRole("radio", { name: "On the train", exact: true });
    await expect(own).toBeChecked();

    await choose(page, "Standard");
    expect(await sizeOf(page)).toBe(usual);
    await own.check();
    expect(await sizeOf(page)).toBe(large);

    await page.reload();
    await openSettings(page);
    await expect(own).toBeChecked();
    expect(await sizeOf(page)).toBe(large);
    expect(await layoutProblems(page)).toEqual([]);

    await dialog(page).getByRole("button", { name: "Remove: On the train" }).click();
    await expect(status(page)).toHaveText("“On the train” is removed.");
    await expect(own).toHaveCount(0);
    await expect(dialog(page).getByRole("textbox", { name: "Keep these settings under a name" })).toBeFocused();
    expect(await sizeOf(page), "the text stays as it is set").toBe(large);
  });

  test("need a name, and say so", { tag: "@once" }, async ({ page }) => {
    const name = dialog(page).getByRole("textbox", { name: "Keep these settings under a name" });
    await name.fill("   ");
    await dialog(page).getByRole("button", { name: "Keep", exact: true }).click();
    await expect(dialog(page).getByRole("alert")).toHaveText("Give it a name first.");
    await expect(name).toHaveAccessibleDescription("Give it a name first.");
    await expect(name).toHaveAttribute("aria-invalid", "true");
    expect(await readStored<{ presets?: object }>(page, "preferences", "reader")).toBeUndefined();
  });

  test("a refusal is in sight, also with the field at the edge of the sheet", { tag: "@once" }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const name = dialog(page).getByRole("textbox", { name: "Keep these settings under a name" });
    await name.fill("Standard");
    await name.evaluate((field) => field.scrollIntoView({ block: "end", behavior: "instant" }));
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("alert")).toBeInViewport({ ratio: 1 });
    await expect(name).toBeFocused();
  });

  test("may have any name that nothing has yet, even a very long one", { tag: "@once" }, async ({ page }) => {
    await choose(page, "Larger and looser");
    for (const name of ["__proto__", "W".repeat(60)]) {
      await dialog(page).getByRole("textbox", { name: "Keep these settings under a name" }).fill(name);
      await page.keyboard.press("Enter");
      await expect(dialog(page).getByRole("button", { name: `Remove: ${name}`, exact: true })).toBeVisible();
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await dialog(page).evaluate((sheet) => sheet.scrollTo({ top: 0, behavior: "instant" }));
    expect(await layoutProblems(page)).toEqual([]);
  });
});

test.describe("what is kept under a name", () => {
  test.use({ serviceWorkers: "block" });

  const keep = async (page: Page, name: string) => {
    await dialog(page).getByRole("textbox", { name: "Keep these settings under a name" }).fill(name);
    await page.keyboard.press("Enter");
  };

  test("is the theme and the reading aids as well as the type", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
    await choose(page, "My own colours");
    await dialog(page).getByLabel("Background", { exact: true }).fill("#fff4d6");
    await choose(page, "3 lines");
    await keep(page, "Evening");
    await expect(dialog(page).getByRole("radio", { name: "Evening" })).toBeChecked();

    await choose(page, "Grey");
    await expect(dialog(page).getByRole("radio", { name: "Evening" })).not.toBeChecked();
    await choose(page, "Off");
    await keep(page, "Day");
    await choose(page, "Evening");
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe("rgb(255, 244, 214)");
    await expect(dialog(page).getByRole("radio", { name: "3 lines" })).toBeChecked();
    await choose(page, "Day");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "grey");
    await expect(dialog(page).getByRole("radio", { name: "Off", exact: true })).toBeChecked();
    // Ours decide the type alone.
    await choose(page, "Low vision");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "grey");
  });

  test("can be chosen even where it is the same as another", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
    await keep(page, "Mine");
    const radio = (name: string) => dialog(page).getByRole("radio", { name, exact: true });
    await expect(radio("Mine")).toBeChecked();
    for (const name of ["Standard", "Mine"]) {
      await radio(name).check();
      await expect(radio(name)).toBeChecked();
    }
    await page.reload();
    await openSettings(page);
    await expect(radio("Mine")).toBeChecked();
  });

  test("has no name that another has, and says so", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
    await keep(page, "On the train");
    for (const name of ["Standard", " low  VISION", "on the Train "]) {
      await keep(page, name);
      await expect(dialog(page).getByRole("alert")).toHaveText(/^There are settings of this name already/);
    }
    await expect(dialog(page).getByRole("button", { name: /^Remove: / })).toHaveCount(1);
  });
});

test.describe("colours of the reader's own", () => {
  const colour = (page: Page, name: string) => dialog(page).getByLabel(name, { exact: true });

  test(
    "tell how well they can be read, and are in the page that arrives",
    { tag: "@once" },
    async ({ page, context }) => {
      await openArticle(page, LONG_ARTICLE);
      await workerReady(page);
      await openSettings(page);
      await choose(page, "My own colours");
      await colour(page, "Background").fill("#ffffff");
      for (const [ink, said] of [
        ["#808080", "Contrast 3.9 to 1: too low to read with ease. Take at least 4.5."],
        ["#6b6b6b", "Contrast 5.3 to 1: meets AA."],
        ["#4a2c00", /^Contrast 1[23]\.\d to 1: meets AAA\.$/],
      ] as const) {
        await colour(page, "Text").fill(ink);
        await expect(colour(page, "Text")).toHaveAccessibleDescription(said);
        await expect(status(page), "said as well, once").toHaveText(
          said instanceof RegExp ? /^Text: Contrast/ : `Text: ${said}`,
        );
      }
      await colour(page, "Background").fill("#fff4d6");
      await colour(page, "Links").fill("#003a8c");
      await page.keyboard.press("Escape");
      const look = () =>
        page.evaluate(() => ({
          ink: getComputedStyle(document.getElementById("b1")!).color,
          paper: getComputedStyle(document.documentElement).backgroundColor,
          bars: [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(
            ({ content }) => content,
          ),
        }));
      const wanted = { ink: "rgb(74, 44, 0)", paper: "rgb(255, 244, 214)", bars: ["#fff4d6", "#fff4d6"] };
      expect(await look()).toEqual(wanted);
      await expectNoViolations(page, "own colours");

      await expect
        .poll(async () => await readStored(page, "preferences", "reader"))
        .toMatchObject({ theme: "own", ownColors: { ink: "#4a2c00", paper: "#fff4d6", link: "#003a8c" } });
      await context.setOffline(true);
      await page.reload();
      await expect(page.locator(".bar-progress")).not.toBeEmpty();
      expect(await look()).toEqual(wanted);
      await openSettings(page);
      await expectNoViolations(page, "settings with own colours");
    },
  );
});

test.describe("colours of the reader's own that cannot be read", () => {
  test.use({ serviceWorkers: "block" });

  for (const colour of ["#000000", "#808080", "#ffffff"])
    test(`lock nobody out: ${colour} on itself`, { tag: "@once" }, async ({ page }) => {
      await openArticle(page, LONG_ARTICLE);
      await openSettings(page);
      await choose(page, "My own colours");
      for (const name of ["Background", "Text", "Links"])
        await dialog(page).getByLabel(name, { exact: true }).fill(colour);
      await expect(page.locator("#b1")).toHaveCSS(
        "color",
        await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
      );
      await expect(dialog(page)).toContainText("too low to read with ease");
      // All but the article, which is as the reader has it.
      for (const selector of ["#text-settings", "legend", ".choice span", ".too-low", ".bar-action", ".bar-progress"]) {
        const ink = await page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).color);
        const hex = ink.match(/\d+/g)!.map((part) => Number(part).toString(16).padStart(2, "0"));
        expect(contrast(`#${hex.slice(0, 3).join("")}`, colour), selector).toBeGreaterThanOrEqual(4.5);
      }
    });
});

test.describe("ready-made settings", () => {
  test.use({ serviceWorkers: "block" });

  test("can be undone, and leave the reset of everything where it is", { tag: "@once" }, async ({ page }) => {
    const root = page.locator("html");
    const press = (name: string) => dialog(page).getByRole("button", { name, exact: true }).click();
    await openArticle(page, LONG_ARTICLE);
    const usual = await sizeOf(page);
    await openSettings(page);
    await choose(page, "Sepia");
    await choose(page, "Low vision");
    expect(await sizeOf(page)).not.toBe(usual);
    await press("Undo");
    expect(await sizeOf(page)).toBe(usual);
    await expect(root).toHaveAttribute("data-theme", "sepia");
    await choose(page, "Low vision");
    await press("Reset text settings");
    expect(await sizeOf(page)).toBe(usual);
    await expect(root).not.toHaveAttribute("data-theme");
  });

  for (const name of ["Standard", "Larger and looser", "Dyslexia-friendly", "Low vision", "WCAG visual presentation"]) {
    test(`${name}: nothing is cut, and axe finds nothing`, async ({ page }) => {
      await openArticle(page, "a-page-of-everything");
      await openSettings(page);
      await choose(page, name);
      await page.keyboard.press("Escape");
      // Of what is wider than the screen axe cannot see all. It looks at it in the states in which it is not.
      await expectNoViolations(page, name, [".table-scroller", ".math"]);
      expect(await layoutProblems(page)).toEqual([]);
    });
  }
});

test.describe("tinted lines", () => {
  test.use({ serviceWorkers: "block" });

  test("leave the text readable in every theme", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await openSettings(page);
    await dialog(page).getByRole("checkbox", { name: "Tint every other line" }).check();
    await page.keyboard.press("Escape");
    const tint = await page.locator("#b1").evaluate((p) => getComputedStyle(p).backgroundImage);
    expect(tint).toContain("gradient");
    // axe looks at no gradient, so the tint is laid under the whole line.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "#article :is(.notes li, p[id^=b]:not(.notes p)) { background: color-mix(in srgb, var(--ink) var(--tint), transparent) !important }",
      );
      document.adoptedStyleSheets.push(sheet);
    });
    await expectNoViolations(page, "tinted lines");
    for (const theme of ["light", "sepia", "grey", "dark", "black", "contrast-light", "contrast"]) {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      await expectNoColourViolations(page, `tinted lines, ${theme}`);
    }
  });
});
