import { expect, type Page, test } from "@playwright/test";
import { openSaved } from "./support/adding-screens.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { readStored } from "./support/database.ts";

test.use({ serviceWorkers: "block" });

const ID = "salt-roads";
const remove = (page: Page) => page.getByRole("button", { name: "Remove from this device …" });
const question = (page: Page) => page.getByRole("dialog", { name: "Remove this article?" });
const card = (page: Page) => page.getByRole("link", { name: "Salt roads" });

async function stores(page: Page): Promise<unknown[]> {
  return Promise.all(["records", "bodies", "sources"].map((store) => readStored(page, store, ID)));
}

test("an article is removed after a question, with all of it, and can be had back", async ({ page }) => {
  await openSaved(page);
  await remove(page).click();
  await expect(question(page).getByRole("heading")).toBeFocused();
  await expect(question(page)).toHaveAccessibleDescription(
    /“Salt roads” goes from this device: its text, its pictures/,
  );
  await question(page).getByRole("button", { name: "Keep it" }).last().click();
  await expect(remove(page)).toBeFocused();

  await remove(page).click();
  await question(page).getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveTitle(/Lectern$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Removed: Salt roads");
  await expect(card(page)).toHaveCount(0);
  expect(await stores(page)).toEqual([undefined, undefined, undefined]);

  const announced = await watchAnnouncements(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page)).toHaveCount(1);
  await expect.poll(announced).toContain("Back in your library: Salt roads");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("region", { name: "Removed article" })).toHaveCount(0);
  expect(await stores(page)).not.toContain(undefined);
});

test("the question is set as all sheets are, however the article is", { tag: "@once" }, async ({ page }) => {
  await openSaved(page);
  const looks = () =>
    page.getByRole("dialog").evaluate((sheet) => {
      const { fontFamily, letterSpacing, wordSpacing, writingMode } = getComputedStyle(sheet);
      return { fontFamily, letterSpacing, wordSpacing, writingMode };
    });
  await page.getByRole("button", { name: "Text settings" }).click();
  const usual = await looks();
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    const { style } = document.getElementById("article")!;
    style.letterSpacing = style.wordSpacing = "3px";
    style.writingMode = "vertical-rl";
  });
  await remove(page).click();
  expect(await looks()).toEqual(usual);
});

test(
  "removed it stays away after a reload, and its notice goes when another article is opened",
  { tag: "@once" },
  async ({ page }) => {
    await openSaved(page);
    await remove(page).click();
    await question(page).getByRole("button", { name: "Remove" }).click();
    const notice = page.getByRole("region", { name: "Removed article" });
    await expect(notice).toBeVisible();
    await page.locator("a[data-article]").first().click();
    await expect(page.locator("#article h1")).toBeVisible();
    await expect(notice).toHaveCount(0);
    // What came with the app is not the reader's to remove.
    await expect(remove(page)).toHaveCount(0);
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(card(page)).toHaveCount(0);
  },
);

test("what cannot be removed or brought back is told of where it can be seen", { tag: "@once" }, async ({ page }) => {
  await openSaved(page);
  await page.evaluate(() => {
    const { prototype } = IDBDatabase;
    const { transaction } = prototype;
    Object.assign(globalThis, { failing: true });
    prototype.transaction = function (names, mode, ...rest) {
      if (mode === "readwrite" && Reflect.get(globalThis, "failing") && [...names].includes("bodies"))
        throw new DOMException("No.", "UnknownError");
      return transaction.call(this, names, mode, ...rest);
    };
  });
  const fail = (on: boolean) => page.evaluate((failing) => void Object.assign(globalThis, { failing }), on);
  await remove(page).click();
  await question(page).getByRole("button", { name: "Remove" }).click();
  const kept = page.getByRole("region", { name: "Article not removed" });
  await expect(kept).toContainText("“Salt roads” could not be removed, and is still here. Open it and try again.");
  await kept.getByRole("button", { name: "Close" }).click();
  await expect(kept).toHaveCount(0);
  await card(page).click();

  await fail(false);
  await remove(page).click();
  await question(page).getByRole("button", { name: "Remove" }).click();
  const notice = page.getByRole("region", { name: "Removed article" });
  await expect(notice).toContainText("Removed: Salt roads");
  await fail(true);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(notice).toContainText("“Salt roads” could not be brought back.");
  await expect(page.getByRole("status")).toContainText("could not be brought back");
  await page.getByRole("main").getByRole("article").getByRole("link").first().click();
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
  await expect(notice, "it has the only copy").toBeVisible();
  await fail(false);
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toHaveCount(0);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(card(page)).toHaveCount(1);
});
