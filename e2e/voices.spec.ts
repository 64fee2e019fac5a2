import { expect, type Page } from "@playwright/test";
import { expectNoViolations } from "./support/axe.ts";
import { readStored } from "./support/database.ts";
import { ENGLISH, type FakeVoice, FRENCH, OTHER_ENGLISH, test } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { LONG_ARTICLE } from "./support/shipped.ts";
import { openVoices, voiceButton, voiceRadio, voiceSheet } from "./support/voices.ts";

/** As speech-dispatcher lists espeak-ng: every language in a hundred variants. */
const LANGUAGES =
  "af am an ar as az ba be bg bn bs ca chr cmn cs cv cy da de el en-GB en-US en-029 eo es es-419 et eu fa fi fr-FR fr-BE fr-CH ga gd gn grc gu hak haw he hi hr ht hu hy ia id io is it ja jbo ka kk kl kn ko kok ku ky la lb lt lv mi mk ml mr ms mt my nb nci ne nl nog om or pa pap pl pt-PT pt-BR py qu quc ro ru sd shn si sk sl smj sq sr sv sw ta te th tk tn tr tt ug uk ur uz vi yue".split(
    " ",
  );
const MANY: FakeVoice[] = [
  ENGLISH,
  OTHER_ENGLISH,
  FRENCH,
  { name: "Amélie", lang: "fr-CA" },
  { name: "Bells", lang: "en-US" },
  { name: "Cloud", lang: "en-GB", localService: false },
  ...LANGUAGES.flatMap((lang) => {
    const name = new Intl.DisplayNames(["en"], { type: "language" }).of(lang)!;
    const variants = Array.from({ length: 121 }, (_, index) => `${name}+variant${index} espeak-ng`);
    return [`${name} espeak-ng`, ...variants].map((variant) => ({ name: variant, lang }));
  }),
];

const group = (page: Page, name: string) => voiceSheet(page).getByRole("radiogroup", { name });

