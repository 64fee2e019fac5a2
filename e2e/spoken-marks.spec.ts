import { expect } from "@playwright/test";
import type { Preferences } from "../src/domain/settings.ts";
import { plant } from "./support/database.ts";
import { test } from "./support/fake-speech.ts";
import { paintedText } from "./support/painted-text.ts";
import { openSheet, radio, sheet, stored } from "./support/reading-aloud-sheet.ts";
import { openLibrary } from "./support/screens.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const FIRST_SENTENCE =
  "North Korea has said publicly, for the first time, that it sent troops to help Russia in its war against Ukraine.";

test("what is marked, how and in which colour is seen at once", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(2);
  await speech.reach("troops");
  await openSheet(page, speech);
  const paragraph = await page.locator("#b0").evaluate((element) => element.textContent!);
  const look = (name: string) =>
    page.locator("#b0").evaluate((element, highlight) => {
      const { backgroundColor, color, textDecorationLine, textDecorationColor } = getComputedStyle(
        element,
        `::highlight(${highlight})`,
      );
      return { backgroundColor, color, textDecorationLine, textDecorationColor };
    }, name);
  const mark = async (option: string) => {
    await radio(page, "Mark while reading", option).check();
    return paintedText(page);
  };
  expect(await mark("Word")).toEqual({ word: "troops" });
  expect(await mark("Sentence")).toEqual({ sentence: FIRST_SENTENCE });
  expect(await look("sentence"), "the line goes where there is no word").toMatchObject({
    textDecorationLine: "underline",
  });
  expect(await mark("Paragraph")).toEqual({ sentence: paragraph });
  expect(await mark("Nothing")).toEqual({});
  await expect(sheet(page).getByRole("group", { name: "Colour" })).toHaveCount(0);
  expect(await mark("Word and sentence")).toEqual({ sentence: FIRST_SENTENCE, word: "troops" });

  const usual = await look("sentence");
  await radio(page, "Colour", "Blue").check();
  const blue = await look("sentence");
  expect(blue.backgroundColor).not.toBe(usual.backgroundColor);
  await radio(page, "How", "Background").check();
  expect(await look("word")).toMatchObject({ textDecorationLine: "none" });
  await radio(page, "How", "Line").check();
  expect(await look("word")).toMatchObject({
    backgroundColor: "rgba(0, 0, 0, 0)",
    textDecorationLine: "underline",
    textDecorationColor: "rgb(10, 53, 128)",
  });
  await page.emulateMedia({ forcedColors: "active" });
  expect((await look("word")).textDecorationColor, "the system's colours are the reader's").not.toBe(
    "rgb(10, 53, 128)",
  );
  await page.emulateMedia({ forcedColors: "none" });
  await expect
    .poll(() => stored(page))
    .toMatchObject({ marked: "word-sentence", markStyle: "underline", markColor: "blue" });

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Close the player" }).click();
  expect(await paintedText(page)).toEqual({});
  await speech.pass(100);
  await expect(page.locator("html")).not.toHaveAttribute("data-mark-style");
});

test("marks go with the line focus and with pages", { tag: "@once" }, async ({ page, speech }) => {
  await openLibrary(page);
  const preferences: Preferences = {
    layout: "pages",
    lineFocus: "sentence",
    marked: "paragraph",
    markStyle: "underline",
  };
  await plant(page, { preferences: [preferences] });
  await page.setViewportSize({ width: 390, height: 700 });
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(2);
  for (let i = 0; i < 8; i++) {
    await speech.finishSentence();
    await speech.pass(200);
    const said = (await speech.now())!;
    const { sentence } = await paintedText(page);
    expect(sentence, "all of the paragraph").toContain(said.slice(0, -1));
    const seen = await page.evaluate(() => {
      const ranges = [...CSS.highlights.get("sentence")!] as Range[];
      const rects = ranges.flatMap((range) => [...range.getClientRects()]);
      const shown = rects.some((rect) => rect.left >= 0 && rect.right <= innerWidth && rect.top >= 0);
      const veil = document.querySelector<HTMLElement>(".reading-veil")!;
      return { shown, dimmed: !veil.hidden && veil.style.clipPath.includes("evenodd") };
    });
    expect(seen).toEqual({ shown: true, dimmed: true });
  }
});

test("without highlights boxes lie behind the text, and move with it", { tag: "@once" }, async ({ page, speech }) => {
  await page.addInitScript(() => Reflect.deleteProperty(CSS, "highlights"));
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(2);
  await speech.reach("troops");
  const off = () =>
    page.evaluate(() => {
      const text = document.getElementById("b0")!;
      const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const range = document.createRange();
      const at = node.data.indexOf("troops");
      range.setStart(node, at);
      range.setEnd(node, at + "troops".length);
      const word = range.getBoundingClientRect();
      const box = document.querySelector(".word-box")!.getBoundingClientRect();
      return Math.max(Math.abs(box.left - word.left), Math.abs(box.top - word.top), Math.abs(box.right - word.right));
    });
  expect(await off()).toBeLessThan(1);
  await page.evaluate(() => scrollBy(0, 77));
  expect(await off()).toBeLessThan(1);
  await page.setViewportSize({ width: 500, height: 700 });
  await speech.pass(200);
  expect(await off()).toBeLessThan(1);
  const covered = await page.evaluate(() => {
    const box = document.querySelector(".word-box")!.getBoundingClientRect();
    return document.elementFromPoint(box.left + 5, box.top + 5)?.closest("#b0") === null;
  });
  expect(covered, "the text is on top, for the eye and the pointer").toBe(false);
  await page.getByRole("button", { name: "Close the player" }).click();
  await expect(page.locator(".reading-marks")).toHaveCount(0);
});

test("the page does not follow where the reader does not want it to", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await openSheet(page, speech);
  await sheet(page).getByRole("checkbox", { name: "The page follows the voice" }).uncheck();
  await page.keyboard.press("Escape");
  const before = await page.evaluate(() => scrollY);
  await speech.finishSentences(12);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  const back = page.getByRole("button", { name: "Back to the voice" });
  await back.click();
  await speech.pass(100);
  const there = await page.evaluate(() => scrollY);
  expect(there).toBeGreaterThan(before + 100);
  await speech.finishSentences(6);
  expect(await page.evaluate(() => scrollY), "brought there once").toBe(there);
  await expect(back).toBeVisible();
  await openSheet(page, speech);
  await sheet(page).getByRole("checkbox", { name: "The page follows the voice" }).check();
  await speech.pass(100);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(there);
  await expect(back).toHaveCount(0);
});
