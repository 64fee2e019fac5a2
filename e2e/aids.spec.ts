import { expect, type Page, test } from "@playwright/test";
import type { Preferences } from "../src/domain/settings.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant } from "./support/database.ts";
import { layoutProblems } from "./support/layout.ts";
import { test as speech } from "./support/fake-speech.ts";
import { settledPlace } from "./support/place.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Text settings" });

/** Opens an article for a reader who has chosen so. */
async function openWith(page: Page, preferences: Preferences, article = LONG_ARTICLE): Promise<void> {
  await openLibrary(page);
  await plant(page, { preferences: [preferences] });
  await openArticle(page, article);
}

/** What is clear, as boxes of the window. The frame goes around all of it. */
async function clear(page: Page): Promise<{ top: number; bottom: number; left: number; right: number }> {
  const frame = page.locator(".reading-frame");
  await expect(frame).toBeAttached();
  await expect(frame).not.toHaveAttribute("hidden");
  return frame.evaluate(({ style }) => {
    const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(Number.parseFloat);
    return { left: left!, top: top!, right: left! + width!, bottom: top! + height! };
  });
}

/** How many lines of running text are clear. */
async function clearLines(page: Page): Promise<number> {
  const { top, bottom } = await clear(page);
  const lineHeight = await page.locator("#b0").evaluate((p) => Number.parseFloat(getComputedStyle(p).lineHeight));
  return (bottom - top) / lineHeight;
}

/** The first words of what is clear. */
function clearText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { left, top, width } = document.querySelector<HTMLElement>(".reading-frame")!.style;
    const [x, y] = [Number.parseFloat(left) + 14, Number.parseFloat(top) + 14];
    const caret = document.caretPositionFromPoint(x, y);
    return `${caret?.offsetNode.nodeValue?.slice(caret.offset, caret.offset + 40)} ${width}`;
  });
}

const frames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** As a tap: what is under the middle of a paragraph's first line. */
async function tap(page: Page, selector: string): Promise<{ x: number; y: number }> {
  await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await frames(page);
  const point = await page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getClientRects()[0]!;
    return { x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 };
  });
  await page.mouse.click(point.x, point.y);
  await frames(page);
  return point;
}

