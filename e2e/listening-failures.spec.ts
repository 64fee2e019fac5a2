import { expect, type Page } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { audioNow, watchAudio } from "./support/audio-element.ts";
import { readStored } from "./support/database.ts";
import { ENGLISH, FRENCH, OTHER_ENGLISH, test } from "./support/fake-speech.ts";
import { japaneseArticle } from "./support/japanese.ts";
import { paintedText } from "./support/painted-text.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const JAPANESE = { name: "Kyoko", lang: "ja-JP" };
const TITLE = `${shippedArticle(LONG_ARTICLE).record.title}.`;

// Not one of these depends on the size of the window.
test.describe("what keeps a voice from reading is told once, with what can be done", { tag: "@once" }, () => {
  test.describe("in a browser without voices", () => {
    test.use({ voices: [[], { scope: "test" }], builtIn: false });

    test("which has one when it is asked again", async ({ page, speech }) => {
      await speech.open(`read/${LONG_ARTICLE}`);
      const announced = await watchAnnouncements(page);
      await speech.openPlayer();
      await expect(player(page)).toContainText("Looking for the voices of this device");
      await speech.pass(8500);
      await expect(player(page)).toContainText("this browser offers none. Install a voice");
      await expect(button(page, "Play")).toHaveCount(0);
      await speech.pass(3000);
      expect(await announced()).toEqual([await player(page).locator("p").textContent()]);

      await button(page, "Try again").focus();
      await page.keyboard.press("Enter");
      await speech.pass(2000);
      await expect(player(page), "still none").toContainText("this browser offers none");
      await expect(button(page, "Try again"), "the focus is not lost").toBeFocused();
      expect(await announced(), "and that is an answer to a press").toHaveLength(2);

      await speech.setVoices([ENGLISH], { quietly: true });
      await page.keyboard.press("Enter");
      await speech.pass(1000);
      expect(await speech.now()).toBe(TITLE);
      await expect(button(page, "Pause"), "the focus is not lost").toBeFocused();
      await expect(player(page)).not.toContainText("offers none");
      expect(await announced()).toHaveLength(2);
    });

    test("which gets one by itself: it waits for a press", async ({ page, speech }) => {
      await speech.open(`read/${LONG_ARTICLE}`);
      await speech.openPlayer();
      await speech.pass(8500);
      await expect(button(page, "Try again")).toBeVisible();
      await speech.setVoices([ENGLISH]);
      await speech.pass(1000);
      await expect(button(page, "Play")).toBeVisible();
      await expect(button(page, "Try again")).toHaveCount(0);
      expect(await speech.spoken()).toEqual([]);
      await button(page, "Play").click();
      await speech.pass(100);
      expect(await speech.now()).toBe(TITLE);
    });
  });

  test.describe("without a voice for the article's language", () => {
    test.use({ voices: [[ENGLISH, FRENCH], { scope: "test" }] });

    test("not even the built-in one, until one is installed", async ({ page, speech }) => {
      await serveArticle(page, japaneseArticle(LONG_ARTICLE));
      await speech.open(`read/${LONG_ARTICLE}`);
      const announced = await watchAnnouncements(page);
      await speech.openPlayer();
      await speech.pass(1000);
      await expect(player(page)).toContainText("No voice on this device speaks Japanese. Install one");
      expect(await speech.spoken()).toEqual([]);
      expect(await announced()).toEqual([expect.stringContaining("No voice on this device speaks Japanese.")]);

      await speech.setVoices([ENGLISH, FRENCH, JAPANESE], { quietly: true });
      await button(page, "Try again").click();
      await speech.pass(1000);
      expect(await speech.last()).toMatchObject({ lang: JAPANESE.lang, voice: JAPANESE.name });
      await expect(player(page)).not.toContainText("No voice on this device");
      expect(await announced()).toHaveLength(1);
    });
  });

  test.describe("with voices that need a network only", () => {
    test.use({ voices: [[{ ...ENGLISH, localService: false }], { scope: "test" }], builtIn: false });

    test("which are used when the reader allows it, and from then on", async ({ page, speech }) => {
      await speech.open(`read/${LONG_ARTICLE}`);
      const announced = await watchAnnouncements(page);
      await speech.openPlayer();
      await speech.pass(1000);
      await expect(player(page)).toContainText("The only voices here for English send the text to a server");
      expect(await announced()).toHaveLength(1);
      expect(await speech.spoken()).toEqual([]);
      await button(page, "Use an online voice").focus();
      await page.keyboard.press("Enter");
      await speech.pass(1000);
      expect(await speech.now()).toBe(TITLE);
      await expect(button(page, "Pause")).toBeFocused();

      await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ onlineVoices: true });
      await speech.reload();
      await speech.listen();
      expect(await speech.now()).toBe(TITLE);
    });
  });

  test("a voice that goes away in the middle of a sentence hands over to another", async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    const announced = await watchAnnouncements(page);
    await speech.listen();
    await speech.finishSentences(2);
    await speech.reach("first");
    await speech.setVoices([OTHER_ENGLISH, FRENCH]);
    await speech.fail("voice-unavailable");
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ voice: OTHER_ENGLISH.name });
    expect(await speech.now()).toMatch(/^first time, that it sent troops/);
    await expect(player(page)).toContainText("The voice went away, so another one reads on.");
    expect(await announced(), "the voice goes on").toEqual([]);
  });

  test.describe("where there is no built-in voice either", () => {
    test.use({ builtIn: false });

    test("the last voice of the language goes away", async ({ page, speech }) => {
      await speech.open(`read/${LONG_ARTICLE}`);
      const announced = await watchAnnouncements(page);
      await speech.listen();
      await speech.finishSentences(2);
      const sentence = await speech.now();
      await speech.setVoices([FRENCH]);
      await speech.fail("synthesis-failed");
      await speech.pass(1000);
      expect(await speech.now()).toBeUndefined();
      await expect(player(page)).toContainText("That voice is no longer available.");
      expect(await announced()).toEqual([expect.stringContaining("That voice is no longer available.")]);
      await speech.setVoices([FRENCH, ENGLISH]);
      await button(page, "Play").click();
      await speech.pass(100);
      expect(await speech.now()).toBe(sentence);
    });
  });

  test("a voice that gives no sign is tried once more", async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    const announced = await watchAnnouncements(page);
    await speech.setStarts(false);
    await speech.openPlayer();
    await speech.until(async () => expect(await speech.now()).toBe(TITLE));
    await speech.pass(3100);
    expect((await speech.spoken()).map(({ text }) => text)).toEqual([TITLE, TITLE]);
    expect(await announced()).toEqual([]);
    await speech.pass(3100);
    await expect(player(page)).toContainText("The voice did not start.");
    expect(await speech.now()).toBeUndefined();
    await speech.pass(1000);
    expect(await announced()).toEqual([expect.stringContaining("The voice did not start.")]);

    await speech.setStarts(true);
    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBe(TITLE);
    await expect(player(page)).not.toContainText("did not start");
  });

  test("a voice that falls silent in the middle of a sentence is tried once more, and told of", async ({
    page,
    speech,
  }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    const announced = await watchAnnouncements(page);
    await speech.listen();
    await speech.finishSentences(2);
    const sentence = await speech.now();
    const before = (await speech.spoken()).length;
    await speech.until(async () => expect(await speech.spoken()).toHaveLength(before + 1));
    expect(await announced()).toEqual([]);
    await speech.pass(60_000);
    expect(await speech.now()).toBeUndefined();
    await expect(player(page)).toContainText("The voice fell silent. Press Play to go on at the same place");
    expect(await announced()).toEqual([expect.stringContaining("The voice fell silent.")]);
    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBe(sentence);
    await expect(player(page)).not.toContainText("fell silent");
  });

  test("a system that stops its voices out of sight: the built-in voice goes on at the same word", async ({
    page,
    speech,
  }) => {
    await watchAudio(page);
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    await speech.finishSentences(2);
    await speech.reach("first");
    await setInSight(page, false);
    await speech.fail("interrupted");
    await speech.pass(2000);
    await setInSight(page, true);
    await speech.pass(100);
    expect(await speech.now()).toBeUndefined();
    await expect(player(page)).toContainText("Your system stopped the voice while Lectern was out of sight.");
    await expect(player(page)).toContainText("The built-in voice goes on while the screen is off.");
    await button(page, "Go on with the built-in voice").click();
    await speech.until(async () => expect((await audioNow(page))?.playing).toBe(true));
    await speech.until(async () => expect((await paintedText(page)).word).toMatch(/^(first|time|that|it|sent)$/));
    expect(await speech.now()).toBeUndefined();
    await expect(player(page)).not.toContainText("Your system stopped the voice");
  });

  test("a browser that wants a press first", async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    const announced = await watchAnnouncements(page);
    await speech.setRefuses(true);
    await speech.openPlayer();
    await speech.until(() => expect(player(page)).toContainText("The browser waits for a press", { timeout: 1 }));
    await speech.pass(1000);
    expect(await announced()).toEqual([expect.stringContaining("The browser waits for a press")]);
    await speech.setRefuses(false);
    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBe(TITLE);
  });

  test("something else that takes the voice away is given way to, but not for ever", async ({ page, speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    const announced = await watchAnnouncements(page);
    await speech.listen();
    for (let i = 0; i < 3; i++) {
      await speech.fail("interrupted");
      expect(await speech.now()).toBeUndefined();
      await speech.pass(1000);
      expect(await speech.now(), "the sentence again").toBe(TITLE);
    }
    expect(await announced()).toEqual([]);
    await speech.fail("interrupted");
    await speech.pass(2000);
    expect(await speech.now()).toBeUndefined();
    await expect(player(page)).toContainText("kept taking the voice away");
    expect(await announced()).toEqual([expect.stringContaining("kept taking the voice away")]);
  });
});

function player(page: Page) {
  return page.getByRole("region", { name: "Read aloud" });
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

/** The page as another app, or the locked screen, leaves it. */
async function setInSight(page: Page, inSight: boolean): Promise<void> {
  await page.evaluate((seen) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: !seen });
    Object.defineProperty(document, "visibilityState", { configurable: true, value: seen ? "visible" : "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  }, inSight);
}
