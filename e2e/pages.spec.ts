import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Preferences } from "../src/domain/settings.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant } from "./support/database.ts";
import { layoutProblems } from "./support/layout.ts";
import { settledPlace, storedPlace } from "./support/place.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

test.use({ serviceWorkers: "block" });

const turner = (page: Page) => page.getByRole("region", { name: "Pages" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });

/** Opens an article in pages, as a reader who has chosen them. */
async function openPages(page: Page, article = LONG_ARTICLE, preferences: Preferences = {}): Promise<void> {
  await openLibrary(page);
  await plant(page, { preferences: [{ layout: "pages", ...preferences }] });
  await openArticle(page, article);
  await expect(turner(page)).toBeVisible();
}

/** “Page 4 of 31” as numbers. */
async function pageNumber(page: Page): Promise<{ shown: number; count: number }> {
  const [shown, count] = (await turner(page).innerText())
    .match(/Page (\d+) of (\d+)/)!
    .slice(1)
    .map(Number);
  return { shown: shown!, count: count! };
}

async function expectPage(page: Page, number: number): Promise<void> {
  await expect(turner(page)).toContainText(new RegExp(`Page ${number} of`));
  // What is said is what is shown: the box of the pages has been moved by so many widths.
  const moved = await page.locator("#article").evaluate((box) => Math.abs(box.scrollLeft) / box.clientWidth);
  expect(moved).toBeCloseTo(number - 1, 2);
}

/** The part of the text at a place is on the page that is shown. */
async function expectOnPage(page: Page, { block, offset }: { block: number; offset: number }): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        ([leaf, at]) => {
          const walker = document.createTreeWalker(document.getElementById(`b${leaf}`)!, NodeFilter.SHOW_TEXT);
          let before = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = node.nodeValue!;
            if (at! < before + length) {
              const range = document.createRange();
              range.setStart(node, at! - before);
              range.setEnd(node, at! - before + 1);
              const { left, right, top, bottom } = range.getClientRects()[0]!;
              const page = document.getElementById("article")!.getBoundingClientRect();
              return left >= page.left && right <= page.right && top >= page.top && bottom <= page.bottom;
            }
            before += length;
          }
          return false;
        },
        [block, offset],
      ),
    )
    .toBe(true);
}

/** Turns on until the stored place is inside a paragraph, and returns it. */
async function readOnInPages(page: Page): Promise<{ block: number; offset: number }> {
  let place: { block: number; offset: number } | undefined;
  await expect(async () => {
    await page.keyboard.press("PageDown");
    place = await settledPlace(page, LONG_ARTICLE);
    expect(place?.offset).toBeGreaterThan(0);
  }).toPass();
  return place!;
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(dialog(page)).toBeVisible();
}