test.describe("line focus", () => {
  test.use({ serviceWorkers: "block" });

  for (const [lineFocus, count] of [
    ["1", 1],
    ["3", 3],
    ["5", 5],
  ] as const) {
    test(`keeps ${count} clear around a tapped line`, async ({ page }) => {
      // Narrow, so that paragraphs are long.
      await page.setViewportSize({ width: 390, height: 800 });
      await openWith(page, { lineFocus });
      await clear(page);
      // Inside of a paragraph: between two there is a gap, which is clear as well.
      const { y } = await tap(page, "#b9");
      for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowDown");
      expect(await clearLines(page)).toBeCloseTo(count, 0);
      for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowUp");
      const { top, bottom } = await clear(page);
      expect(top).toBeLessThan(y);
      expect(bottom).toBeGreaterThan(y);
    });
  }

  test("goes line by line with the arrow keys, and stays in the middle of the window", async ({ page }) => {
    await openWith(page, { lineFocus: "1" });
    await tap(page, "#b4");
    const height = page.viewportSize()!.height;
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("ArrowDown");
      const { top, bottom } = await clear(page);
      expect(top).toBeGreaterThan(height / 4);
      expect(bottom).toBeLessThan((height * 3) / 4);
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  });

  test("keeps its place in the window while the page is scrolled", async ({ page }) => {
    await openWith(page, { lineFocus: "1" });
    const { y } = await tap(page, "#b9");
    for (const by of [150, 150, -80]) {
      await page.evaluate((top) => scrollBy({ top, behavior: "instant" }), by);
      await frames(page);
      const { top, bottom } = await clear(page);
      expect(Math.abs((top + bottom) / 2 - y)).toBeLessThan(60);
    }
  });

  test("takes a whole paragraph, or exactly a sentence", async ({ page }) => {
    await openWith(page, { lineFocus: "paragraph" });
    await tap(page, "#b9");
    const paragraph = await page.locator("#b9").evaluate((p) => p.getBoundingClientRect().toJSON() as DOMRect);
    const whole = await clear(page);
    expect(Math.abs(whole.top - paragraph.top)).toBeLessThan(4);
    expect(Math.abs(whole.bottom - paragraph.bottom)).toBeLessThan(4);

    await plant(page, { preferences: [{ lineFocus: "sentence" }] });
    await page.reload();
    await tap(page, "#b9");
    const sentence = await clear(page);
    expect(sentence.bottom - sentence.top).toBeLessThan(whole.bottom - whole.top);
    const before = await page.locator(".reading-veil").evaluate(({ style }) => style.clipPath);
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".reading-veil").evaluate(({ style }) => style.clipPath)).not.toBe(before);
  });

  test("leaves the arrow keys of controls alone", { tag: "@once" }, async ({ page }) => {
    await openWith(page, { lineFocus: "3", ruler: true });
    const before = await clear(page);
    await page.getByRole("button", { name: "Text settings" }).click();
    await dialog(page).getByRole("slider", { name: "Scrolling speed" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect(dialog(page)).toContainText("220 words a minute");
    expect((await clear(page)).top).toBeCloseTo(before.top, 0);
  });

  for (const lineFocus of ["1", "3", "sentence"] as const) {
    test(`is where the reading position is, by ${lineFocus}: the same is clear when the article is opened again`, async ({
      page,
    }) => {
      await openWith(page, { lineFocus, ruler: true });
      await clear(page);
      for (let i = 0; i < 32; i++) await page.keyboard.press("ArrowDown");
      const words = await clearText(page);
      const place = await settledPlace(page, LONG_ARTICLE);
      expect(place?.block).toBeGreaterThan(0);
      const progress = await page.locator(".bar-progress").textContent();
      await page.reload();
      await clear(page);
      await expect.poll(() => clearText(page)).toBe(words);
      // Nothing of this has moved the place.
      expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
      await expect(page.locator(".bar-progress")).toHaveText(progress!);
    });
  }

  test("has come to the end with the last sentence, not before", { tag: "@once" }, async ({ page }) => {
    await openWith(page, { lineFocus: "sentence" });
    const last = await page.evaluate(
      () => Array.from(document.querySelectorAll<HTMLElement>("#article .prose > p")).at(-1)!.id,
    );
    await tap(page, `#${last}`);
    await page.keyboard.press("ArrowUp");
    const progress = page.locator(".bar-progress");
    await expect(progress).not.toContainText("finished");
    for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowDown");
    await expect(progress).toContainText("finished");
  });

  test("goes along to a place that is gone to", { tag: "@once" }, async ({ page }) => {
    await openWith(page, { lineFocus: "1" });
    await clear(page);
    await page.keyboard.press("Alt+Shift+C");
    await page.getByRole("dialog").locator(".contents-list a").nth(1).click();
    const heading = page.locator("#article h2:focus, #article h3:focus");
    await expect(heading).toBeVisible();
    await expect
      .poll(async () => {
        const { top, bottom } = await clear(page);
        const box = (await heading.boundingBox())!;
        return top <= box.y + box.height / 2 && box.y + box.height / 2 <= bottom;
      })
      .toBe(true);
  });

  for (const [name, article, size] of [
    ["right to left", RTL_ARTICLE, 19],
    ["in very large type", LONG_ARTICLE, 128],
  ] as const) {
    test(`works ${name}, in a narrow window`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await openWith(page, { lineFocus: "3", ruler: true, size }, article);
      await tap(page, "#b2");
      const { left, right, top, bottom } = await clear(page);
      expect(bottom - top).toBeGreaterThan(size);
      expect(left).toBeLessThan(30);
      expect(right).toBeGreaterThan(290);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.keyboard.press("ArrowDown");
      await clear(page);
    });
  }

  test("shows a frame where colours are forced", { tag: "@once" }, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await openWith(page, { lineFocus: "3", ruler: true });
    await expect(page.locator(".reading-frame")).toBeVisible();
    await expect(page.locator(".reading-veil")).toBeHidden();
    await expect(page.locator(".reading-ruler")).toBeVisible();
  });
});

speech.describe("with a voice", () => {
  speech("what is clear goes along with the sentence", { tag: "@once" }, async ({ page, speech }) => {
    await openLibrary(page);
    await plant(page, { preferences: [{ lineFocus: "sentence" }] });
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    // The title is no part of the text, and no line of it is kept clear.
    await speech.finishSentences(2);
    for (let i = 0; i < 4; i++) {
      await speech.finishSentence();
      await speech.pass(100);
      // What is painted as spoken is what is clear.
      const spoken = await page.evaluate(() => {
        const [range] = CSS.highlights.get("sentence")!;
        const { top, bottom } = (range as Range).getBoundingClientRect();
        return { top, bottom };
      });
      const { top, bottom } = await clear(page);
      expect(top).toBeLessThanOrEqual(spoken.top + 1);
      expect(bottom).toBeGreaterThanOrEqual(spoken.bottom - 1);
      expect(bottom - top - (spoken.bottom - spoken.top)).toBeLessThan(30);
    }
  });
});

