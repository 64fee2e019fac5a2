import { expect, type Page } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { readStored } from "./support/database.ts";
import { AMERICAN, ENGLISH, FRENCH, OTHER_ENGLISH, test } from "./support/fake-speech.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { chooseVoice, openVoices, voiceButton, voiceSheet } from "./support/voices.ts";

const { record } = shippedArticle(LONG_ARTICLE);
const FIRST_SENTENCE =
  "North Korea has said publicly, for the first time, that it sent troops to help Russia in its war against Ukraine.";
const SECOND_SENTENCE = /^The confirmation came in a statement/;

test.beforeEach(async ({ speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
});

test("the names of the buttons say what they will do, and the voice is the only one to speak", async ({
  page,
  speech,
}) => {
  const announced = await watchAnnouncements(page);
  await speech.listen();
  await expect(button(page, "Play")).toHaveCount(0);
  await expect(button(page, "Stop listening")).toBeAttached();
  const title = await speech.now();
  await button(page, "Pause").click();
  expect(await speech.now()).toBeUndefined();
  await expect(button(page, "Pause")).toHaveCount(0);
  await speech.pass(5000);
  await button(page, "Play").click();
  expect(await speech.now()).toBe(title);
  await speech.finishSentences(3);
  await button(page, "Next sentence").click();
  await speech.pass(1000);
  await button(page, "Previous sentence").click();
  await speech.pass(1000);
  expect(await announced()).toEqual([]);
});

test("Stop listening ends the voice and takes the player away", async ({ page, speech }) => {
  await speech.listen();
  await page.keyboard.press("Escape");
  await button(page, "Stop listening").click();
  expect(await speech.now()).toBeUndefined();
  await expect(player(page)).toHaveCount(0);
  await expect(button(page, "Listen")).toBeVisible();
});

test("goes on and back by sentences", { tag: "@once" }, async ({ page, speech }) => {
  await speech.listen();
  await speech.finishSentences(2);
  expect(await speech.now()).toBe(FIRST_SENTENCE);
  await button(page, "Next sentence").click();
  await speech.pass(100);
  expect(await speech.now()).toMatch(SECOND_SENTENCE);

  await speech.pass(2500);
  await button(page, "Previous sentence").click();
  await speech.pass(100);
  expect(await speech.now(), "later than two seconds: the same sentence again").toMatch(SECOND_SENTENCE);
  await button(page, "Previous sentence").click();
  await speech.pass(100);
  expect(await speech.now(), "within two seconds: the one before").toBe(FIRST_SENTENCE);
});

test("goes on and back in silence while it is paused", { tag: "@once" }, async ({ page, speech }) => {
  await speech.listen();
  await speech.finishSentences(2);
  await button(page, "Pause").click();
  await button(page, "Next sentence").click();
  await button(page, "Next sentence").click();
  await button(page, "Previous sentence").click();
  await speech.pass(1000);
  expect(await speech.now()).toBeUndefined();
  await button(page, "Play").click();
  await speech.pass(100);
  expect(await speech.now()).toMatch(SECOND_SENTENCE);
});

test("the speed goes on changing while its button is held, and the press that ends it is no other step", async ({
  page,
  speech,
}) => {
  await speech.listen();
  const speed = player(page).getByRole("group", { name: "Speed" });
  await button(page, "Faster").hover();
  await page.mouse.down();
  await speech.pass(400);
  await expect(speed, "a press that is not short yet").toHaveText("1.0×");
  await speech.pass(600);
  await page.mouse.up();
  await expect(speed).toHaveText("1.3×");
  await speech.pass(1000);
  await expect(speed).toHaveText("1.3×");
  await button(page, "Slower").click();
  await expect(speed).toHaveText("1.25×");

  await button(page, "Slower").hover();
  await page.mouse.down();
  await speech.pass(5000);
  await page.mouse.up();
  await expect(speed).toHaveText("0.5×");
  await expect(button(page, "Slower")).toHaveAttribute("aria-disabled", "true");

  await button(page, "Faster").hover();
  await page.mouse.down();
  await speech.pass(550);
  await expect(speed).toHaveText("0.55×");
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await button(page, "Faster").press("Enter");
  await expect(speed, "a key steps after a pointer that was let go elsewhere").toHaveText("0.6×");
});

test("a new speed starts the sentence again, is told, and is kept", { tag: "@once" }, async ({ page, speech }) => {
  const announced = await watchAnnouncements(page);
  await speech.listen();
  await speech.finishSentences(2);
  const before = (await speech.spoken()).length;
  for (let i = 0; i < 3; i++) await button(page, "Faster").click();
  await speech.pass(1000);
  await expect(player(page).getByRole("group", { name: "Speed" })).toHaveText("1.15×");
  expect((await speech.spoken()).slice(before)).toEqual([
    { text: FIRST_SENTENCE, lang: "en-GB", voice: "Ada", rate: 1.15 },
  ]);

  await button(page, "Slower").click();
  await speech.pass(1000);
  expect(await speech.last()).toMatchObject({ text: FIRST_SENTENCE, rate: 1.1 });
  expect(await announced()).toEqual(["1.15×", "1.1×"]);
  await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ rate: 1.1 });
  await speech.reload();
  await speech.listen();
  expect(await speech.last()).toMatchObject({ rate: 1.1 });
  await expect(player(page).getByRole("group", { name: "Speed" })).toHaveText("1.1×");
});

