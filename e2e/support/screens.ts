import { expect, type Page } from "@playwright/test";
import { ADDING_SCREENS, INBOX } from "./adding-screens.ts";
import { plant } from "./database.ts";
import { ENGLISH, FakeSpeech, OTHER_ENGLISH, withoutBuiltInVoice } from "./fake-speech.ts";
import type { Screen } from "./screen.ts";
import { serveArticle } from "./served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./shipped.ts";
import { openLanguages } from "./voices.ts";

/** The article in a language that is written from right to left. */
export const RTL_ARTICLE = "reading-aloud";

export const SCREENS: readonly Screen[] = [
  { name: "library", open: openLibrary },
  { name: "library, with an article to continue", open: openLibraryAfterReading },
  { name: "library, with what comes in", open: openLibraryWithNews },
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
  { name: "player with all its controls", open: openWholePlayer },
  { name: "save as audio", open: openSavingAudio },
  { name: "save as audio, ready", open: openSavedAudio },
  { name: "a sound file that is ready, beside the article", open: openSavedAudioNotice },
  { name: "small player in the library", open: openMiniPlayer },
  { name: "queue", open: (page) => openQueue(page, ["reading-with-lectern", RTL_ARTICLE, LONG_ARTICLE]) },
  { name: "keys", open: openKeys },
  { name: "text selected", open: openSelection },
  { name: "settings of reading aloud", open: openReadingAloud },
  { name: "languages of the built-in voice", open: openVoiceLanguages },
  { name: "storage notice", open: openStorageNotice },
  ...ADDING_SCREENS,
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

async function openLibraryWithNews(page: Page): Promise<void> {
  await openLibrary(page);
  const { record } = shippedArticle(LONG_ARTICLE);
  const feed = { address: "https://lamps.example/feed.xml", title: "Lamps", checkedAt: Date.now() };
  await plant(page, {
    records: [{ ...record, id: "own", title: "Lamps at sea", origin: "saved", pictures: { here: 7, of: 9 } }],
    inbox: [...INBOX],
    feeds: [feed],
    entries: [{ feed: feed.address, id: "1", seenAt: 1, fresh: 1, offer: { title: "The fog bell" } }],
  });
  await openLibrary(page);
  await expect(page.getByRole("main").getByRole("link", { name: "1 new in your feeds" })).toBeVisible();
  await expect(page.getByText("7 of 9 pictures")).toBeVisible();
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

/** A browser for tests has no voices, and this one is too old for the built-in one; the app looks for a while, and then says so. */
async function openPlayer(page: Page): Promise<void> {
  await page.clock.install();
  await withoutBuiltInVoice(page);
  await openArticle(page, LONG_ARTICLE);
  await page.getByRole("button", { name: "Listen" }).click();
  const player = page.getByRole("region", { name: "Read aloud" });
  await expect(player).toContainText("Looking for the voices");
  await page.clock.fastForward(10_000);
  await expect(player.getByRole("button", { name: "Try again" })).toBeVisible();
}

/** With a voice that is paused, and a sleep timer that runs. */
export async function openWholePlayer(page: Page): Promise<void> {
  await page.clock.install();
  const speech = new FakeSpeech(page);
  await speech.setFirstVoices([ENGLISH, OTHER_ENGLISH]);
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  const player = page.getByRole("region", { name: "Read aloud" });
  await player.getByRole("button", { name: "Pause" }).click();
  await player.getByRole("button", { name: "More controls" }).click();
  await player.getByRole("combobox", { name: "Sleep timer" }).selectOption("30 minutes");
  await page.clock.resume();
  await expect(player).toContainText("Falls silent in 30 minutes.");
}

export async function openSavingAudio(page: Page, long = "4 minutes"): Promise<void> {
  await openWholePlayer(page);
  await page.getByRole("button", { name: "Save as audio" }).click();
  await expect(page.getByRole("dialog", { name: "Save as audio" })).toContainText(long);
}

/** Of an article that is made in a moment. */
async function openSavedAudio(page: Page): Promise<void> {
  const { record, body } = shippedArticle(LONG_ARTICLE);
  await serveArticle(page, { record, body: { ...body, blocks: body.blocks.slice(0, 3) } });
  await openSavingAudio(page, "1 minute");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("Save the file", { exact: true })).toBeVisible({ timeout: 60_000 });
}

async function openSavedAudioNotice(page: Page): Promise<void> {
  await openSavedAudio(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Save as audio" })).toContainText("The audio file is ready");
}

/** With a voice that is paused, its article left. */
export async function openMiniPlayer(page: Page): Promise<void> {
  await page.clock.install();
  const speech = new FakeSpeech(page);
  await speech.setFirstVoices([ENGLISH]);
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(3);
  await page.clock.resume();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  const player = page.getByRole("region", { name: "Now reading aloud" });
  await player.getByRole("button", { name: "Pause" }).click();
  await expect(player.getByRole("button", { name: "Play" })).toBeVisible();
}

/** The sheet with what is read next, opened in the library. */
export async function openQueue(page: Page, queue: readonly string[] = []): Promise<void> {
  await openLibrary(page);
  await plant(page, { preferences: [{ queue }] });
  await openLibrary(page);
  await page.getByRole("banner").getByRole("button", { name: "Listen" }).click();
  const sheet = page.getByRole("dialog", { name: "Listen" });
  await expect(sheet.getByRole("button", { name: "Listen to everything unread" })).toBeVisible();
  await expect(sheet.locator("ol > li")).toHaveCount(queue.length);
}

export async function openKeys(page: Page): Promise<void> {
  await openArticle(page, LONG_ARTICLE);
  await page.keyboard.press("Alt+Shift+K");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
}

async function openSelection(page: Page): Promise<void> {
  await openArticle(page, LONG_ARTICLE);
  await page.evaluate(() => document.getSelection()?.selectAllChildren(document.getElementById("b1")!));
  await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
}

async function openReadingAloud(page: Page): Promise<void> {
  await openPlayer(page);
  await page.clock.resume();
  await page.getByRole("button", { name: "Reading-aloud settings" }).click();
  await expect(page.getByRole("dialog", { name: "Reading aloud" })).toBeVisible();
}

async function openVoiceLanguages(page: Page): Promise<void> {
  // One in which no name is in another script, for which languages would come one after another.
  await openArticle(page, "reading-with-lectern");
  await page.getByRole("button", { name: "Listen" }).click();
  const languages = await openLanguages(page);
  // The player, which is ready to play, has fetched what the article is read with.
  await languages.getByRole("button", { name: "Remove English" }).waitFor();
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
