import { expect, type Page, test } from "@playwright/test";
import { expectAtTop } from "./support/at-top.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { plant } from "./support/database.ts";
import { readOn, settledPlace, storedPlace } from "./support/place.ts";
import { openArticle, openLibrary, RTL_ARTICLE } from "./support/screens.ts";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "./support/shipped.ts";

test.use({ serviceWorkers: "block" });

const { record } = shippedArticle(LONG_ARTICLE);
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test.describe("every way from one view to the next", () => {
  test("sets the title, moves the focus to the heading and says it once", async ({ page }) => {
    await openLibrary(page);
    await expect(page).toHaveTitle("Library – Lectern");
    const announced = await watchAnnouncements(page);
    // The heading that takes the focus is said because it does; after the keys for back and forward that is not enough for Orca.
    const arrived = async (heading: string, windowTitle: string, status: string[], focused = title(page, heading)) => {
      await expect(focused).toBeFocused();
      await expect(page).toHaveTitle(windowTitle);
      await expect.poll(announced).toEqual(status);
      await page.evaluate(() => (globalThis as typeof globalThis & { announced: string[] }).announced.splice(0));
    };

    await page.getByRole("link", { name: record.title }).click();
    await arrived(record.title, `${record.title} – Lectern`, []);
    await page.getByRole("link", { name: "Library" }).click();
    await arrived("Library", "Library – Lectern", []);
    await page.goBack();
    await arrived(record.title, `${record.title} – Lectern`, [record.title]);
    await page.goForward();
    // Back in the list it is the article that was left that has the focus.
    await arrived("Library", "Library – Lectern", ["Library"], page.getByRole("link", { name: record.title }).first());
  });

  test("says a heading in its own language", { tag: "@once" }, async ({ page }) => {
    const arabic = shippedArticle(RTL_ARTICLE).record;
    await openLibrary(page);
    await page.getByRole("link", { name: arabic.title }).click();
    await page.getByRole("link", { name: "Library" }).click();
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText(arabic.title);
    await expect(page.getByRole("status")).toHaveAttribute("lang", arabic.lang);
    await page.goForward();
    await expect(page.getByRole("status")).toHaveText("Library");
    await expect(page.getByRole("status")).toHaveAttribute("lang", "en");
  });

  test("tells of an article that is not there like of any other view", { tag: "@once" }, async ({ page }) => {
    await openLibrary(page);
    await page.route("**/articles/*.json", (route) => route.abort());
    await page.getByRole("link", { name: record.title }).click();
    await expect(title(page, "The article did not open")).toBeFocused();
    await expect(page).toHaveTitle("The article did not open – Lectern");

    await page.unroute("**/articles/*.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(title(page, record.title)).toBeFocused();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  });
});

for (const path of ["", `read/${LONG_ARTICLE}`, "read/nothing-of-the-kind", "nowhere/at/all"]) {
  test(`a page that is opened by its address moves no focus: /${path}`, { tag: "@once" }, async ({ page }) => {
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(globalThis, { moved });
      document.addEventListener("focusin", ({ target }) => moved.push((target as Element).localName), true);
    });
    await page.goto(path || "./");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Text settings" })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("Opening");
    expect(await page.evaluate(() => (globalThis as typeof globalThis & { moved: string[] }).moved)).toEqual([]);
    await expect(page.getByRole("status")).toBeEmpty();
  });
}

test("the way back leads to the card that was opened, where it was", async ({ page }) => {
  // A window so low that the library has to scroll.
  await page.setViewportSize({ width: 390, height: 320 });
  await openLibrary(page);
  const last = SHIPPED.at(-1)!;
  const link = page.getByRole("main").getByRole("link", { name: last.title });
  await link.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(50);
  await link.click();
  await expect(title(page, last.title)).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

for (const [button, shows] of [
  ["Listen", (page: Page) => page.getByRole("region", { name: "Read aloud" })],
  ["Text settings", (page: Page) => page.getByRole("dialog", { name: "Text settings" })],
] as const) {
  test(
    `${button} counts when it is pressed before the app has taken the page over`,
    { tag: "@once" },
    async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/assets/ReaderView-*.js", async (route) => {
        await held;
        await route.continue();
      });
      const asked = page.waitForRequest("**/assets/ReaderView-*.js");
      await page.goto(`read/${LONG_ARTICLE}`, { waitUntil: "commit" });
      await asked;
      await page.getByRole("button", { name: button }).click();
      await expect(page.locator(".bar-progress")).toBeEmpty();
      await expect(shows(page)).toHaveCount(0);
      release();
      await expect(shows(page)).toBeVisible();
    },
  );
}

