import { expect, type Page } from "@playwright/test";
import { audioNow, watchAudio } from "./support/audio-element.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { readStored } from "./support/database.ts";
import { type FakeSpeech, test } from "./support/fake-speech.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { openQueue } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const SECOND = "reading-with-lectern";
const THIRD = "a-page-of-everything";
const titleOf = (id: string) => shippedArticle(id).record.title;

test.describe("one article after another", () => {
  test.beforeEach(async ({ speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
  });

  test("plays on with the screen as it is, and marks the first as read", async ({ page, speech }) => {
    await toLastSentence(page, speech);
    await queueNext(page, speech, SECOND);
    expect(await stored(page)).toMatchObject({ queue: [LONG_ARTICLE, SECOND] });
    const announced = await watchAnnouncements(page);
    await speech.finishSentence();
    await speech.until(async () => expect(await speech.now()).toBe(`${titleOf(SECOND)}.`));
    await expect(page).toHaveURL(new RegExp(`${LONG_ARTICLE}$`));
    await expect(page.locator("#article h1")).toHaveText(titleOf(LONG_ARTICLE));
    await speech.until(() => expect(mini(page)).toContainText(titleOf(SECOND), { timeout: 1 }));
    await expect.poll(async () => (await place(page, LONG_ARTICLE))?.fraction).toBe(1);
    await expect.poll(() => stored(page)).toMatchObject({ queue: [SECOND] });
    await speech.finishSentences(3);
    await expect.poll(async () => (await place(page, SECOND))?.fraction).toBeGreaterThan(0);
    expect(await announced()).toEqual([]);
    expect(await page.evaluate(() => CSS.highlights.get("sentence")?.size ?? 0), "nothing is painted here").toBe(0);
  });

  test("does not mark it where the reader has said so", async ({ page, speech }) => {
    await toLastSentence(page, speech);
    await openSheet(page, speech);
    await sheet(page).getByLabel("Mark what has been heard as read").uncheck();
    await page.keyboard.press("Escape");
    await queueNext(page, speech, SECOND);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Library" }).click();
    await speech.until(() => expect(mini(page)).toBeVisible({ timeout: 1 }));
    await speech.finishSentence();
    await speech.until(async () => expect(await speech.now()).toBe(`${titleOf(SECOND)}.`));
    await expect.poll(async () => (await place(page, LONG_ARTICLE))!.fraction).toBe(0);
  });

  test("stops before the next where the sleep timer waits for the end", async ({ page, speech }) => {
    await toLastSentence(page, speech);
    await queueNext(page, speech, SECOND);
    await page.getByRole("combobox", { name: "Sleep timer" }).selectOption("End of the article");
    await speech.finishSentence();
    await speech.pass(3000);
    expect(await speech.now()).toBeUndefined();
    await expect.poll(() => stored(page)).toMatchObject({ queue: [SECOND] });
  });
});

test("is there after a reload, silent until Play is pressed", async ({ page, speech }) => {
  await openQueue(page, [SECOND, THIRD]);
  await page.reload();
  await expect(mini(page)).toContainText(titleOf(SECOND));
  await page.waitForTimeout(500);
  expect(await speech.spoken()).toEqual([]);
  await mini(page).getByRole("button", { name: "Play" }).click();
  await expect.poll(() => speech.now()).toBe(`${titleOf(SECOND)}.`);
  await expect(mini(page).getByRole("button", { name: "Pause" })).toBeVisible();
  await mini(page).getByRole("button", { name: "Up next" }).click();
  await expect.poll(() => order(page)).toEqual([THIRD]);
});

test("everything unread is read, newest first, at one press in the library", async ({ page, speech }) => {
  await openQueue(page);
  await sheet(page).getByRole("button", { name: "Listen to everything unread" }).click();
  await speech.until(async () => expect(await speech.now()).toBeDefined());
  const { queue } = (await stored(page))!;
  expect(queue.length).toBeGreaterThan(3);
  expect(await speech.now()).toBe(`${titleOf(queue[0]!)}.`);
  await page.keyboard.press("Escape");
  await speech.until(() => expect(mini(page)).toContainText(titleOf(queue[0]!), { timeout: 1 }));
});

test("the order is changed by keyboard alone, and the focus goes along", async ({ page }) => {
  await openQueue(page, [SECOND, THIRD, LONG_ARTICLE]);
  expect(await order(page)).toEqual([SECOND, THIRD, LONG_ARTICLE]);
  await tabTo(page, `Move down: ${titleOf(SECOND)}`);
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual([THIRD, SECOND, LONG_ARTICLE]);
  expect(await focused(page)).toBe(`button Move down: ${titleOf(SECOND)}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await order(page), "the end is the end").toEqual([THIRD, LONG_ARTICLE, SECOND]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  expect(await order(page)).toEqual([THIRD, SECOND, LONG_ARTICLE]);
  expect(await focused(page)).toBe(`button Move up: ${titleOf(SECOND)}`);
  await expect(page.getByRole("status")).toContainText("2 of 3");

  await tabTo(page, `Remove: ${titleOf(SECOND)}`);
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual([THIRD, LONG_ARTICLE]);
  expect(await focused(page)).toBe(`button Remove: ${titleOf(LONG_ARTICLE)}`);
  await tabTo(page, "Clear");
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual([]);
  expect(await focused(page)).toBe("h3 Up next");
  await expect.poll(() => stored(page)).toMatchObject({ queue: [] });
});

test("the order is changed by dragging", async ({ page }) => {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await openQueue(page, [SECOND, THIRD, LONG_ARTICLE]);
  const rows = sheet(page).getByRole("list").first().getByRole("listitem");
  const from = (await rows.first().locator(".queue-handle").boundingBox())!;
  const to = (await rows.last().boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 5, to.y + to.height - 4, { steps: 8 });
  await page.mouse.up();
  expect(await order(page)).toEqual([THIRD, LONG_ARTICLE, SECOND]);
  expect(errors).toEqual([]);
});

test.describe("with the built-in voice and no network", () => {
  test.use({ serviceWorkers: "allow" });

  test("plays on", { tag: "@once" }, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await watchAudio(page);
    await page.goto("./");
    await workerReady(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator(".bar-progress")).not.toBeEmpty();
    await button(page, "Listen").click();
    // The voice is on this device once it has said a word.
    await expect.poll(() => page.evaluate(() => CSS.highlights.has("word")), { timeout: 60_000 }).toBe(true);
    await button(page, "More controls").click();
    await button(page, "Up next").click();
    await sheet(page)
      .getByRole("button", { name: `Listen next: ${titleOf(SECOND)}` })
      .click();
    await page.keyboard.press("Escape");
    await context.setOffline(true);
    await page.getByRole("slider", { name: "Place in the article" }).press("End");
    await expect(mini(page)).toContainText(titleOf(SECOND), { timeout: 60_000 });
    await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
    await expect.poll(async () => (await place(page, SECOND))?.fraction, { timeout: 60_000 }).toBeGreaterThan(0);
    await context.close();
  });
});

async function toLastSentence(page: Page, speech: FakeSpeech): Promise<void> {
  await button(page, "More controls").click();
  await page.getByRole("slider", { name: "Place in the article" }).press("End");
  await speech.pass(100);
}

async function openSheet(page: Page, speech: FakeSpeech): Promise<void> {
  await button(page, "Up next").click();
  await speech.until(() => expect(sheet(page)).toBeVisible({ timeout: 1 }));
}

async function queueNext(page: Page, speech: FakeSpeech, id: string): Promise<void> {
  await openSheet(page, speech);
  const next = sheet(page).getByRole("button", { name: `Listen next: ${titleOf(id)}` });
  await speech.until(() => expect(next).toBeVisible({ timeout: 1 }));
  await next.click();
  await expect(sheet(page).getByRole("button", { name: `Is next: ${titleOf(id)}` })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect.poll(() => stored(page)).toMatchObject({ queue: expect.arrayContaining([id]) });
}

async function order(page: Page): Promise<string[]> {
  return sheet(page)
    .locator("ol li")
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset["id"]!));
}

function stored(page: Page) {
  return readStored<{ queue: string[] }>(page, "preferences", "reader");
}

function place(page: Page, id: string) {
  return readStored<{ fraction: number }>(page, "positions", id);
}

function sheet(page: Page) {
  return page.getByRole("dialog", { name: "Listen" });
}

function mini(page: Page) {
  return page.getByRole("region", { name: "Now reading aloud" });
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}
