import { expect, type Page } from "@playwright/test";
import { watchAnnouncements } from "./support/announcements.ts";
import { expectNoViolations } from "./support/axe.ts";
import { plant, readStored } from "./support/database.ts";
import { type FakeSpeech, test } from "./support/fake-speech.ts";
import { tabTo } from "./support/keyboard.ts";
import { storedPlace } from "./support/place.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { expectLargeTargets } from "./support/targets.ts";

const { record } = shippedArticle(LONG_ARTICLE);

test.describe("a voice whose article is left", () => {
  test.beforeEach(async ({ speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
  });

  test("reads on in the library, with a small player at its foot", async ({ page, speech }) => {
    await speech.finishSentences(2);
    const announced = await watchAnnouncements(page);
    const said = await speech.now();
    await toLibrary(page, speech);
    expect(await speech.now()).toBe(said);
    await expect(player(page)).toHaveCount(0);
    await expect(heading(page)).toBeFocused();
    await expect(mini(page).getByRole("link", { name: record.title })).toHaveAttribute("href", `/read/${LONG_ARTICLE}`);

    const before = await storedPlace(page, LONG_ARTICLE);
    await speech.finishSentences(4);
    await expect.poll(() => storedPlace(page, LONG_ARTICLE)).not.toEqual(before);
    await expect(heading(page), "the focus stays where it was").toBeFocused();
    expect(await announced()).toEqual([]);
    await expect(page.getByRole("region", { name: "Continue reading" })).toContainText(`${await percent(page)} % read`);
  });

  test("is stopped by the small player, and its place is kept", async ({ page, speech }) => {
    await speech.finishSentences(3);
    await toLibrary(page, speech);
    await button(page, "Pause").click();
    expect(await speech.now()).toBeUndefined();
    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBeDefined();
    await button(page, "Stop listening").click();
    expect(await speech.now()).toBeUndefined();
    await speech.pass(100);
    await expect(mini(page)).toHaveCount(0);
    await expect(heading(page), "the focus is not lost with the player").toBeFocused();
    const place = await storedPlace(page, LONG_ARTICLE);
    expect(place).not.toEqual({ block: 0, offset: 0 });
  });

  test("is paused and goes on by the same keys as in its article, and says that it is paused", async ({
    page,
    speech,
  }) => {
    await toLibrary(page, speech);
    const announced = await watchAnnouncements(page);
    await page.keyboard.press("Alt+Shift+P");
    expect(await speech.now()).toBeUndefined();
    await speech.until(async () => expect(await announced()).toEqual(["Paused"]));
    await page.keyboard.press("Alt+Shift+P");
    await speech.pass(100);
    expect(await speech.now()).toBeDefined();
    await expect(heading(page), "the focus stays where it was").toBeFocused();
  });

  test(
    "keeps the screen on for as long as it speaks, where that is chosen",
    { tag: "@once" },
    async ({ page, speech }) => {
      await plant(page, { preferences: [{ keepAwake: true }] });
      await page.addInitScript(() => {
        const locks = new Set();
        Object.assign(globalThis, { locks });
        const request = async () => {
          const lock = { released: false, release: async () => void locks.delete(lock) };
          locks.add(lock);
          return lock;
        };
        Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
      });
      const held = () => page.evaluate(() => (globalThis as unknown as { locks: Set<unknown> }).locks.size);
      await speech.open(`read/${LONG_ARTICLE}`);
      await speech.listen();
      await speech.until(async () => expect(await held()).toBe(1));
      await toLibrary(page, speech);
      expect(await held()).toBe(1);
      await button(page, "Pause").click();
      await speech.until(async () => expect(await held()).toBe(0));
      await button(page, "Play").click();
      await speech.until(async () => expect(await held()).toBe(1));
    },
  );

  test("is met again in its article, painted and followed", async ({ page, speech }) => {
    await toLibrary(page, speech);
    await speech.finishSentences(8);
    const said = (await speech.now())!;
    const spoken = (await speech.spoken()).length;
    await mini(page).getByRole("link").click();
    await speech.until(() => expect(player(page)).toBeVisible({ timeout: 1 }));
    await expect(mini(page)).toHaveCount(0);
    expect(await speech.now()).toBe(said);
    expect((await speech.spoken()).length, "nothing is said twice").toBe(spoken);
    const painted = () => page.evaluate(() => [...(CSS.highlights.get("sentence") ?? [])].join(""));
    await speech.until(async () => expect(await painted(), "all of the sentence").toContain(said));
    const top = await page.evaluate(() => {
      const range = [...(CSS.highlights.get("sentence") ?? [])][0] as Range;
      return range.getBoundingClientRect().top / innerHeight;
    });
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(0.75);
    await page.goBack();
    await speech.until(() => expect(mini(page)).toBeVisible({ timeout: 1 }));
    expect(await speech.now()).toBe(said);
  });

  test("gives way where Listen is pressed in another article, and keeps its place", async ({ page, speech }) => {
    await speech.finishSentences(4);
    await toLibrary(page, speech);
    await page.getByRole("main").locator("a[data-article='reading-with-lectern']").last().click();
    await speech.until(() => expect(page.locator("#article h1")).toBeVisible({ timeout: 1 }));
    await speech.until(() => expect(button(page, "Listen")).toBeVisible({ timeout: 1 }));
    await expect(mini(page)).toContainText(record.title);
    const before = await storedPlace(page, LONG_ARTICLE);
    await speech.finishSentence();
    await expect.poll(() => storedPlace(page, LONG_ARTICLE)).not.toEqual(before);
    expect(await page.evaluate(() => CSS.highlights.get("sentence")?.size ?? 0), "nothing is painted here").toBe(0);

    const place = await storedPlace(page, LONG_ARTICLE);
    await button(page, "Listen").click();
    await speech.pass(1000);
    await expect(mini(page)).toHaveCount(0);
    await expect(player(page)).toBeVisible();
    expect(await speech.now()).toBe(`${shippedArticle("reading-with-lectern").record.title}.`);
    expect((await storedPlace(page, LONG_ARTICLE))!.block).toBeGreaterThanOrEqual(place!.block);
  });

  test("has a small player that is clean, within reach, and covers nothing", async ({ page, speech }) => {
    await toLibrary(page, speech);
    await button(page, "Pause").click();
    await page.clock.resume();
    await expectNoViolations(page, "small player in the library");
    await expectLargeTargets(page);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const top = (await mini(page).boundingBox())!.y;
    const last = (await page.locator("main .card, main .install-hint").last().boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(top);
    await page.keyboard.press("Shift+Tab");
    await tabTo(page, "Stop listening");
    await page.keyboard.press("Enter");
    await expect(mini(page)).toHaveCount(0);
  });
});

async function toLibrary(page: Page, speech: FakeSpeech): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Library" }).click();
  await speech.until(() => expect(heading(page)).toBeVisible({ timeout: 1 }));
  await speech.until(() => expect(mini(page).getByRole("button").first()).toBeVisible({ timeout: 1 }));
}

async function percent(page: Page): Promise<number> {
  const stored = await readStored<{ fraction: number }>(page, "positions", LONG_ARTICLE);
  return Math.round(stored!.fraction * 100);
}

function heading(page: Page) {
  return page.getByRole("heading", { name: "Library" });
}

function mini(page: Page) {
  return page.getByRole("region", { name: "Now reading aloud" });
}

function player(page: Page) {
  return page.getByRole("region", { name: "Read aloud" });
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}
