import { expect, type Page } from "@playwright/test";
import { readStored } from "./support/database.ts";
import { type FakeSpeech, test } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { button, paragraphs, player, startOf } from "./support/player.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const { record } = shippedArticle(LONG_ARTICLE);

test.beforeEach(async ({ speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
});

test.describe("single keys", { tag: "@once" }, () => {
  test("do nothing until the reader turns them on", async ({ page, speech }) => {
    await speech.listen();
    const said = (await speech.spoken()).length;
    await page.locator("#title").focus();
    for (const key of ["k", "ArrowRight", "Shift+ArrowRight", "l", "]", "j"]) await page.keyboard.press(key);
    await speech.pass(1000);
    expect((await speech.spoken()).length).toBe(said);
  });

  test("work the player, in the article and on buttons, and never where they are typed", async ({ page, speech }) => {
    await turnKeysOn(page, speech);
    await speech.listen();
    await blur(page);
    await page.keyboard.press("k");
    expect(await speech.now()).toBeUndefined();
    await page.keyboard.press("Space");
    await speech.pass(100);
    expect(await speech.now()).toBe(`${record.title}.`);
    expect(await page.evaluate(() => scrollY), "the space bar does not scroll as well").toBe(0);
    await page.keyboard.press("ArrowRight");
    await speech.pass(100);
    expect(await speech.now()).toBe(record.summary);
    await page.keyboard.press("Shift+ArrowRight");
    await speech.pass(100);
    const texts = await paragraphs(page);
    expect(texts[0]).toMatch(startOf(await speech.now()));
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await speech.pass(100);
    expect(await speech.now()).toBe(`${record.title}.`);
    await page.keyboard.press("]");
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ rate: 1.05 });
    await page.keyboard.press("[");
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ rate: 1 });
    await expect(button(page, "Back to the voice")).toHaveCount(0);

    const count = (await speech.spoken()).length;
    await page.getByRole("button", { name: "More controls" }).click();
    await page.getByRole("combobox", { name: "Sleep timer" }).focus();
    await page.keyboard.press("k");
    await page.keyboard.press("Alt+Shift+F");
    const find = page.getByRole("searchbox", { name: "Find in the article" });
    await speech.until(() => expect(find).toBeFocused({ timeout: 1 }));
    await page.keyboard.type("k l]");
    await expect(find).toHaveValue("k l]");
    await speech.pass(1000);
    expect(await speech.now()).toBeDefined();
    expect((await speech.spoken()).length).toBe(count);
  });

  test("stop working when the player is closed", async ({ page, speech }) => {
    await turnKeysOn(page, speech);
    await speech.listen();
    await button(page, "Close the player").click();
    await blur(page);
    const said = (await speech.spoken()).length;
    await page.keyboard.press("k");
    await page.keyboard.press("ArrowRight");
    await speech.pass(1000);
    expect((await speech.spoken()).length).toBe(said);
  });

  test("can be other ones, each only once, and be the usual ones again", async ({ page, speech }) => {
    await turnKeysOn(page, speech, false);
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await tabTo(page, "Change: Next sentence");
    await page.keyboard.press("Enter");
    await page.keyboard.press("k");
    await expect(sheet).toContainText("K is the key of “Play and pause”. Press another one.");
    await page.keyboard.press("Enter");
    await expect(sheet).toContainText("That key is needed for moving about.");
    await page.keyboard.press("n");
    await expect(row(page, "Next sentence")).toContainText("N");
    await expect(sheet).not.toContainText("Press another one");
    await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ playerKeys: { next: "N" } });

    await tabTo(page, "Change: Faster");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(sheet, "Escape keeps the old key, and the sheet").toBeVisible();
    await expect(row(page, "Faster")).toContainText("Right bracket ]");
    await tabTo(page, "Change: Slower");
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+Space");
    await expect(row(page, "Slower")).toContainText("Shift + Space");
    await expect(button(page, "Change: Slower")).toBeFocused();

    await page.keyboard.press("Escape");
    await speech.reload();
    await speech.listen();
    await blur(page);
    await page.keyboard.press("ArrowRight");
    await speech.pass(100);
    expect(await speech.now()).toBe(`${record.title}.`);
    await page.keyboard.press("n");
    await speech.pass(100);
    expect(await speech.now()).toBe(record.summary);

    await page.keyboard.press("Alt+Shift+K");
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await button(page, "Back to the usual keys").click();
    await expect(row(page, "Next sentence")).toContainText("Right arrow");
  });

  test("Alt + Shift takes other letters too, each only once, here and in the library", async ({ page, speech }) => {
    await page.keyboard.press("Alt+Shift+K");
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await button(page, "Change: Find in the article").click();
    await page.keyboard.press("Alt+Shift+W");
    await expect(sheet).toContainText("Alt + Shift + W is the key of “Say where you are”. Press another one.");
    await page.keyboard.press("5");
    await expect(sheet).toContainText("That is not a letter from A to Z.");
    const faulty = page.locator(".key-problem");
    await page.keyboard.press("Alt+Shift+W");
    await page.keyboard.press("Control");
    await expect(faulty, "hushes a screen reader, and is no answer").toContainText("is the key of");
    await page.keyboard.press("Home");
    await expect(faulty).toContainText("That is not a letter from A to Z.");
    await page.keyboard.press("Alt+Shift+Y");
    await expect(row(page, "Find in the article")).toContainText("Alt + Shift + Y");
    const said = "“Find in the article” now has the key Alt + Shift + Y.";
    await speech.until(() => expect(page.getByRole("status")).toHaveText(said, { timeout: 1 }));
    await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ articleKeys: "cywklps" });
    await page.keyboard.press("Escape");
    await speech.reload();

    const find = page.getByRole("searchbox", { name: "Find in the article" });
    await page.keyboard.press("Alt+Shift+F");
    await page.keyboard.press("Alt+Shift+Tab");
    await speech.pass(1000);
    await expect(find).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Alt+Shift+Y");
    await speech.until(() => expect(find).toBeFocused({ timeout: 1 }));
    await page.keyboard.press("Escape");

    await page.keyboard.press("Alt+Shift+K");
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await button(page, "Use letters that Orca leaves free").click();
    await expect(row(page, "Contents")).toContainText("Alt + Shift + D");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+Shift+J");
    await speech.until(async () => expect(await speech.now()).toBe(`${record.title}.`));
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Library" }).click();
    await speech.until(() =>
      expect(page.getByRole("region", { name: "Now reading aloud" })).toBeVisible({ timeout: 1 }),
    );
    // What has just been drawn hears of keys a frame later.
    await speech.pass(100);
    await page.keyboard.press("Alt+Shift+P");
    expect(await speech.now()).toBeDefined();
    await page.keyboard.press("Alt+Shift+J");
    expect(await speech.now()).toBeUndefined();
    await page.goBack();
    await speech.until(() => expect(page.locator("#article h1")).toBeFocused({ timeout: 1 }));
    await speech.pass(100);

    await page.keyboard.press("Alt+Shift+Z");
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await button(page, "Back to the usual keys").click();
    await expect(row(page, "Find in the article")).toContainText("Alt + Shift + F");
  });

  test("are listed from the player and from the text settings too", async ({ page, speech }) => {
    await speech.listen();
    await button(page, "More controls").click();
    await player(page).getByRole("button", { name: "Keys" }).click();
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await speech.until(() => expect(sheet).toContainText("Alt + Shift + F", { timeout: 1 }));
    await page.keyboard.press("Escape");
    await expect(player(page).getByRole("button", { name: "Keys" })).toBeFocused();
    await page.keyboard.press("Escape");
    await button(page, "Text settings").click();
    const settings = page.getByRole("dialog", { name: "Text settings" });
    await speech.until(() => expect(settings).toBeVisible({ timeout: 1 }));
    await settings.getByRole("button", { name: "Keys" }).click();
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(settings).toBeVisible();
  });
});

/** Opens the list of keys, turns the single ones on, and closes it. */
async function turnKeysOn(page: Page, speech: FakeSpeech, close = true): Promise<void> {
  await page.keyboard.press("Alt+Shift+K");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
  await sheet.getByRole("checkbox", { name: "Single keys for the player" }).check();
  if (close) await page.keyboard.press("Escape");
}

function blur(page: Page): Promise<void> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

function row(page: Page, action: string) {
  return page.locator(".key-list > div").filter({ has: page.getByText(action, { exact: true }) });
}