async function swipe(page: Page, from: number, to: number): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const client = await page.context().newCDPSession(page);
  const point = (part: number) => [{ x: Math.round(width * part), y: Math.round(height / 3) }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from) });
  for (let i = 1; i <= 5; i++)
    await client.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: point(from + ((to - from) * i) / 5),
    });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test.describe("pages are turned", () => {
  test("by keys, and go no further than the text", async ({ page }) => {
    await openPages(page);
    await expectPage(page, 1);
    for (const [key, number] of [
      ["ArrowRight", 2],
      [" ", 3],
      ["PageDown", 4],
      ["ArrowLeft", 3],
      ["Shift+Space", 2],
      ["PageUp", 1],
      ["PageUp", 1],
      ["ArrowRight", 2],
      ["Home", 1],
    ] as const) {
      await page.keyboard.press(key);
      await expectPage(page, number);
    }
    await page.keyboard.press("End");
    const { shown, count } = await pageNumber(page);
    expect(shown).toBe(count);
    expect(count).toBeGreaterThan(2);
    await page.keyboard.press("ArrowRight");
    await expectPage(page, count);
  });

  test("by the arrow that points on, in a text from right to left", async ({ page }) => {
    await openPages(page, RTL_ARTICLE);
    await page.keyboard.press("ArrowLeft");
    await expectPage(page, 2);
    await page.keyboard.press("ArrowRight");
    await expectPage(page, 1);
    const { width, height } = page.viewportSize()!;
    await page.mouse.click(width * 0.1, height / 2);
    await expectPage(page, 2);
    const [next, previous] = await Promise.all(
      ["Next page", "Previous page"].map((name) => turner(page).getByRole("button", { name }).boundingBox()),
    );
    expect(next!.x, "the button stands on the side it leads to").toBeLessThan(previous!.x);
  });

  test("by buttons with names, which say where one is", async ({ page }) => {
    await openPages(page);
    const button = (name: string) => turner(page).getByRole("button", { name, exact: true });
    await expect(button("Previous page")).toHaveAttribute("aria-disabled", "true");
    await button("Next page").click();
    await expectPage(page, 2);
    const { count } = await pageNumber(page);
    await expect(page.getByRole("status")).toHaveText(`Page 2 of ${count}`);
    await button("Previous page").click();
    await expectPage(page, 1);
    await page.keyboard.press("End");
    await expectPage(page, count);
    await expect(button("Next page")).toHaveAttribute("aria-disabled", "true");
  });

  test("by a tap at either side; one in the middle is for the toolbar", async ({ page }) => {
    await openPages(page);
    const { width, height } = page.viewportSize()!;
    const toolbar = page.locator(".reader-bar");
    await page.mouse.click(width * 0.9, height / 2);
    await expectPage(page, 2);
    await page.mouse.click(width * 0.1, height / 2);
    await expectPage(page, 1);
    await expect(toolbar).toHaveCSS("opacity", "1");
    await page.mouse.click(width / 2, height / 2);
    await expectPage(page, 1);
    await expect(toolbar).toHaveCSS("opacity", "0");
    await page.keyboard.press("ArrowRight");
    await expect(toolbar, "stays out of the way while pages are turned").toHaveCSS("opacity", "0");
    await page.keyboard.press("Escape");
    await expect(toolbar).toHaveCSS("opacity", "1");
  });

  test("not by a press that lets go of selected text", { tag: "@once" }, async ({ page }) => {
    await openPages(page);
    const { width, height } = page.viewportSize()!;
    await page.evaluate(() => document.getSelection()!.selectAllChildren(document.getElementById("title")!));
    await page.mouse.click(width * 0.9, height / 2);
    await expectPage(page, 1);
    await page.mouse.click(width * 0.9, height / 2);
    await expectPage(page, 2);
  });

  test("by the wheel, once for each turn of it", { tag: "@once" }, async ({ page }) => {
    await openPages(page);
    await page.mouse.move(300, 300);
    for (let i = 0; i < 3; i++) await page.mouse.wheel(0, 120);
    await expectPage(page, 2);
    await page.waitForTimeout(500);
    await page.mouse.wheel(0, -120);
    await expectPage(page, 1);
  });

  test("by the focus, and by a link to a note and back", async ({ page }) => {
    await openPages(page);
    const shown = (target: Locator) =>
      target.evaluate((element) => {
        const box = element.getClientRects()[0]!;
        const pages = document.getElementById("article")!.getBoundingClientRect();
        return box.left >= pages.left && box.right <= pages.right && box.top >= pages.top;
      });
    const reference = page.locator("#article .note-reference").first();
    await reference.focus();
    await expect.poll(() => shown(reference)).toBe(true);
    const { shown: from } = await pageNumber(page);
    await expectPage(page, from);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Note 1" }).getByRole("button", { name: "Go to the note" }).click();
    const note = page.locator("#article .notes li").first();
    await expect.poll(() => shown(note)).toBe(true);
    await expectPage(page, (await pageNumber(page)).shown);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(reference)).toBe(true);
    // The way back takes room of the page while it is offered, so the number may be another.
    await expectPage(page, (await pageNumber(page)).shown);
  });

  test("by whatever scrolls to a place, wholly", { tag: "@once" }, async ({ page }) => {
    await openPages(page);
    await page.locator("#b20").evaluate((element) => element.scrollIntoView({ block: "center", inline: "center" }));
    await expect.poll(async () => (await pageNumber(page)).shown).toBeGreaterThan(1);
    await expectPage(page, (await pageNumber(page)).shown);
    await expectOnPage(page, { block: 20, offset: 0 });
  });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("pages are turned by a swipe", async ({ page }) => {
    await openPages(page);
    await swipe(page, 0.8, 0.3);
    await expectPage(page, 2);
    await swipe(page, 0.3, 0.8);
    await expectPage(page, 1);
    await openPages(page, RTL_ARTICLE);
    await swipe(page, 0.3, 0.8);
    await expectPage(page, 2);
  });
});

