import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { watchAudio } from "./support/audio-element.ts";
import { type Companion, test as base } from "./support/companion.ts";
import { readStored } from "./support/database.ts";
import { type Build, copyBuild, nextVersion } from "./support/next-version.ts";
import { savingNotice, savingSheet, startHeld } from "./support/saving-audio.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const test = base.extend<{ next: Build }>({
  next: async ({}, use) => {
    const build = nextVersion();
    await use(build);
    build.remove();
  },
});

const notice = (page: Page) => page.getByRole("region", { name: "Update" });
const updateNow = (page: Page) => notice(page).getByRole("button", { name: "Update now" });

/** Marks the page as it is loaded now: a reload loses the mark. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

async function expectVersion(page: Page, version: "this" | "next"): Promise<void> {
  const html = page.locator("html");
  if (version === "next") await expect(html).toHaveAttribute("data-build", "next");
  else await expect(html).not.toHaveAttribute("data-build");
}

/** Puts the next version on the server; the browser looks for it as it does by itself when a page is opened. */
async function publish(companion: Companion, next: Build, page: Page): Promise<void> {
  await companion.start(next.folder);
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())!.update());
}

/** Counts how often the status says something, by its words, in pages opened from now on. */
async function countAnnouncements(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    document.addEventListener("DOMContentLoaded", () => {
      const region = document.getElementById("status")!;
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        childList: true,
      });
    });
  });
}

/** A voice that says its sentence for as long as it is let. */
async function giveVoice(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let current: SpeechSynthesisUtterance | undefined;
    const voice = { name: "Ada", lang: "en-GB", voiceURI: "Ada", localService: true, default: true };
    const synth = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      pending: false,
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        setTimeout(() => utterance.onstart?.({} as SpeechSynthesisEvent), 20);
      },
      cancel() {
        const cancelled = current;
        current = undefined;
        setTimeout(() => cancelled?.onerror?.({ error: "interrupted" } as SpeechSynthesisErrorEvent), 5);
      },
    });
    Object.defineProperty(synth, "speaking", { get: () => current !== undefined });
    Object.defineProperty(globalThis, "speechSynthesis", { value: synth });
    Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
      value: function utterance(text: string) {
        return { text };
      },
    });
  });
}