test.describe("the list of voices, of which there are 13,000", () => {
  test.use({ voices: async ({}, use) => use(MANY), builtIn: false });

  test.beforeEach(async ({ speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
  });

  test("opens with the article's language, draws fifty, and more when they are wanted", async ({ page, speech }) => {
    expect(MANY.length).toBeGreaterThan(13_000);
    const before = Date.now(); // The page's own clock stands still.
    const drawn = await page.evaluate(async () => {
      document.querySelector<HTMLElement>(".voice-button")!.click();
      await Promise.resolve();
      // Drawn, laid out and ready to be painted.
      const height = document.querySelector<HTMLElement>(".voice-groups")?.offsetHeight;
      return { rows: document.querySelectorAll(".voice-row").length, height };
    });
    const ms = Date.now() - before;
    expect(drawn.rows).toBeGreaterThan(50);
    console.log(`Drawn ${ms} ms after the press, with ${MANY.length} voices`);
    const sheet = voiceSheet(page);
    await speech.until(() => expect(sheet).toBeVisible({ timeout: 1 }));
    await expect(sheet).toContainText(/Showing 50 of \d+ voices\./);
    const radios = sheet.locator("input[data-voice]");
    await expect(radios).toHaveCount(50);
    await expect(sheet.getByRole("radiogroup").first()).toHaveAccessibleName("English, the language of this article");
    await sheet.getByRole("button", { name: "Show 50 more" }).click();
    await expect(radios).toHaveCount(100);
    await expect(radios.nth(50), "the focus is where the new ones begin").toBeFocused();
  });

  test("is searched by name, language and country, without accents", { tag: "@once" }, async ({ page, speech }) => {
    const sheet = await openVoices(page, speech);
    const field = sheet.getByRole("searchbox", { name: "Find a voice" });
    await field.fill("emilie");
    await expect(group(page, "French").getByRole("radio")).toHaveCount(1);
    await expect(sheet).toContainText("1 voice.");
    await field.fill("canada");
    await expect(voiceRadio(page, "Amélie")).toBeVisible();
    await field.fill("belarusian");
    await expect(group(page, "Belarusian").getByRole("radio")).toHaveCount(1);
    await expect(sheet).toContainText("121 are hidden.");
    await sheet.getByRole("checkbox", { name: "Sound effects and odd variants too" }).check();
    await expect(sheet).toContainText("Showing 50 of 122 voices.");
    await field.fill("nobody");
    await expect(sheet).toContainText("No voice is called that");
    await speech.pass(1000);
  });

  test("keeps sound effects and online voices back until they are wanted, and says which need a network", async ({
    page,
    speech,
  }) => {
    const sheet = await openVoices(page, speech);
    await sheet.getByRole("searchbox").fill("english");
    await expect(voiceRadio(page, "Ada")).toHaveAccessibleName(/works without a network/);
    await expect(voiceRadio(page, "Bells")).toHaveCount(0);
    await expect(voiceRadio(page, "Cloud")).toHaveCount(0);
    await sheet.getByRole("checkbox", { name: "Voices that need a network too" }).check();
    await expect(voiceRadio(page, "Cloud")).toHaveAccessibleName(/needs a network and sends the text to a server/);
    await expect.poll(() => readStored(page, "preferences", "reader")).toMatchObject({ onlineVoices: true });
  });

  test(
    "says a sentence with a voice, and stops it, without choosing it",
    { tag: "@once" },
    async ({ page, speech }) => {
      await openVoices(page, speech);
      const before = (await speech.spoken()).length;
      await page.getByRole("button", { name: "Try it: Grace" }).click();
      await speech.pass(100);
      const said = (await speech.spoken()).slice(before);
      expect(said).toEqual([expect.objectContaining({ voice: "Grace", text: expect.stringContaining("Grace") })]);
      await page.getByRole("button", { name: "Stop: Grace" }).click();
      expect(await speech.now()).toBeUndefined();
      await expect(voiceRadio(page, "Automatic").first()).toBeChecked();

      await page.getByRole("button", { name: "Try it: Grace" }).click();
      await speech.pass(100);
      await speech.fail("synthesis-failed");
      // It is tried once more by itself.
      await speech.pass(100);
      await speech.fail("synthesis-failed");
      await expect(voiceSheet(page).getByRole("alert")).toHaveText(
        "This voice did not speak. Try it again, or another one.",
      );
      await page.getByRole("button", { name: "Try it: Grace" }).click();
      await speech.pass(100);
      await page.keyboard.press("Escape");
      await expect(voiceSheet(page)).toHaveCount(0);
      await speech.pass(200);
      expect(await speech.now(), "what is tried ends with the list").toBeUndefined();
    },
  );

  test(
    "chooses for the article's language at once, and for another when that comes",
    { tag: "@once" },
    async ({ page, speech }) => {
      const sheet = await openVoices(page, speech);
      await voiceRadio(page, "Grace").check();
      await speech.pass(1000);
      expect(await speech.last()).toMatchObject({ voice: "Grace" });
      await sheet.getByRole("searchbox").fill("canada");
      await voiceRadio(page, "Amélie").check();
      await expect
        .poll(() => readStored(page, "preferences", "reader"))
        .toMatchObject({
          voices: { en: { name: "Grace", lang: "en-GB" }, fr: { name: "Amélie", lang: "fr-CA" } },
        });
      await page.keyboard.press("Escape");
      await expect(voiceButton(page)).toHaveText("Voice: Grace English (United Kingdom)");
    },
  );

  test("can be used with the keyboard alone", { tag: "@once" }, async ({ page, speech }) => {
    await voiceButton(page).focus();
    await page.keyboard.press("Enter");
    await speech.until(() => expect(voiceSheet(page)).toBeVisible({ timeout: 1 }));
    await tabTo(page, "Find a voice");
    await page.keyboard.type("united kingdom");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await speech.pass(1000);
    await expect(voiceRadio(page, "Ada")).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await speech.pass(1000);
    await expect(voiceRadio(page, "Grace")).toBeChecked();
    expect(await speech.last()).toMatchObject({ voice: "Grace" });
    await page.keyboard.press("Escape");
    await expect(voiceButton(page)).toBeFocused();
  });

  test("has no fault that axe finds", async ({ page, speech }) => {
    await openVoices(page, speech);
    await page.clock.resume();
    await expectNoViolations(page, "the list of voices");
  });
});

test.describe("the voice's name in the player", () => {
  const LONG = "Microsoft AvaMultilingual Online (Natural) of the Southern Islands";
  test.use({ voices: [{ name: LONG, lang: "en-GB" }] });

  test("can be read whole at 390 px with text twice as large", { tag: "@once" }, async ({ page, speech }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "200%"));
    });
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    const name = voiceButton(page);
    await expect(name).toContainText(LONG);
    await name.scrollIntoViewIfNeeded();
    const { cut, width } = await name.evaluate((button) => ({
      cut: button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1,
      width: document.documentElement.scrollWidth,
    }));
    expect(cut).toBe(false);
    expect(width).toBeLessThanOrEqual(390);
  });
});

test("a language that only the built-in voice has is one row", { tag: "@once" }, async ({ page }) => {
  await page.goto(`read/${LONG_ARTICLE}`);
  await page.getByRole("button", { name: "Listen" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await openVoices(page);
  await expect(
    voiceSheet(page)
      .getByRole("radio", { name: /^Automatic/ })
      .first(),
  ).toBeVisible();
  const finnish = voiceSheet(page).getByRole("radiogroup", { name: "Finnish" });
  await page.getByRole("searchbox").fill("United States");
  const american = voiceSheet(page).getByRole("radio");
  await expect(american).toHaveCount(1);
  await expect(american, "what is found is one of several").not.toBeChecked();
  await american.check();
  await page.getByRole("searchbox").fill("");
  await expect(finnish.getByRole("radio")).toHaveCount(1);
  await expect(finnish.getByRole("radio", { name: /^Built-in voice/ })).toBeChecked();
});
