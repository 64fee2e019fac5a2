import { expect, type Page, test } from "@playwright/test";
import { contrastInRegions, type Region } from "./support/pixels.ts";
import { openArticle, SCREENS } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

// What the system asks for, and the app's answer to it.
test.use({ serviceWorkers: "block" });

for (const { name, open } of SCREENS) {
  test(
    `nothing is blank in forced colours, and nothing moves where less motion is asked for: ${name}`,
    {
      tag: "@once",
    },
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
      await open(page);
      expect(await moving(page)).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const seen = await contrastInRegions(page, await regionsInView(page));
        expect(seen.length).toBeGreaterThan(2);
        expect
          .soft(
            seen.filter(({ contrast }) => contrast < 4.5),
            colorScheme,
          )
          .toEqual([]);
      }
    },
  );
}

test("every control has an edge in forced colours", { tag: "@once" }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const { open } of SCREENS.filter(({ name }) => /^(article|text settings in an article|install)$/.test(name))) {
    await open(page);
    const without = await page.locator(".button, .choice").evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility())
        .filter((control) => {
          const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(control);
          return (
            borderTopStyle === "none" || Number.parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor
          );
        })
        .map((control) => control.textContent || control.getAttribute("aria-label")),
    );
    expect(without).toEqual([]);
  }
});

test("what the voice reads is painted in forced colours", { tag: "@once" }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openArticle(page, LONG_ARTICLE);
  const paint = (name: string) =>
    page.locator("#b0").evaluate((element, highlight) => {
      const { color, backgroundColor } = getComputedStyle(element, `::highlight(${highlight})`);
      return { color, backgroundColor };
    }, name);
  const plain = await page.locator("#b0").evaluate((element) => getComputedStyle(element).color);
  for (const name of ["sentence", "word"]) {
    const { color, backgroundColor } = await paint(name);
    expect(backgroundColor, name).not.toBe("rgba(0, 0, 0, 0)");
    expect(backgroundColor, name).not.toBe(color);
  }
  expect((await paint("word")).backgroundColor).not.toBe((await paint("sentence")).backgroundColor);
  expect(plain).not.toBe("");
});

test("the toolbar goes and comes at once where less motion is asked for", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  expect(await moving(page), "with no such wish the toolbar glides").toContain("header");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving(page)).toEqual([]);
  await page.mouse.wheel(0, 900);
  await expect(page.getByRole("navigation", { name: "Reading" })).not.toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Reading" })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
for (const [colorScheme, ink, paper] of [
  ["light", "rgb(0, 0, 0)", "rgb(255, 255, 255)"],
  ["dark", "rgb(255, 255, 255)", "rgb(0, 0, 0)"],
] as const) {
  test(
    `more contrast: ${ink} on ${paper}, and stronger edges, in ${colorScheme}`,
    { tag: "@once" },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme, contrast: "more" });
      await openArticle(page, LONG_ARTICLE);
      await expect(page.locator("html")).toHaveCSS("background-color", paper);
      for (const place of ["#b0", ".standfirst", ".meta", ".bar-progress"])
        await expect(page.locator(`${place} >> nth=0`)).toHaveCSS("color", ink);
      await page.getByRole("button", { name: "Text settings" }).click();
      await expect(page.locator(".choice").first()).toHaveCSS("border-top-width", "2px");
    },
  );
}

/** What moves, or would on its next change. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map(({ localName }) => localName),
  );
}

/** Where there are words, icons and the browser's own controls that must show. */
function regionsInView(page: Page): Promise<Region[]> {
  return page.evaluate(() => {
    const regions: Region[] = [];
    const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
    const add = (name: string, { left, top, right, bottom }: DOMRect, owner: Element) => {
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || right - left < 4 || bottom - top < 4)
        return;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (there && (there.contains(owner) || owner.contains(there)))
        regions.push({ name, x: left, y: top, width: right - left, height: bottom - top });
    };
    for (const element of within.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest(".visually-hidden, .skip-link")) continue;
      if (element.matches("svg, input"))
        add(`${element.localName} in ${element.parentElement!.textContent}`, element.getBoundingClientRect(), element);
      for (const node of element.childNodes) {
        if (!(node instanceof Text) || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const [line] = range.getClientRects();
        if (line) add(node.data.trim().slice(0, 40), line, element);
      }
    }
    return regions;
  });
}