test.describe("a new version", { tag: "@once" }, () => {
  test("waits beside the old one, which works on, until the reader takes it in every tab", async ({
    page,
    context,
    companion,
    next,
  }) => {
    await countAnnouncements(context);
    await page.goto("./");
    await workerReady(page);
    const other = await context.newPage();
    await other.goto(`${companion.url}read/${LONG_ARTICLE}`);
    await expect(other.locator(".bar-progress")).not.toBeEmpty();
    await mark(page);
    await mark(other);

    await publish(companion, next, page);
    for (const tab of [page, other]) await expect(notice(tab)).toContainText("A new version of Lectern is ready.");
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said))
      .toEqual(["A new version of Lectern is ready."]);
    // This part of the old version is on the server no more.
    await page.getByRole("button", { name: "Text settings" }).click();
    await expect(page.getByRole("dialog", { name: "Text settings" })).toBeVisible();
    await page.keyboard.press("Escape");
    for (const tab of [page, other]) expect(await isMarked(tab)).toBe(true);

    await updateNow(page).click();
    for (const tab of [page, other]) await expectVersion(tab, "next");
    await expect(other.locator("#article h1")).toBeVisible();
    for (const tab of [page, other]) await expect(notice(tab)).toHaveCount(0);
  });

  test("brings its articles when it is taken, and not before", async ({ page, context, companion, next }) => {
    const articles = join(next.folder, "articles");
    const rewrite = (file: string, change: (text: string) => string) =>
      writeFileSync(join(articles, file), change(readFileSync(join(articles, file), "utf8")));
    const { title, revision } = shippedArticle(LONG_ARTICLE).record;
    const revise = (text: string) => text.replaceAll(title, "Revised").replaceAll(revision, "revised");
    for (const file of ["index.json", `${LONG_ARTICLE}.json`]) rewrite(file, revise);

    await page.goto("./");
    await workerReady(page);
    await publish(companion, next, page);
    await expect(notice(page)).toContainText("A new version of Lectern is ready.");
    const heading = page.locator("main li h3").filter({ hasText: /^(North Korea|Revised)/ });
    for (let visit = 0; visit < 2; visit++) {
      await page.reload();
      await expect(heading).toHaveText(title);
    }
    await page.goto(`read/${LONG_ARTICLE}`);
    await expect(page.locator("#article h1")).toHaveText(title);

    await updateNow(page).click();
    await expectVersion(page, "next");
    await expect.poll(() => readStored(page, "bodies", LONG_ARTICLE)).toMatchObject({ revision: "revised" });
    await context.setOffline(true);
    await page.goto("./");
    await expect(heading).toHaveText("Revised");
    await heading.getByRole("link").click();
    await expect(page.locator("#article h1")).toHaveText("Revised");
  });

  test("can be put off", async ({ page, companion, next }) => {
    await page.goto("./");
    await workerReady(page);
    await mark(page);
    await publish(companion, next, page);
    await notice(page).getByRole("button", { name: "Later" }).click();
    await expect(notice(page)).toHaveCount(0);
    expect(await isMarked(page)).toBe(true);
    await expectVersion(page, "this");
  });

  test("never interrupts a voice: the tab that speaks follows when it is quiet", async ({
    page,
    context,
    companion,
    next,
  }) => {
    await giveVoice(context);
    await page.goto("./");
    await workerReady(page);
    await page.goto(`read/${LONG_ARTICLE}`);
    await page.getByRole("button", { name: "Listen" }).click();
    const pause = page.getByRole("button", { name: "Pause" });
    await expect(pause).toBeVisible();
    await mark(page);
    const other = await context.newPage();
    await other.goto(companion.url);

    await publish(companion, next, other);
    await expect(notice(page)).toContainText("when reading aloud has stopped");
    await expect(updateNow(page)).toHaveAttribute("aria-disabled", "true");
    await updateNow(other).click();
    await expectVersion(other, "next");
    expect(await isMarked(page)).toBe(true);

    await pause.click();
    await expectVersion(page, "next");
  });

  test("never loses a sound file: the tab that makes one follows when there is none to lose", async ({
    page,
    context,
    companion,
    next,
  }) => {
    await watchAudio(page);
    await page.goto("./");
    await workerReady(page);
    await startHeld(page, LONG_ARTICLE);
    await expect(savingSheet(page)).toContainText("Reading into the file:", { timeout: 60_000 });
    await mark(page);
    const other = await context.newPage();
    await other.goto(companion.url);

    await publish(companion, next, other);
    await updateNow(other).click();
    await expectVersion(other, "next");
    await page.keyboard.press("Escape");
    expect(await isMarked(page)).toBe(true);

    await savingNotice(page).getByRole("button", { name: "Cancel" }).click();
    await expectVersion(page, "next");
  });
});

test.describe("a part of the app that is gone", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  const incomplete = "This part of Lectern could not be loaded.";
  const openSettings = (page: Page) => page.getByRole("button", { name: "Text settings" }).click();

  test("online makes the page load itself again once, and then say so", async ({ page, companion }) => {
    const build = copyBuild();
    const part = readdirSync(join(build.folder, "assets")).find((name) => name.startsWith("TextSettings"))!;
    rmSync(join(build.folder, "assets", part));
    await companion.start(build.folder);
    await page.goto("./");
    await mark(page);
    await openSettings(page);
    await expect.poll(() => isMarked(page).catch(() => true)).toBe(false);
    await mark(page);
    await openSettings(page);
    await expect(notice(page)).toContainText(incomplete);
    expect(await isMarked(page)).toBe(true);
    build.remove();
  });

  test("comes back with the reload where a new version has replaced it", async ({ page, companion, next }) => {
    await page.goto("./");
    await companion.start(next.folder);
    await openSettings(page);
    await expectVersion(page, "next");
    await openSettings(page);
    await expect(page.getByRole("dialog", { name: "Text settings" })).toBeVisible();
  });

  test("offline is only told of: a reload would lose the page", async ({ page, context }) => {
    await page.goto("./");
    await expect(page.locator("main li h3")).not.toHaveCount(0);
    await mark(page);
    await context.setOffline(true);
    await openSettings(page);
    await expect(notice(page)).toContainText(incomplete);
    expect(await isMarked(page)).toBe(true);
  });

  test("does not stand between a reader and a note", async ({ page, context }) => {
    await page.goto("read/a-page-of-everything");
    await expect(page.locator(".bar-progress")).not.toBeEmpty();
    await mark(page);
    await context.setOffline(true);
    await page.locator("#ref-1").click();
    await expect(notice(page)).toContainText(incomplete);
    await expect(page.locator(".notes li").first()).toBeInViewport();
    await expect(page).toHaveURL(/#note-/);
    expect(await isMarked(page)).toBe(true);
  });
});