test("the toolbar makes way for the text, and comes back for whoever turns back or taps", async ({ page }) => {
  await openArticle(page, LONG_ARTICLE);
  const toolbar = page.getByRole("navigation", { name: "Reading" });
  await expect(toolbar).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, 900);
  await expect(toolbar).not.toBeInViewport();
  await page.mouse.wheel(0, -120);
  await expect(toolbar).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, 400);
  await expect(toolbar).not.toBeInViewport();
  const text = await page.evaluate(() => {
    const isText = (y: number) => document.elementFromPoint(innerWidth / 2, y)?.matches("#article p");
    return Array.from({ length: innerHeight }, (_, y) => y).find((y) => y > innerHeight / 4 && isText(y))!;
  });
  await page.mouse.click(page.viewportSize()!.width / 2, text);
  await expect(toolbar).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, 50_000);
  await expect(toolbar, "at the end of the text").toBeInViewport({ ratio: 1 });
});

test.describe("the place in the text", () => {
  test("is kept to the sentence through a reload", async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    const place = await readOn(page, LONG_ARTICLE);
    const progress = await page.locator(".bar-progress").textContent();
    await page.reload();
    await expect(page.locator(".bar-progress")).toHaveText(progress!);
    await expectAtTop(page, place);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("is kept when the device is turned, and turned back", async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    const place = await readOn(page, LONG_ARTICLE);
    const { width, height } = page.viewportSize()!;
    for (const size of [
      { width: height, height: width },
      { width, height },
    ]) {
      await page.setViewportSize(size);
      await expectAtTop(page, place);
      expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
    }
  });

  test("is kept when the text changes its shape", async ({ page }) => {
    await openArticle(page, LONG_ARTICLE);
    const place = await readOn(page, LONG_ARTICLE);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Text settings" }).click();
    await page.getByRole("button", { name: "More: Size" }).click({ clickCount: 6 });
    await expectAtTop(page, place);
    await page.getByRole("radio", { name: "Atkinson Hyperlegible" }).check();
    await expect
      .poll(() => page.evaluate(() => [...document.fonts].some(({ status }) => status === "loaded")))
      .toBe(true);
    await expectAtTop(page, place);
    await page.getByRole("button", { name: "More: Line spacing" }).click({ clickCount: 3 });
    await expectAtTop(page, place);
    await page.keyboard.press("Escape");
    await expectAtTop(page, place);
    expect(await settledPlace(page, LONG_ARTICLE)).toEqual(place);
  });

  test("is the same in another tab, and follows what is read there", async ({ page, context }) => {
    await openArticle(page, LONG_ARTICLE);
    const place = await readOn(page, LONG_ARTICLE);
    const other = await context.newPage();
    await openArticle(other, LONG_ARTICLE);
    await expectAtTop(other, place);
    await other.mouse.wheel(0, 600);
    await expect.poll(() => storedPlace(other, LONG_ARTICLE)).not.toEqual(place);
    const further = (await settledPlace(other, LONG_ARTICLE))!;
    expect(further.block).toBeGreaterThanOrEqual(place.block);
    await other.close();
    await page.reload();
    await expectAtTop(page, further);
  });

  test("of one article is not that of another", { tag: "@once" }, async ({ page }) => {
    await openLibrary(page);
    await plant(page, {
      positions: [
        {
          id: record.id,
          position: { block: 9, offset: 0 },
          fraction: 0.4,
          updatedAt: Date.now(),
          revision: record.revision,
        },
      ],
    });
    await openArticle(page, RTL_ARTICLE);
    await expect(page.locator(".bar-progress")).toHaveText(/^0 %/);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await openArticle(page, LONG_ARTICLE);
    await expectAtTop(page, { block: 9, offset: 0 });
  });
});