test.describe("the text", () => {
  test.use({ serviceWorkers: "block" });

  test("is the same to copy and to read out with all aids on", { tag: "@once" }, async ({ page }) => {
    const text = () =>
      page.evaluate(() => {
        const article = document.getElementById("article")!;
        document.getSelection()!.selectAllChildren(article);
        return { copied: document.getSelection()!.toString(), elements: article.querySelectorAll("*").length };
      });
    await openArticle(page, LONG_ARTICLE);
    const plain = await text();
    const tree = await page.locator("#article").ariaSnapshot();
    await openWith(page, { lineFocus: "sentence", ruler: true, lineTint: true, syllables: true });
    await expect.poll(() => syllables(page)).toContain("tion");
    expect(await text()).toEqual(plain);
    expect(await page.locator("#article").ariaSnapshot()).toBe(tree);
    await expect(page.locator(".reading-aids")).toHaveAttribute("aria-hidden", "true");
  });

  test("has its lines tinted in step", { tag: "@once" }, async ({ page }) => {
    await openWith(page, { lineTint: true });
    const tint = await page.locator("#b9").evaluate((p) => getComputedStyle(p).backgroundImage);
    const lineHeight = await page.locator("#b9").evaluate((p) => Number.parseFloat(getComputedStyle(p).lineHeight));
    const stops = [...tint.matchAll(/([\d.]+)px/g)].map(([, value]) => Number(value));
    expect(Math.max(...stops)).toBeCloseTo(2 * lineHeight, 0);
  });
});

test(
  "syllables are marked, and the patterns of the languages that are read are kept",
  { tag: "@once" },
  async ({ page, context }) => {
    const patterns: string[] = [];
    context.on("request", (request) => {
      if (request.url().includes("/patterns/"))
        patterns.push(request.url().replace(/^.*\/patterns\/|-[\w-]{8}\.js$/g, ""));
    });
    await openLibrary(page);
    await workerReady(page);
    await openArticle(page, LONG_ARTICLE);
    expect(patterns).toEqual([]);
    await page.getByRole("button", { name: "Text settings" }).click();
    await dialog(page).getByRole("checkbox", { name: "Mark syllables" }).check();
    await expect.poll(() => syllables(page)).not.toHaveLength(0);
    // A name in it is marked as Russian, and divided as that.
    expect([...new Set(patterns)].toSorted()).toEqual(["en-gb", "ru"]);
    await page.waitForTimeout(500);

    await context.setOffline(true);
    await openArticle(page, LONG_ARTICLE);
    await expect.poll(() => syllables(page)).not.toHaveLength(0);
    // A script without vowels has no syllables to mark.
    await openArticle(page, RTL_ARTICLE);
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(dialog(page).getByRole("checkbox", { name: "Tint every other line" })).toBeVisible();
    await expect(dialog(page).getByRole("checkbox", { name: "Mark syllables" })).toHaveCount(0);
  },
);

test.describe("syllables that cannot be fetched", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  test("are told of where they were wanted, and over the foot of the next article", async ({ page }) => {
    await page.route("**/patterns/**", (route) => route.abort());
    await openArticle(page, LONG_ARTICLE);
    await page.getByRole("button", { name: "Text settings" }).click();
    const wanted = dialog(page).getByRole("checkbox", { name: "Mark syllables" });
    await wanted.check();
    const alert = dialog(page).getByRole("alert").filter({ hasText: "The syllables could not be loaded." });
    await expect(alert).toBeVisible();
    await page.keyboard.press("Escape");

    await page.reload();
    const message = page.getByRole("region", { name: "Reading aids" });
    await expect(message).toContainText("turn “Mark syllables” off and on again");
    await expect(page.getByRole("status")).toContainText("The syllables could not be loaded.");
    await expectNoViolations(page, "syllables that are missing");
    await message.getByRole("button", { name: "Close this message" }).click();
    await expect(message).toHaveCount(0);
    await expect(page.locator(".reader-bar :focus")).toHaveCount(1);

    await page.unroute("**/patterns/**");
    await page.getByRole("button", { name: "Text settings" }).click();
    await wanted.uncheck();
    await wanted.check();
    await expect.poll(() => syllables(page)).not.toHaveLength(0);
    await expect(alert).toHaveCount(0);
  });
});

