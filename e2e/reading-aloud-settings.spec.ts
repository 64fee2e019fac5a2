import { expect } from "@playwright/test";
import { expectNoViolations } from "./support/axe.ts";
import { test as withCompanion } from "./support/companion.ts";
import { type FakeSpeech, test } from "./support/fake-speech.ts";
import { openSheet, radio, sheet, stored } from "./support/reading-aloud-sheet.ts";
import { tabTo } from "./support/keyboard.ts";
import { paintedText } from "./support/painted-text.ts";
import { openArticle } from "./support/screens.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { expectLargeTargets } from "./support/targets.ts";
import { chooseVoice } from "./support/voices.ts";

const EVERYTHING = "a-page-of-everything";
const FIRST_SENTENCE =
  "North Korea has said publicly, for the first time, that it sent troops to help Russia in its war against Ukraine.";

/** Reads until something of the kind is said. */
async function readUntil(speech: FakeSpeech, text: RegExp): Promise<string> {
  for (let i = 0; i < 80; i++) {
    const now = await speech.now();
    if (now !== undefined && text.test(now)) return now;
    await speech.finishSentence();
  }
  throw new Error(`Nothing like ${text} is said.`);
}

/** Hears the article to its end. */
async function wholeArticle(speech: FakeSpeech): Promise<string[]> {
  const before = (await speech.spoken()).length;
  await speech.finishAll();
  return (await speech.spoken()).slice(before).map(({ text }) => text);
}

for (const by of ["pointer", "keyboard"] as const) {
  test(`speed and pauses, by ${by}`, async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    await speech.finishSentences(2);
    expect(await speech.now()).toBe(FIRST_SENTENCE);
    const dialog = await openSheet(page, speech, by);
    await expect(page.getByRole("heading", { name: "Reading aloud", level: 2 })).toBeFocused();
    expect(await speech.now(), "the voice goes on").toBe(FIRST_SENTENCE);

    const speed = dialog.getByRole("slider", { name: "Speed" });
    await expect(speed).toHaveAttribute("aria-valuetext", "the voice’s usual pace");
    if (by === "pointer") await dialog.getByRole("button", { name: "More: Speed" }).click();
    else {
      await tabTo(page, "Speed");
      await page.keyboard.press("ArrowRight");
    }
    await expect(speed).toHaveAttribute("aria-valuetext", "1.05 times the usual pace");
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ text: FIRST_SENTENCE, rate: 1.05 });

    if (by === "pointer") await radio(page, "Ready-made speeds", "2×").check();
    else {
      // None of them is in force: the first takes the focus.
      for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
      await expect(radio(page, "Ready-made speeds", "0.8×")).toBeFocused();
      await page.keyboard.press("ArrowLeft");
    }
    const rate = by === "pointer" ? 2 : 3;
    await expect(speed).toHaveAttribute("aria-valuetext", `${rate} times the usual pace`);
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ rate });

    const pause = dialog.getByRole("slider", { name: "Pause between sentences" });
    if (by === "keyboard") {
      await tabTo(page, "Pause between sentences");
      await page.keyboard.press("End");
    } else await pause.fill("20");
    await expect(pause).toHaveAttribute("aria-valuetext", "2 seconds");
    await speech.finishSentence();
    expect(await speech.now(), "at this speed it lasts a part of that").toBeDefined();
    await expect.poll(() => stored(page)).toMatchObject({ rate, sentencePause: 2000 });

    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Reading-aloud settings" })).toBeFocused();
  });
}

test("a pause is as long as it is set", { tag: "@once" }, async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await speech.finishSentences(2);
  await openSheet(page, speech);
  await sheet(page).getByRole("slider", { name: "Pause between sentences" }).fill("20");
  const said = (await speech.now())!;
  await speech.pass(said.length * 60);
  await page.evaluate(() => (globalThis as unknown as { fakeSpeech: { end(): void } }).fakeSpeech.end());
  await speech.pass(1900);
  expect(await speech.now()).toBeUndefined();
  await speech.pass(200);
  expect(await speech.now()).toMatch(/^The confirmation/);
});

test("what is read is heard from the next sentence on, and the place is kept", async ({ page, speech }) => {
  await speech.open(`read/${EVERYTHING}`);
  await speech.listen();
  await readUntil(speech, /each cell is told/);
  await openSheet(page, speech);
  await radio(page, "Tables", "Announce tables").check();
  await radio(page, "Code", "Announce code").check();
  await page.keyboard.press("Escape");
  const rest = await wholeArticle(speech);
  expect(rest.slice(0, 4)).toEqual(["Sizes of paper, in millimetres.", "Table, 6 by 4.", "Code.", "Code, 4 lines."]);
  await expect.poll(() => stored(page)).toMatchObject({ readTables: "announce", readCode: "announce" });
});