test.describe("the choice of a voice", { tag: "@once" }, () => {
  test("offers those of the article's language, named in the app's", async ({ page, speech }) => {
    await speech.listen();
    await expect(voiceButton(page)).toHaveText("Voice: Ada English (United Kingdom), chosen automatically");
    const group = (await openVoices(page, speech)).getByRole("radiogroup", {
      name: "English, the language of this article",
    });
    await expect(group.locator("label")).toHaveText([
      /^Automatic.*: Ada$/,
      "AdaEnglish (United Kingdom), works without a network",
      "GraceEnglish (United Kingdom), works without a network",
      "JoanEnglish (United States), works without a network",
      "Built-in voiceEnglish (United Kingdom), robotic, 0.7 MB to fetch once",
      "Built-in voiceEnglish (United States), robotic, 0.7 MB to fetch once",
    ]);
    await page.keyboard.press("Escape");
    await expect(voiceButton(page)).toBeFocused();
    await speech.open("read/reading-aloud");
    await speech.listen();
    await expect(voiceButton(page)).toHaveText("Voice: Maryam Arabic (Egypt), chosen automatically");
    await expect(player(page)).toHaveCSS("direction", "ltr");
  });

  test("starts the sentence again, and is kept", async ({ page, speech }) => {
    await speech.listen();
    await chooseVoice(page, speech, "Grace");
    await speech.pass(1000);
    expect(await speech.last()).toMatchObject({ text: `${record.title}.`, voice: "Grace" });
    await expect.poll(() => readStored(page, "preferences", "reader")).toHaveProperty("voices.en.name", "Grace");

    await speech.setFirstVoices([{ name: "Grace", lang: "en-US" }, FRENCH, AMERICAN, OTHER_ENGLISH, ENGLISH]);
    await speech.reload();
    await speech.listen();
    expect(await speech.last()).toMatchObject({ voice: "Grace", lang: "en-GB" });
    await expect(voiceButton(page)).toHaveText("Voice: Grace English (United Kingdom)");
  });

  test("is found when the list comes late, and when the address has changed", async ({ page, speech }) => {
    await speech.listen();
    await chooseVoice(page, speech, "Grace");
    await expect.poll(() => readStored(page, "preferences", "reader")).toHaveProperty("voices.en.name", "Grace");

    await speech.setFirstVoices([]);
    await speech.reload();
    await speech.openPlayer();
    await expect(player(page)).toContainText("Looking for the voices");
    await speech.pass(3000);
    expect(await speech.spoken()).toEqual([]);
    await speech.setVoices([ENGLISH, AMERICAN, { ...OTHER_ENGLISH, voiceURI: "urn:new:grace" }]);
    await speech.pass(100);
    expect(await speech.last()).toMatchObject({ voice: "Grace" });
    await expect(voiceButton(page)).toHaveText("Voice: Grace English (United Kingdom)");
    await expect(player(page)).not.toContainText("Looking for the voices");
  });
});

