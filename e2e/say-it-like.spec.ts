import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { MOST_PRONUNCIATIONS } from "../src/domain/pronunciations.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { plant } from "./support/database.ts";
import { test } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { paintedText } from "./support/painted-text.ts";
import { openSheet, sheet, stored } from "./support/reading-aloud-sheet.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";

const FIRST_SENTENCE =
  "North Korea has said publicly, for the first time, that it sent troops to help Russia in its war against Ukraine.";

async function write(page: Page, match: string, say: string): Promise<void> {
  await sheet(page).getByLabel("In the text").fill(match);
  await sheet(page).getByRole("textbox", { name: "Say it like" }).fill(say);
  await sheet(page).getByRole("button", { name: "Add to the list" }).click();
}
const list = (page: Page) => sheet(page).getByRole("listitem");

test("a word is said so from the next sentence on, and is painted as it stands", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(2);
  await openSheet(page, speech);
  await write(page, "central", "sen trahl");
  await expect(list(page)).toHaveText("central: “sen trahl”");
  await page.keyboard.press("Escape");
  expect(await speech.now()).toBe(FIRST_SENTENCE);
  await speech.finishSentence();
  expect(await speech.now()).toMatch(/^The confirmation .* sen trahl Military/);
  await speech.reach("trahl");
  expect(await paintedText(page)).toMatchObject({ word: "Central" });
  await speech.reach("Military");
  expect(await paintedText(page)).toMatchObject({ word: "Military" });
});

test(
  "by keyboard: added, tried, changed, removed, and told when it is kept",
  { tag: "@once" },
  async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    await openSheet(page, speech, "keyboard");
    const announced = await watchAnnouncements(page);
    await tabTo(page, "In the text");
    await page.keyboard.press("Enter");
    await expect(sheet(page).getByRole("alert")).toHaveText(
      "Write the word as it stands in the text, and how it is to be said.",
    );
    await page.keyboard.type("Kursk");
    await tabTo(page, "Say it like");
    await page.keyboard.type("Koorsk");
    await tabTo(page, "Try it");
    await page.keyboard.press("Enter");
    await speech.pass(200);
    expect(await speech.last()).toMatchObject({ text: "Koorsk", voice: "Ada" });
    await speech.pass(100);
    await tabTo(page, "Tell capitals from small letters");
    await page.keyboard.press("Space");
    await tabTo(page, "Add to the list");
    await page.keyboard.press("Enter");
    await expect(list(page)).toHaveText("Kursk: “Koorsk” capitals as written");
    await expect(sheet(page).getByLabel("In the text")).toBeFocused();
    await expect(sheet(page).getByLabel("In the text")).toHaveValue("");
    const entry = { match: "Kursk", say: "Koorsk", wholeWord: true, matchCase: true };
    await expect.poll(() => stored(page)).toMatchObject({ sayAs: [entry] });
    await speech.until(async () => expect(await announced()).toContain("Kept: Kursk."));

    await tabTo(page, "Change: Kursk");
    await page.keyboard.press("Enter");
    await speech.pass(100);
    await expect(sheet(page).getByLabel("In the text")).toBeFocused();
    await expect(sheet(page).getByLabel("In the text")).toHaveValue("Kursk");
    await tabTo(page, "Say it like");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Kurrsk");
    await page.keyboard.press("Enter");
    await expect(list(page)).toHaveText("Kursk: “Kurrsk” capitals as written");

    await tabTo(page, "Try: Kursk");
    await page.keyboard.press("Enter");
    await speech.pass(200);
    expect(await speech.last()).toMatchObject({ text: "Kurrsk" });
    await tabTo(page, "Remove: Kursk");
    await page.keyboard.press("Enter");
    await expect(list(page)).toHaveCount(0);
    await expect(sheet(page).getByLabel("In the text")).toBeFocused();
    await expect.poll(() => stored(page)).toMatchObject({ sayAs: [] });
  },
);

test("goes out as a file and comes in again; a wrong file changes nothing", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await openSheet(page, speech);
  await expect(sheet(page).getByRole("button", { name: "Save the list as a file" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await write(page, "Kursk", "Koorsk");
  await expect(list(page)).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    sheet(page).getByRole("button", { name: "Save the list as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lectern-say-it-like.json");
  const saved = await readFile(await download.path(), "utf8");
  expect(JSON.parse(saved)).toMatchObject({ entries: [{ match: "Kursk", say: "Koorsk" }] });

  const add = async (text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await sheet(page).getByRole("button", { name: "Add from a file" }).click();
    await (await chooser).setFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from(text) });
  };
  const before = await stored(page);
  for (const [text, sentence] of [
    ["no json", "a JSON file is needed"],
    ["{}", "There is no list of words in this file"],
    ['[{"match": "a", "say": "b"}, {"match": "c"}]', "Entry 2 of this file"],
  ] as const) {
    await add(text);
    await expect(sheet(page).getByRole("alert")).toContainText(sentence);
    await expect(sheet(page).getByRole("alert")).toContainText("Your list is as it was.");
    await expect(list(page)).toHaveText(["Kursk: “Koorsk”"]);
    expect(await stored(page)).toEqual(before);
  }
  await add('[{"match": "kursk", "say": "Kurrsk"}, {"match": "Kim", "say": "Keem", "lang": "en"}]');
  await expect(list(page)).toHaveText(["kursk: “Kurrsk”", "Kim: “Keem” only in English"]);
  await expect(sheet(page).getByRole("alert")).toHaveCount(0);
  await add(saved);
  await expect(list(page)).toHaveText(["Kursk: “Koorsk”", "Kim: “Keem” only in English"]);
  await speech.reload();
  await speech.listen();
  await openSheet(page, speech);
  await expect(list(page)).toHaveText(["Kursk: “Koorsk”", "Kim: “Keem” only in English"]);
});

test("a full list says so on the screen, until there is room", { tag: "@once" }, async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  const sayAs = Array.from({ length: MOST_PRONUNCIATIONS }, (_, i) => ({
    match: `word${i}`,
    say: "word",
    wholeWord: true,
    matchCase: false,
  }));
  await plant(page, { preferences: [{ sayAs }] });
  await speech.reload();
  await speech.listen();
  await openSheet(page, speech);
  await write(page, "Kursk", "Koorsk");
  await expect(sheet(page).getByRole("alert")).toHaveText(`The list is full: it holds ${MOST_PRONUNCIATIONS} entries.`);
  await expect(sheet(page).getByLabel("In the text"), "and what was written stays").toHaveValue("Kursk");
  await sheet(page).getByRole("button", { name: "Remove: word1", exact: true }).click();
  await expect(sheet(page).getByRole("alert")).toHaveCount(0);
  await sheet(page).getByRole("button", { name: "Add to the list" }).click();
  await expect(list(page).last()).toContainText("Kursk");
});

test("says nothing is kept where nothing could be", { tag: "@once" }, async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await openSheet(page, speech);
  const announced = await watchAnnouncements(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Full.", "QuotaExceededError");
    };
  });
  await write(page, "Kursk", "Koorsk");
  await speech.until(async () => expect((await announced()).join()).toContain("was not kept"));
  expect((await announced()).join()).not.toContain("Kept:");
});
