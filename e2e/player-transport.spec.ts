import { expect, type Page } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant } from "./support/database.ts";
import { type FakeSpeech, test } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { button, paragraphs, player, startOf } from "./support/player.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { expectLargeTargets } from "./support/targets.ts";

const { record } = shippedArticle(LONG_ARTICLE);

test.beforeEach(async ({ speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
});

test("the controls beyond the bar are opened and closed by a button that says so", async ({ page, speech }) => {
  await speech.listen();
  const more = button(page, "More controls");
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.click();
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(player(page).getByRole("slider", { name: "Place in the article" })).toBeVisible();
  await button(page, "Pause").click();
  await page.clock.resume();
  await expectNoViolations(page, "player with all its controls");
  await expectLargeTargets(page);
  await more.click();
  await expect(player(page).getByRole("slider")).toHaveCount(0);
});

test("steps by paragraphs and by seconds, and stops", async ({ page, speech }) => {
  await speech.listen();
  await button(page, "More controls").click();
  const first = await paragraphs(page);
  await step(page, speech, "Next paragraph");
  expect(await speech.now(), "title and standfirst stand before the text").toBe(record.summary);
  await step(page, speech, "Next paragraph");
  expect(first[0]).toContain(await speech.now());
  await step(page, speech, "Next paragraph");
  expect(first[1]).toContain(await speech.now());
  await step(page, speech, "Previous paragraph");
  expect(first[0]).toContain(await speech.now());

  const before = await speech.now();
  await step(page, speech, "15 s on");
  expect(await speech.now()).not.toBe(before);
  await step(page, speech, "15 s back");
  expect(await speech.now()).not.toBe(undefined);

  const announced = await watchAnnouncements(page);
  await button(page, "Stop reading aloud").click();
  expect(await speech.now()).toBeUndefined();
  await expect(button(page, "Play")).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.has("sentence"))).toBe(false);
  expect(await announced()).toEqual([]);
});

