import { expect, type Page } from "@playwright/test";
import { test } from "./support/companion.ts";
import { fillDatabase, readStored, removeStored } from "./support/database.ts";
import { layoutProblems } from "./support/layout.ts";
import { settledPlace, topOf } from "./support/place.ts";
import { openArticle } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const notice = (page: Page) => page.getByRole("region", { name: "Storage" });

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.getByRole("button", { name: "Text settings" }).click();
  await page.getByRole("radio", { name: theme, exact: true }).check();
  await page.keyboard.press("Escape");
}

const storedTheme = async (page: Page) => (await readStored<{ theme?: string }>(page, "preferences", "reader"))?.theme;

/** Opens the database in a version to come, as a newer Lectern in another tab would, and keeps it open. */
function openNewerVersion(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("lectern", 99);
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    Object.assign(window, { newer: db });
  });
}

test.describe("keeping things on the device", { tag: "@once" }, () => {
  test("goes on after the browser has closed the database under the app", async ({ page, context }) => {
    await page.goto("./");
    await workerReady(page);
    await chooseTheme(page, "Sepia");
    await expect.poll(() => storedTheme(page)).toBe("sepia");
    // Chromium closes every connection to a database that its tools delete: what a crashed storage process looks like to a page.
    const session = await context.newCDPSession(page);
    await session.send("IndexedDB.deleteDatabase", {
      securityOrigin: new URL(page.url()).origin,
      databaseName: "lectern",
    });
    await chooseTheme(page, "Dark");
    await expect.poll(() => storedTheme(page)).toBe("dark");
    await expect(notice(page)).toHaveCount(0);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("gives way to a newer version in another tab, and says so", async ({ page, context, companion }) => {
    await page.goto("./");
    await workerReady(page);
    const other = await context.newPage();
    await other.goto(`${companion.url}icons/lectern.svg`);
    await openNewerVersion(other);

    await expect(notice(page)).toContainText("a newer version of Lectern");
    await expect(page.getByRole("status")).toContainText("a newer version of Lectern");
    // What is on screen stays, and can be used.
    await page.getByRole("link", { name: "Reading with Lectern" }).click();
    await expect(page.locator("#article h1")).toHaveText("Reading with Lectern");
    await expect(notice(page).getByRole("button", { name: "Load again" })).toBeVisible();
  });

  test("says so in sight of a reader who is in the midst of a text, and moves nothing", async ({
    page,
    context,
    companion,
  }) => {
    await openArticle(page, LONG_ARTICLE);
    await workerReady(page);
    await page.mouse.wheel(0, 1500);
    const before = await settledPlace(page, LONG_ARTICLE);
    const top = await topOf(page, before!);
    const other = await context.newPage();
    await other.goto(`${companion.url}icons/lectern.svg`);
    await openNewerVersion(other);

    await page.bringToFront();
    await expect(notice(page)).toBeInViewport({ ratio: 1 });
    expect(Math.abs((await topOf(page, before!)) - top)).toBeLessThan(2);
    expect(await layoutProblems(page)).toEqual([]);
  });

  test("says when the device is full, and leaves everything else as it was", async ({ page, context, companion }) => {
    // The browser caches how much room an origin has, so it has to be small before the app writes for the first time.
    const session = await context.newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(companion.url).origin, quotaSize: 1 });
    await page.goto("./");
    await expect(notice(page)).toContainText("no room left");
    await expect(page.locator("main li h3")).not.toHaveCount(0);

    await page.getByRole("link", { name: "Reading with Lectern" }).click();
    await expect(page.locator("#article h1")).toHaveText("Reading with Lectern");
    await expect(page.locator("#article .prose p").first()).toBeVisible();
    await notice(page).getByRole("button", { name: "Close this message" }).click();
    await expect(notice(page)).toHaveCount(0);

    await chooseTheme(page, "Sepia");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  });

  test("says so as well when it is the service worker that finds no room", async ({ page, context, companion }) => {
    const session = await context.newCDPSession(page);
    const quotaSize = 8_000_000;
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(companion.url).origin, quotaSize });
    await page.goto("./");
    await workerReady(page);
    await removeStored(page, "bodies", "reading-aloud");
    await fillDatabase(page, quotaSize);

    // The page only asks for it; the worker would keep it.
    expect(await page.evaluate(async () => (await fetch("articles/reading-aloud.json")).ok)).toBe(true);
    await expect(notice(page)).toContainText("no room left");
  });

  test("is done without where the browser never opens the database", async ({ page, context, companion }) => {
    await page.goto("./");
    await workerReady(page);
    const other = await context.newPage();
    await other.goto(`${companion.url}icons/lectern.svg`);
    await page.goto("about:blank");
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open("lectern", 99);
          request.addEventListener("upgradeneeded", () => {
            // An upgrade without an end.
            const store = request.transaction!.objectStore("records");
            const again = () => store.get("").addEventListener("success", again);
            again();
            resolve();
          });
        }),
    );
    await page.goto(companion.url);
    await expect(notice(page)).toContainText("You can read, but nothing will be remembered.", { timeout: 40_000 });
    await page.getByRole("link", { name: "Reading with Lectern" }).click();
    await expect(page.locator("#article h1")).toHaveText("Reading with Lectern");
  });

  test("loses nothing when two tabs change different settings", async ({ page, context }) => {
    await page.goto("./");
    await workerReady(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await chooseTheme(page, "Sepia");
    await other.getByRole("button", { name: "Text settings" }).click();
    await other.getByRole("radio", { name: "Sans serif" }).check();

    for (const tab of [page, other]) {
      await expect(tab.locator("html")).toHaveAttribute("data-theme", "sepia");
      await expect(tab.locator("html")).toHaveAttribute("data-font", "sans");
    }
    await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ theme: "sepia", font: "sans" });
  });
});
