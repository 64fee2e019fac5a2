import { expect, type Page, test } from "@playwright/test";
import { openArticle, openLibrary, RTL_ARTICLE, SCREENS } from "./support/screens.ts";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "./support/shipped.ts";

// What a screen reader is told does not depend on the size of the window.
test.use({ serviceWorkers: "block" });

for (const { name, open } of SCREENS) {
  test(`landmarks, headings and names are in order: ${name}`, { tag: "@once" }, async ({ page }) => {
    await open(page);
    const names = await page
      .getByRole("button")
      .or(page.getByRole("slider"))
      .or(page.getByRole("radio"))
      .or(page.getByRole("region"))
      .or(page.getByRole("navigation"))
      .evaluateAll((elements) => {
        // What lies behind a modal dialog is not there for a screen reader.
        const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
        const there = elements.filter((element) => within.contains(element));
        return there.map((element) => {
          const labelled = element.getAttribute("aria-labelledby");
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
          const name = labelled
            ? document.getElementById(labelled)?.innerText
            : (element.getAttribute("aria-label") ?? label ?? element.textContent);
          return `${element.localName}: ${name?.trim()}`;
        });
      });
    expect(names).not.toHaveLength(0);
    expect(names.filter((found) => /: (undefined)?$/.test(found))).toEqual([]);
    expect(names.filter((found, index) => names.indexOf(found) !== index)).toEqual([]);

    // Behind a modal dialog there is nothing; the page is looked at as it is without.
    await page.evaluate(() => document.querySelectorAll("dialog").forEach((dialog) => dialog.close()));
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const levels = await page
      .locator("h1, h2, h3, h4, h5, h6")
      .evaluateAll((headings) =>
        headings.filter((heading) => heading.checkVisibility()).map(({ localName }) => Number(localName[1])),
      );
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) =>
      expect(level, `heading ${index + 1} of ${levels.join()}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1),
    );
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  });
}

test("the library is headings in a list", { tag: "@once" }, async ({ page }) => {
  await openLibrary(page);
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Library" [level=1]
    - region "Articles":
      - heading "Articles" [level=2]
      - list:
        - listitem:
          - article:
            - heading "${SHIPPED[0]!.title}" [level=3]:
              - link "${SHIPPED[0]!.title}"
  `);
});

test("the reader is a toolbar, a player and an article", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const { record } = shippedArticle(LONG_ARTICLE);
  await expect(page.locator("body")).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - paragraph: /\\d+ % · \\d+ minutes to read/
      - navigation "Reading":
        - link "Library"
        - button "Text settings"
        - button "Listen"
    - main:
      - article "${record.title}":
        - heading "${record.title}" [level=1]
  `);
  await page.getByRole("button", { name: "Listen" }).click();
  await expect(
    page.getByRole("region", { name: "Read aloud" }).getByRole("button", { name: "Close the player" }),
  ).toBeVisible();
});

test(
  "the text settings are a dialog that names itself, and every value is told in words",
  { tag: "@once" },
  async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    const opener = page.getByRole("button", { name: "Text settings" });
    await expect(opener).toHaveAttribute("aria-haspopup", "dialog");
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "Text settings" });
    await expect(dialog.getByRole("heading", { level: 2 })).toBeFocused();
    const told = await dialog
      .getByRole("slider")
      .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute("aria-valuetext")));
    expect(told).toEqual([
      "19 pixels",
      "1.6 times",
      "65 characters",
      "100 % of the text size",
      "none",
      "none",
      "none",
      "400, regular",
      "200 words a minute",
    ]);
    await expect(dialog.getByRole("group", { name: "Theme" }).getByRole("radio")).toHaveCount(9);
    await expect(dialog.getByRole("group", { name: "Font" }).getByRole("radio")).toHaveCount(7);
    await expect(dialog.getByRole("checkbox", { name: "Screen-reader mode" })).toHaveAccessibleDescription(
      /not from scrolling/,
    );
  },
);

test(
  "an article of another language is marked as such, and the app's own words as theirs",
  { tag: "@once" },
  async ({ page }) => {
    await openArticle(page, RTL_ARTICLE);
    await expect(page.locator("#article")).toHaveAttribute("lang", "ar");
    await expect(page.locator("#article")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("#article h1")).toHaveCSS("direction", "rtl");
    const foreign = await untranslated(page);
    expect(foreign).toEqual([]);
  },
);

test("words of another language inside a text are marked", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  for (const [text, lang] of [
    ["김정은", "ko"],
    ["Курская область", "ru"],
    ["Володимир Зеленський", "uk"],
    ["王广军", "zh-Hans"],
  ] as const)
    await expect(page.locator("#article").getByText(text, { exact: true })).toHaveAttribute("lang", lang);
});

for (const id of [LONG_ARTICLE, RTL_ARTICLE]) {
  test(`a screen reader finds no live region over the text of ${id}`, { tag: "@once" }, async ({ page }) => {
    await openArticle(page, id);
    const live = page.locator("[aria-live], [role=status], [role=alert], [role=log], [role=timer], output");
    await expect(live).toHaveCount(1);
    await expect(live).toHaveAttribute("id", "status");
    await expect(live).toBeEmpty();
    await expect(page.locator("#article [tabindex]:not([tabindex='-1'])")).toHaveCount(0);
    await expect(page.locator("[aria-hidden=true] :is(a, button, input)")).toHaveCount(0);
  });
}

/** Visible Latin texts that are said to be Arabic, or the other way round. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue!.trim();
      const parent = node.parentElement!;
      if (!parent.checkVisibility() || !/\p{L}{3}/u.test(text)) continue;
      const arabic = parent.closest("[lang]")!.getAttribute("lang")!.startsWith("ar");
      if (/\p{Script=Arabic}/u.test(text) !== arabic && !/Lectern/.test(text)) wrong.push(text);
    }
    return wrong;
  });
}

test("what is copied is the text, without the readings over it", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "a-page-of-everything");
  const copied = await page
    .locator("p:has(ruby)")
    .evaluate((paragraph) => (getSelection()!.selectAllChildren(paragraph), getSelection()!.toString()));
  expect(copied).toContain("ruby: 漢字 is read “kanji”");
});

test("cells, code and formulas tell a screen reader what they are", { tag: "@once" }, async ({ page }) => {
  await openArticle(page, "a-page-of-everything");
  const heads = await page
    .getByRole("cell", { name: "297" })
    .evaluate((cell) =>
      (cell as HTMLTableCellElement).headers.split(" ").map((id) => document.getElementById(id)?.textContent),
    );
  expect(heads).toEqual(["Size", "Height", "A"]);
  await expect(page.getByRole("figure", { name: "CSS" }).getByText("max-inline-size")).toBeVisible();
  await expect(page.getByRole("math")).toHaveCount(2);
  await expect(page.getByRole("definition")).toHaveCount(3);
});