test.describe("the slider over the article", () => {
  test("says the time, and moves by sentences with the keyboard", { tag: "@once" }, async ({ page, speech }) => {
    await speech.listen();
    await button(page, "Pause").click();
    await button(page, "More controls").click();
    await tabTo(page, "Place in the article");
    const slider = page.getByRole("slider", { name: "Place in the article" });
    await expect(slider).toHaveAttribute("aria-valuetext", /^less than a minute in, \d+ minutes left to listen$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveValue("2");
    await page.keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", /^\d+ minutes in, less than a minute left to listen$/);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await speech.pass(1000);
    expect(await speech.now(), "it moves in silence while it is paused").toBeUndefined();
    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBe(record.summary);
  });

  test("goes where it is pressed, and the voice goes on from the start of a sentence", async ({ page, speech }) => {
    await speech.listen();
    await button(page, "More controls").click();
    const slider = page.getByRole("slider", { name: "Place in the article" });
    const { x, y, width, height } = (await slider.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await speech.pass(100);
    const count = Number(await slider.getAttribute("max"));
    expect(Number(await slider.inputValue())).toBeGreaterThan(count / 3);
    expect(Number(await slider.inputValue())).toBeLessThan((count * 2) / 3);
    const said = await speech.now();
    expect((await paragraphs(page)).join(" ")).toContain(said);
    await expect(page.locator(".bar-progress")).toHaveText(/^[3-7]\d %/);
  });
});

test.describe("listening from here", () => {
  test("begins at the paragraph that is tapped while the player is open", async ({ page, speech }) => {
    await speech.listen();
    await page.locator("#b1").click({ position: { x: 20, y: 10 } });
    await speech.pass(100);
    expect((await paragraphs(page))[1]).toMatch(startOf(await speech.now()));
    await button(page, "Close the player").click();
    const before = (await speech.spoken()).length;
    await page.locator("#b0").click({ position: { x: 20, y: 10 } });
    await speech.pass(1000);
    expect(await speech.spoken(), "with the player closed a tap is the toolbar's").toHaveLength(before);
  });

  test("leaves the edges of pages to turn them", async ({ page, speech }) => {
    await plant(page, { preferences: [{ layout: "pages" }] });
    await speech.reload();
    await speech.until(() => expect(page.getByRole("region", { name: "Pages" })).toBeVisible({ timeout: 1 }));
    await speech.listen();
    const said = await speech.spoken();
    const { width, height } = page.viewportSize()!;
    await page.mouse.click(width * 0.9, height * 0.3);
    await speech.until(() => expect(button(page, "Back to the voice")).toBeVisible({ timeout: 1 }));
    await speech.pass(1000);
    expect(await speech.spoken(), "the voice stays where it is").toEqual(said);
  });

  test("is offered for selected text", async ({ page, speech }) => {
    await select(page, 1, 30, 60);
    const listen = button(page, "Listen from here");
    await speech.until(() => expect(listen).toBeVisible({ timeout: 1 }));
    await listen.click();
    await speech.until(async () => expect(await speech.now()).toBeDefined());
    const [, second] = await paragraphs(page);
    const said = (await speech.now())!;
    expect(second).toContain(said);
    expect(second!.indexOf(said), "at the word where the selection begins").toBeLessThanOrEqual(30);
    expect(second!.indexOf(said)).toBeGreaterThan(10);
    await speech.pass(1000);
    await expect(listen).toHaveCount(0);
  });

  test("can be reached by the keyboard alone", { tag: "@once" }, async ({ page, speech }) => {
    await select(page, 1, 0, 10);
    await speech.until(() => expect(button(page, "Listen from here")).toBeVisible({ timeout: 1 }));
    await tabTo(page, "Listen from here", "Shift+Tab");
    await page.keyboard.press("Enter");
    await speech.until(async () => expect(await speech.now()).toBeDefined());
    expect((await paragraphs(page))[1]).toMatch(startOf(await speech.now()));
  });

  test("is a key: from the selection, from the focus, from the place", { tag: "@once" }, async ({ page, speech }) => {
    await select(page, 2, 0, 5);
    await page.keyboard.press("Alt+Shift+L");
    await speech.until(async () => expect(await speech.now()).toBeDefined());
    const texts = await paragraphs(page);
    expect(texts[2]).toMatch(startOf(await speech.now()));
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await page.locator("#b1").evaluate((element: HTMLElement) => {
      element.tabIndex = -1;
      element.focus();
    });
    await page.keyboard.press("Alt+Shift+L");
    await speech.pass(100);
    expect(texts[1]).toMatch(startOf(await speech.now()));
    await page.keyboard.press("Alt+Shift+P");
    expect(await speech.now()).toBeUndefined();
    await page.keyboard.press("Alt+Shift+P");
    await speech.pass(100);
    expect(texts[1]).toMatch(startOf(await speech.now()));
  });
});

test.describe("the sleep timer", () => {
  test("shows the time left, can be cancelled, and pauses at the end of a sentence", async ({ page, speech }) => {
    await speech.listen();
    await button(page, "More controls").click();
    const timer = page.getByRole("combobox", { name: "Sleep timer" });
    await timer.selectOption("10 minutes");
    await expect(player(page)).toContainText("Falls silent in 10 minutes.");
    await speech.pass(4 * 60_000);
    await expect(player(page)).toContainText("Falls silent in 6 minutes.");
    await button(page, "Cancel the sleep timer").click();
    await expect(player(page)).not.toContainText("Falls silent");
    await expect(timer).toHaveValue("");
  });

  test(
    "falls silent with the place kept, and says so on the screen only",
    { tag: "@once" },
    async ({ page, speech }) => {
      await speech.listen();
      await button(page, "More controls").click();
      await page.getByRole("combobox", { name: "Sleep timer" }).selectOption("End of the paragraph");
      await expect(player(page)).toContainText("Falls silent at the end of the paragraph.");
      const announced = await watchAnnouncements(page);
      await speech.finishSentence();
      expect(await speech.now()).toBeUndefined();
      await expect(player(page)).toContainText("The sleep timer has paused the voice.");
      await expect(player(page)).not.toContainText("Falls silent");
      expect(await announced()).toEqual([]);
      await button(page, "Play").click();
      await speech.pass(100);
      expect(await speech.now()).toBe(record.summary);
    },
  );
});

async function step(page: Page, speech: FakeSpeech, name: string): Promise<void> {
  await button(page, name).click();
  await speech.pass(100);
}

/** Selects a stretch of a paragraph's first text. */
function select(page: Page, block: number, from: number, to: number): Promise<void> {
  return page.evaluate(
    ([leaf, start, end]) => {
      const text = document.createTreeWalker(document.getElementById(`b${leaf}`)!, NodeFilter.SHOW_TEXT).nextNode()!;
      document.getSelection()!.setBaseAndExtent(text, start!, text, end!);
    },
    [block, from, to],
  );
}