test(
  "tables row by row, code line by line, notes and captions, by keyboard",
  { tag: "@once" },
  async ({ page, speech }) => {
    await speech.open(`read/${EVERYTHING}`);
    await speech.listen();
    await readUntil(speech, /each cell is told/);
    await openSheet(page, speech, "keyboard");
    await tabTo(page, "Pass over code");
    await page.keyboard.press("ArrowLeft");
    await expect(radio(page, "Code", "Read code")).toBeChecked();
    await tabTo(page, "Captions");
    await page.keyboard.press("Space");
    await tabTo(page, "Notes at the end");
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    const rest = await wholeArticle(speech);
    expect(rest[0]).toBe("Series.");
    expect(rest).toContain("Size: Width: 210.");
    expect(rest).toContain("Size: Width: 148.");
    expect(rest).toContain("max-inline-size: 65ch;");
    expect(rest.at(-1)).toMatch(/^A note like this one/);
  },
);

test(
  "an announcement is painted nowhere, and what stands in a table is where it is read",
  { tag: "@once" },
  async ({ page, speech }) => {
    await speech.open(`read/${EVERYTHING}`);
    await speech.listen();
    await openSheet(page, speech);
    await radio(page, "Code", "Announce code").check();
    await page.keyboard.press("Escape");
    await readUntil(speech, /Size: Width: 210/);
    expect(await paintedText(page)).toEqual({ sentence: "210" });
    await speech.reach("Width");
    expect(await paintedText(page)).toEqual({ sentence: "210" });
    await speech.reach("210");
    expect(await paintedText(page)).toEqual({ sentence: "210", word: "210" });
    await readUntil(speech, /^Code, 4 lines/);
    expect(await paintedText(page)).toEqual({});
  },
);

test("reset can be undone, and leaves the words and the voice alone", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await chooseVoice(page, speech, "Grace");
  await openSheet(page, speech);
  await radio(page, "Code", "Read code").check();
  await radio(page, "Ready-made speeds", "1.5×").check();
  await sheet(page).getByLabel("In the text").fill("Kursk");
  await sheet(page).getByRole("textbox", { name: "Say it like" }).fill("Koorsk");
  await sheet(page).getByRole("button", { name: "Add to the list" }).click();
  const undo = sheet(page).getByRole("button", { name: "Undo" });
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await sheet(page).getByRole("button", { name: "Reset reading aloud" }).click();
  await expect(radio(page, "Code", "Pass over code")).toBeChecked();
  await expect(radio(page, "Ready-made speeds", "1×")).toBeChecked();
  await expect(sheet(page).getByRole("listitem")).toHaveCount(1);
  await expect.poll(() => stored(page)).not.toHaveProperty("readCode");
  expect(await stored(page)).toHaveProperty("voices.en.name");
  await undo.click();
  await expect(radio(page, "Code", "Read code")).toBeChecked();
  await expect(radio(page, "Ready-made speeds", "1.5×")).toBeChecked();
  await expect.poll(() => stored(page)).toMatchObject({ readCode: "read", rate: 1.5 });
});

test("the sheet with a list has no fault that axe knows, and targets are large", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  await openSheet(page, speech);
  await sheet(page).getByLabel("In the text").fill("Kursk");
  await sheet(page).getByRole("textbox", { name: "Say it like" }).fill("Koorsk");
  await sheet(page).getByRole("button", { name: "Add to the list" }).click();
  // Its head lies over what is scrolled beneath it, of which axe cannot judge the colours.
  await sheet(page).evaluate((dialog) => dialog.scrollTo(0, 0));
  await page.clock.resume();
  await expectNoViolations(page, "reading aloud, with a list");
  await expectLargeTargets(page);
});

withCompanion("is kept over a reload, and is there offline", async ({ page, companion }) => {
  await page.goto("./");
  await workerReady(page);
  const open = async () => {
    await openArticle(page, LONG_ARTICLE);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Listen", exact: true }).click();
    await page.getByRole("button", { name: "Reading-aloud settings" }).click();
    await expect(sheet(page)).toBeVisible();
  };
  await open();
  await radio(page, "Tables", "Pass over tables").check();
  await radio(page, "Colour", "Green").check();
  await sheet(page).getByRole("slider", { name: "Pause between paragraphs" }).fill("12");
  await expect
    .poll(() => stored(page))
    .toMatchObject({
      readTables: "skip",
      markColor: "green",
      paragraphPause: 1200,
    });
  await companion.kill();
  for (const _ of ["first", "again"]) {
    await open();
    await expect(radio(page, "Tables", "Pass over tables")).toBeChecked();
    await expect(radio(page, "Colour", "Green")).toBeChecked();
    await expect(sheet(page).getByRole("slider", { name: "Pause between paragraphs" })).toHaveAttribute(
      "aria-valuetext",
      "1.2 seconds",
    );
    await expect(page.locator("html")).toHaveAttribute("data-mark-color", "green");
    // The styles of the sheet have come as well.
    await expect(sheet(page).locator(".say-form")).toHaveCSS("display", "grid");
  }
});
