import { expect, type Page } from "@playwright/test";
import { plant } from "./database.ts";
import { LONG_ARTICLE, shippedArticle } from "./shipped.ts";

/** One thing that a reader can have before them. */
export interface Screen {
  name: string;
  open(page: Page): Promise<void>;
}

/** The article in a language that is written from right to left. */
export const RTL_ARTICLE = "reading-aloud";

export const SCREENS: readonly Screen[] = [
  { name: "library", open: openLibrary },
  { name: "library, with an article to continue", open: openLibraryAfterReading },
  { name: "library, empty", open: openEmptyLibrary },
  { name: "article", open: (page) => openArticle(page, LONG_ARTICLE) },
  { name: "article, right to left", open: (page) => openArticle(page, RTL_ARTICLE) },
  { name: "article of everything", open: (page) => openArticle(page, "a-page-of-everything") },
  { name: "article that is not here", open: openMissingArticle },
  { name: "article that cannot be reached", open: openUnreachableArticle },
  { name: "no such page", open: openNotFound },
  { name: "text settings in the library", open: openTextSettingsInLibrary },
  { name: "text settings in an article", open: openTextSettings },
  { name: "contents of an article", open: openContents },
  { name: "note", open: openNote },
  { name: "image enlarged", open: openImage },
  { name: "find", open: openFind },
  { name: "where one is, and the way back", open: openWhere },
  { name: "install", open: openInstall },
  { name: "player without a voice", open: openPlayer },
  { name: "storage notice", open: openStorageNotice },
];

export async function openLibrary(page: Page): Promise<void> {
  await page.goto("./");
  await expect(page.getByRole("main").getByRole("article")).not.toHaveCount(0);
}

async function openLibraryAfterReading(page: Page): Promise<void> {
  const { id, revision } = shippedArticle(LONG_ARTICLE).record;
  await openLibrary(page);
  await plant(page, {
    positions: [{ id, position: { block: 9, offset: 0 }, fraction: 0.4, updatedAt: Date.now(), revision }],
  });
  await openLibrary(page);
  await expect(page.getByRole("region", { name: "Continue reading" })).toBeVisible();
}

async function openEmptyLibrary(page: Page): Promise<void> {
  await page.route("**/articles/index.json*", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
}

/** Resolves when the page has taken the article over. */
export async function openArticle(page: Page, id: string): Promise<void> {
  await page.goto(`read/${id}`);
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
}

async function openMissingArticle(page: Page): Promise<void> {
  await page.goto("read/nothing-of-the-kind");
  await expect(page.getByRole("heading", { name: "This article is not on this device" })).toBeVisible();
}

async function openUnreachableArticle(page: Page): Promise<void> {
  await openLibrary(page);
  await page.route("**/articles/*.json*", (route) => route.abort());
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "The article did not open" })).toBeVisible();
}

async function openNotFound(page: Page): Promise<void> {
  await page.goto("nowhere/at/all");
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible();
}

async function openTextSettingsInLibrary(page: Page): Promise<void> {
  await openLibrary(page);
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(page.getByRole("dialog", { name: "Text settings" })).toBeVisible();
}

async function openTextSettings(page: Page): Promise<void> {
  await openArticle(page, LONG_ARTICLE);
  await page.getByRole("button", { name: "Text settings" }).click();
  await expect(page.getByRole("dialog", { name: "Text settings" })).toBeVisible();
}

async function openContents(page: Page): Promise<void> {
  await openArticle(page, "a-page-of-everything");
  await page.getByRole("button", { name: "Contents" }).click();
  await expect(page.getByRole("dialog", { name: "Contents" })).toBeVisible();
}

async function openNote(page: Page): Promise<void> {
  await openArticle(page, "a-page-of-everything");
  await page.locator("#ref-1").click();
  await expect(page.getByRole("dialog", { name: "Note 1" })).toContainText("Proper inferior figures");
}

async function openImage(page: Page): Promise<void> {
  await openArticle(page, "a-page-of-everything");
  await page.getByRole("button", { name: "Enlarge the image" }).click();
  await expect(page.getByRole("dialog", { name: "Image" })).toContainText("A page with a heading");
}

async function openFind(page: Page): Promise<void> {
  await openArticle(page, "a-page-of-everything");
  await page.keyboard.press("Alt+Shift+F");
  await page.getByRole("searchbox", { name: "Find in the article" }).fill("line");
  await expect(page.getByRole("search")).toContainText("1 of");
}

async function openWhere(page: Page): Promise<void> {
  await openContents(page);
  await page.getByRole("link", { name: "Tables" }).click();
  await page.keyboard.press("Alt+Shift+W");
  await expect(page.getByRole("region", { name: "Where you are" })).toContainText("In the section");
}

export async function openInstall(page: Page): Promise<void> {
  await openLibrary(page);
  await page.getByRole("button", { name: "Install" }).click();
  await expect(page.getByRole("dialog", { name: "Install" })).toBeVisible();
}

/** A browser for tests has no voices; the app looks for them for a while, and then says so. */
async function openPlayer(page: Page): Promise<void> {
  await page.clock.install();
  await openArticle(page, LONG_ARTICLE);
  await page.getByRole("button", { name: "Listen" }).click();
  const player = page.getByRole("region", { name: "Read aloud" });
  await expect(player).toContainText("Looking for the voices");
  await page.clock.fastForward(10_000);
  await expect(player.getByRole("button", { name: "Try again" })).toBeVisible();
}

/** As in a private window of some browsers. */
async function openStorageNotice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Not here.", "SecurityError");
    };
  });
  await page.goto("./");
  await expect(page.getByRole("region", { name: "Storage" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Articles" })).toBeVisible();
}