test.describe("automatic scrolling", () => {
  test.use({ serviceWorkers: "block" });

  const start = async (page: Page) => {
    await page.getByRole("button", { name: "Text settings" }).click();
    await dialog(page).getByRole("button", { name: "Start scrolling" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole("button", { name: "Pause scrolling" })).toBeFocused();
  };
  const pixelsIn = async (page: Page, ms: number) => {
    const from = await page.evaluate(() => scrollY);
    await page.waitForTimeout(ms);
    return (await page.evaluate(() => scrollY)) - from;
  };

  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    test(`moves on, motion: ${reducedMotion}; a key pauses it, its button resumes it`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion });
      await openWith(page, { autoScroll: 600 });
      await start(page);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
      await page.mouse.move(100, 200);
      await page.mouse.wheel(0, 1);
      const resume = page.getByRole("button", { name: "Go on scrolling" });
      await expect(resume).toBeVisible();
      await page.waitForTimeout(300);
      expect(await pixelsIn(page, 500)).toBe(0);
      await resume.click();
      await expect.poll(() => pixelsIn(page, 500)).toBeGreaterThan(0);
      await expectNoViolations(page, "scrolling by itself");
      await page.getByRole("button", { name: "Stop scrolling" }).click();
      await expect(page.getByRole("region", { name: "Automatic scrolling" })).toHaveCount(0);
      expect(await pixelsIn(page, 400)).toBe(0);
    });
  }

  for (const key of ["ArrowDown", "Escape"])
    test(`is paused by ${key}, also on its own control`, { tag: "@once" }, async ({ page }) => {
      await openWith(page, { autoScroll: 600 });
      await start(page);
      await page.keyboard.press(key);
      const resume = page.getByRole("button", { name: "Go on scrolling" });
      await expect(resume).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Pause scrolling" })).toBeVisible();
      await page.keyboard.press("Space");
      await expect(resume).toBeVisible();
    });

  test("goes away with the article", { tag: "@once" }, async ({ page }) => {
    await openWith(page, {});
    await start(page);
    await page.getByRole("link", { name: "Library" }).click();
    await expect(page.getByRole("region", { name: "Automatic scrolling" })).toHaveCount(0);
  });
});

test.describe("the screen", () => {
  test.use({ serviceWorkers: "block" });

  const held = (page: Page) => page.evaluate(() => (globalThis as unknown as { locks: Set<object> }).locks.size);

  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const locks = new Set<object>();
      Object.assign(globalThis, { locks });
      Object.defineProperty(navigator, "wakeLock", {
        configurable: true,
        value: {
          request: async () => {
            const lock = { released: false, release: async () => void locks.delete(lock) };
            locks.add(lock);
            return lock;
          },
        },
      });
    }),
  );

  test("stays on with an article open, where that is chosen", { tag: "@once" }, async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    await page.getByRole("button", { name: "Text settings" }).click();
    const keepAwake = dialog(page).getByRole("checkbox", { name: "Keep the screen on while reading" });
    expect(await held(page)).toBe(0);
    await keepAwake.check();
    await expect.poll(() => held(page)).toBe(1);
    await keepAwake.uncheck();
    await expect.poll(() => held(page)).toBe(0);
    await keepAwake.check();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Library" }).click();
    await expect.poll(() => held(page)).toBe(0);
  });

  test("stays on again when the page comes back into view", { tag: "@once" }, async ({ page }) => {
    await openWith(page, { keepAwake: true });
    await expect.poll(() => held(page)).toBe(1);
    const show = (visible: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { configurable: true, value: now ? "visible" : "hidden" });
        // The browser lets go of the lock of a page that nobody sees.
        const { locks } = globalThis as unknown as { locks: Set<{ released: boolean }> };
        if (!now) for (const lock of locks) lock.released = true;
        if (!now) locks.clear();
        document.dispatchEvent(new Event("visibilitychange"));
      }, visible);
    await show(false);
    await page.waitForTimeout(100);
    expect(await held(page)).toBe(0);
    await show(true);
    await expect.poll(() => held(page)).toBe(1);
  });

  test("is not offered where the browser cannot", { tag: "@once" }, async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(navigator, "wakeLock");
      Reflect.deleteProperty(Navigator.prototype, "wakeLock");
    });
    await openArticle(page, LONG_ARTICLE);
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(dialog(page).getByRole("checkbox", { name: "Mark syllables" })).toBeVisible();
    await expect(dialog(page).getByRole("checkbox", { name: /screen on/ })).toHaveCount(0);
  });
});

test("the settings of the aids have no fault in their layout or for axe", async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  await page.getByRole("button", { name: "Text settings" }).click();
  await dialog(page).getByRole("group", { name: "Line focus" }).scrollIntoViewIfNeeded();
  await dialog(page).getByRole("radio", { name: "3 lines" }).check();
  // The head of the sheet lies over what is scrolled beneath it.
  await dialog(page).evaluate((sheet) => sheet.scrollTo({ top: 0, behavior: "instant" }));
  await expectNoViolations(page, "settings of the aids");
  expect(await layoutProblems(page)).toEqual([]);
});

/** The syllables that are tinted now. */
function syllables(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("syllable") ?? [])].map((range) => (range as Range).toString()));
}