test("can be used with the keyboard alone", { tag: "@once" }, async ({ page, speech }) => {
  await page.keyboard.press("Escape");
  await tabTo(page, "Listen");
  await page.keyboard.press("Enter");
  await speech.until(async () => expect(await speech.now()).toBeDefined());
  await speech.until(() => expect(button(page, "Pause")).toBeVisible({ timeout: 1 }));
  await expect(button(page, "Stop listening"), "the focus stays where it was").toBeFocused();

  await tabTo(page, "Previous sentence");
  await tabTo(page, "Pause");
  await page.keyboard.press("Space");
  expect(await speech.now()).toBeUndefined();
  await expect(button(page, "Play")).toBeFocused();
  await page.keyboard.press("Space");
  await speech.pass(100);
  expect(await speech.now()).toBeDefined();

  await tabTo(page, "Next sentence");
  await page.keyboard.press("Enter");
  await speech.pass(100);
  expect(await speech.now()).toContain(record.summary);
  await tabTo(page, "Slower");
  await tabTo(page, "Faster");
  await page.keyboard.press("Enter");
  await speech.pass(1000);
  expect(await speech.last()).toMatchObject({ rate: 1.05 });

  await page.keyboard.press("Tab");
  await expect(voiceButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await speech.until(() => expect(voiceSheet(page)).toBeVisible({ timeout: 1 }));
  while (
    !(await page
      .getByRole("radio", { name: /^Automatic/ })
      .first()
      .evaluate((e) => e === document.activeElement))
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await speech.pass(1000);
  expect(await speech.last()).toMatchObject({ voice: "Grace" });

  await tabTo(page, "Close the player");
  await page.keyboard.press("Enter");
  expect(await speech.now()).toBeUndefined();
  await speech.pass(100);
  await expect(button(page, "Listen"), "the focus is not lost with the player").toBeFocused();
});

test("answers to the keys of headsets and lock screens", { tag: "@once" }, async ({ page, speech }) => {
  type MediaPage = typeof globalThis & { mediaHandlers: Record<string, () => void> };
  await page.addInitScript(() => {
    const handlers: Record<string, unknown> = {};
    Object.assign(globalThis, { mediaHandlers: handlers });
    navigator.mediaSession.setActionHandler = (action, handler) => void (handlers[action] = handler);
  });
  const press = (action: string) => page.evaluate((name) => (globalThis as MediaPage).mediaHandlers[name]!(), action);
  const session = () =>
    page.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return { title: metadata?.title, artist: metadata?.artist, playbackState };
    });
  await speech.reload();
  await speech.listen();
  expect(await session()).toEqual({ title: record.title, artist: record.site, playbackState: "playing" });

  await press("nexttrack");
  await press("nexttrack");
  await speech.pass(100);
  expect(await speech.now()).toBe(FIRST_SENTENCE);
  await press("pause");
  expect(await speech.now()).toBeUndefined();
  expect(await session()).toMatchObject({ playbackState: "paused" });
  await expect(button(page, "Play")).toBeVisible();
  await press("play");
  await speech.pass(100);
  expect(await speech.now()).toBe(FIRST_SENTENCE);
  await press("previoustrack");
  await speech.pass(100);
  expect(await speech.now()).toBe(record.summary);

  await button(page, "Close the player").click();
  expect(await session()).toEqual({ playbackState: "none" });
});

test("falls silent when the page is left", { tag: "@once" }, async ({ page, speech }) => {
  await speech.listen();
  expect(await page.evaluate(() => sessionStorage.getItem("fake-speech"))).toBe("speaking");
  await page.clock.resume();
  await page.goto("icons/lectern.svg");
  expect(await page.evaluate(() => sessionStorage.getItem("fake-speech"))).toBe("silent");
});

test("player and toolbar leave room for the text and for each other", async ({ page, speech }, { project }) => {
  await speech.listen();
  await speech.finishSentences(6);
  const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
  const window = page.viewportSize()!;
  await page.keyboard.press("Escape");
  await expect
    .poll(async () => (await box(".reader-bar")).y)
    .toBe(project.name === "phone" ? window.height - (await box(".reader-bar")).height : 0);
  const bar = await box(".reader-bar");
  const controls = await box(".player");
  expect(controls.width).toBe(window.width);
  if (project.name === "phone") {
    expect(controls.y + controls.height).toBe(bar.y);
    expect(controls.y, "half of the window is text").toBeGreaterThan(window.height / 2);
  } else {
    expect(controls.y + controls.height).toBe(window.height);
  }
  for (const control of await player(page).locator("button, select").all()) {
    const { x, y, width, height } = (await control.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(window.width);
    const isOnTop = await control.evaluate(
      (element, [left, top]) => {
        const hit = document.elementFromPoint(left!, top!);
        return element === hit || element.contains(hit);
      },
      [x + width / 2, y + height / 2],
    );
    expect(isOnTop).toBe(true);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = await box("#article .related li:last-child");
  expect(last.y + last.height, "the end of the page can be read").toBeLessThanOrEqual(controls.y);
});

function player(page: Page) {
  return page.getByRole("region", { name: "Read aloud" });
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

/** Presses Tab until the button has the focus; a few times at most, or it is out of reach. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    if (await button(page, name).evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${name} is not within four stops of the keyboard.`);
}