test.describe("the place in the text is kept", () => {
  test("through a reload, on the same page", async ({ page }) => {
    await openPages(page);
    const place = await readOnInPages(page);
    const before = await pageNumber(page);
    const progress = await page.locator(".bar-progress").textContent();
    await page.reload();
    await expect(page.locator(".bar-progress")).toHaveText(progress!);
    await expect.poll(() => pageNumber(page)).toEqual(before);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("when pages are scrolled, and turned into pages again", async ({ page }) => {
    await openPages(page);
    const place = await readOnInPages(page);
    const before = await pageNumber(page);
    await openSettings(page);
    await dialog(page).getByRole("radio", { name: "Scrolled" }).check();
    await expect(turner(page)).not.toBeVisible();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await expectOnPage(page, place);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
    await openSettings(page);
    await dialog(page).getByRole("radio", { name: "Pages" }).check();
    await page.keyboard.press("Escape");
    await expect.poll(() => pageNumber(page)).toEqual(before);
    await expectOnPage(page, place);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("when the device is turned, and turned back", async ({ page }) => {
    await openPages(page);
    const place = await readOnInPages(page);
    const before = await pageNumber(page);
    const { width, height } = page.viewportSize()!;
    await page.setViewportSize({ width: height, height: width });
    await expectOnPage(page, place);
    await page.setViewportSize({ width, height });
    await expect.poll(() => pageNumber(page)).toEqual(before);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("when the text changes its shape", async ({ page }) => {
    await openPages(page);
    const place = await readOnInPages(page);
    await openSettings(page);
    await page.getByRole("button", { name: "More: Size" }).click({ clickCount: 6 });
    await expectOnPage(page, place);
    await page.getByRole("radio", { name: "Atkinson Hyperlegible" }).check();
    await expect
      .poll(() => page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded")))
      .toBe(true);
    await expectOnPage(page, place);
    await page.keyboard.press("Escape");
    await expectOnPage(page, place);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("when another article is read in between", { tag: "@once" }, async ({ page }) => {
    await openPages(page);
    await readOnInPages(page);
    const before = await pageNumber(page);
    await page.getByRole("link", { name: "Library" }).click();
    await page.goBack();
    await expect.poll(() => pageNumber(page)).toEqual(before);
  });
});

test("progress and the end of the text are told in pages", async ({ page }) => {
  await openPages(page);
  await expect(page.locator(".bar-progress")).toHaveText(/^0 % · \d+ minutes to read/);
  await page.keyboard.press("PageDown");
  await expect(page.locator(".bar-progress")).not.toHaveText(/^0 %/);
  await page.keyboard.press("End");
  await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
  await expect.poll(() => storedPlace(page, LONG_ARTICLE)).toBeTruthy();
});

test.describe("reading aids", () => {
  test("line by line, the lines that are clear turn the page, and what is clear stays on it", async ({ page }) => {
    await openPages(page, LONG_ARTICLE, { lineFocus: "1", ruler: true, size: 32 });
    await expect(page.locator(".reading-frame")).toBeAttached();
    for (let i = 0; i < 40 && (await pageNumber(page)).shown < 3; i++) await page.keyboard.press("ArrowDown");
    await expectPage(page, 3);
    const frame = page.locator(".reading-frame");
    await expect(frame).not.toHaveAttribute("hidden");
    const [clear, box] = await Promise.all([
      frame.evaluate(({ style }) => [style.top, style.height].map(Number.parseFloat) as [number, number]),
      page.locator("#article").evaluate((article) => article.getBoundingClientRect().toJSON() as DOMRect),
    ]);
    expect(clear[0]).toBeGreaterThanOrEqual(box.top - 1);
    expect(clear[0] + clear[1]).toBeLessThanOrEqual(box.bottom + 1);
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await pageNumber(page)).shown).toBeLessThanOrEqual(3);
  });

  test("automatic scrolling turns pages at its pace", { tag: "@once" }, async ({ page }) => {
    await openPages(page, LONG_ARTICLE, { autoScroll: 600, size: 96, width: 15 });
    await openSettings(page);
    await dialog(page).getByRole("button", { name: "Start scrolling" }).click();
    await expect(page.getByRole("region", { name: "Automatic scrolling" })).toBeVisible();
    await expect.poll(async () => (await pageNumber(page)).shown).toBeGreaterThan(2);
    await page.getByRole("button", { name: "Pause scrolling" }).click();
    const { shown } = await pageNumber(page);
    await expectPage(page, shown);
    await page.waitForTimeout(1500);
    expect((await pageNumber(page)).shown).toBe(shown);
  });
});

test("title, byline and what is related are pages of the text", async ({ page }) => {
  await openPages(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await page.keyboard.press("End");
  await expect(page.locator("#article .related li").last()).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).not.toBeInViewport();
});

test(
  "a window too low for a line scrolls, and says so; a taller one has pages again",
  { tag: "@once" },
  async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 300 });
    await openLibrary(page);
    await plant(page, { preferences: [{ layout: "pages", size: 128, lineSpacing: 3 }] });
    await openArticle(page, LONG_ARTICLE);
    const sentence = page.locator(".pages-low");
    await expect(sentence).toContainText("too low for pages");
    await expect(page.getByRole("status")).toContainText("too low for pages");
    await expect(turner(page)).not.toBeVisible();
    await page.mouse.wheel(0, 800);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await page.setViewportSize({ width: 700, height: 900 });
    await expect(turner(page)).toBeVisible();
    await expect(sentence).not.toBeVisible();
  },
);

for (const [name, preferences, article] of [
  ["as they are at first", {}, LONG_ARTICLE],
  ["of every kind of block", {}, "a-page-of-everything"],
  ["in large type", { size: 64 }, LONG_ARTICLE],
  ["from right to left", {}, RTL_ARTICLE],
] as const)
  test(`axe and the layout have no fault to find in pages ${name}`, async ({ page }) => {
    await openPages(page, article, preferences);
    await expectNoViolations(page, `pages ${name}`);
    expect(
      await layoutProblems(page).then((problems) => problems.filter((p) => !/is cut off|reaches from|lies on/.test(p))),
    ).toEqual([]);
    await page.keyboard.press("PageDown");
    await expectNoViolations(page, `page 2, ${name}`);
  });

test("the buttons are large enough", async ({ page }) => {
  await openPages(page);
  for (const button of await turner(page).getByRole("button").all()) {
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
});
