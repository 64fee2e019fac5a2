import { expect, type Page } from "@playwright/test";
import { audioNow, watchAudio } from "./support/audio-element.ts";
import { type Companion, test } from "./support/companion.ts";
import { plant, readStored } from "./support/database.ts";
import { button, player } from "./support/player.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

/** Listening goes on where network and server have gone: with the real built-in voice, in a browser whose system has none. */
test.use({ viewport: { width: 390, height: 844 } });
test.slow();

const NEXT = "reading-with-lectern";
/** In a language whose voice has never been fetched. */
const ARABIC = "reading-aloud";

test(
  "plays on to the next article of the queue, and the screen stays",
  { tag: "@once" },
  async ({ page, companion }) => {
    await listenWithoutNetwork(page, companion, [LONG_ARTICLE, NEXT]);
    await toLastSentence(page);
    await expectHeard(page, NEXT);
    expect((await readStored<{ queue: string[] }>(page, "preferences", "reader"))?.queue).toEqual([NEXT]);
  },
);

test(
  "passes over what needs a voice that is not on the device, and keeps it for later",
  { tag: "@once" },
  async ({ page, companion }) => {
    await listenWithoutNetwork(page, companion, [LONG_ARTICLE, ARABIC, NEXT]);
    await toLastSentence(page);
    await expectHeard(page, NEXT);
    expect((await readStored<{ queue: string[] }>(page, "preferences", "reader"))?.queue).toEqual([NEXT, ARABIC]);
  },
);

test("says so where nothing else is left, and can try again", { tag: "@once" }, async ({ page, companion }) => {
  await listenWithoutNetwork(page, companion, [LONG_ARTICLE, ARABIC]);
  await toLastSentence(page);
  const small = page.getByRole("region", { name: "Now reading aloud" });
  await expect(small).toContainText("The built-in voice for Arabic is not on this device yet", { timeout: 60_000 });
  await expect(page.locator("#article h1")).toHaveText(shippedArticle(LONG_ARTICLE).record.title);
  await companion.start();
  await page.context().setOffline(false);
  await small.getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
});

async function listenWithoutNetwork(page: Page, companion: Companion, queue: readonly string[]): Promise<void> {
  await watchAudio(page);
  await page.goto(companion.url);
  await workerReady(page);
  await plant(page, { preferences: [{ queue }] });
  await page.goto(`${companion.url}read/${queue[0]}`);
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
  await button(page, "Listen").click();
  await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
  await page.context().setOffline(true);
  await companion.kill();
}

async function toLastSentence(page: Page): Promise<void> {
  await button(page, "More controls").click();
  await player(page).getByRole("slider").press("End");
}

async function expectHeard(page: Page, id: string): Promise<void> {
  const small = page.getByRole("region", { name: "Now reading aloud" });
  await expect(small.getByRole("link")).toHaveText(shippedArticle(id).record.title, { timeout: 60_000 });
  await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
  await expect(small.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.locator("#article h1")).toHaveText(shippedArticle(LONG_ARTICLE).record.title);
}
