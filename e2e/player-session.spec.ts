import { expect, type Page } from "@playwright/test";
import { ENGLISH, FakeSpeech, test } from "./support/fake-speech.ts";
import { focused } from "./support/keyboard.ts";
import { storedPlace } from "./support/place.ts";
import { button, player } from "./support/player.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const { record } = shippedArticle(LONG_ARTICLE);

test.beforeEach(async ({ speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
});

test("answers to every key of headsets and lock screens", { tag: "@once" }, async ({ page, speech }) => {
  type MediaPage = typeof globalThis & {
    mediaHandlers: Record<string, (details: object) => void>;
    mediaTimes: MediaPositionState[];
  };
  await page.addInitScript(() => {
    const handlers: Record<string, unknown> = {};
    const times: unknown[] = [];
    Object.assign(globalThis, { mediaHandlers: handlers, mediaTimes: times });
    navigator.mediaSession.setActionHandler = (action, handler) => void (handlers[action] = handler);
    const tell = navigator.mediaSession.setPositionState.bind(navigator.mediaSession);
    navigator.mediaSession.setPositionState = (state) => {
      tell(state);
      times.push(state);
    };
  });
  const press = (action: string, details = {}) =>
    page.evaluate(([name, more]) => (globalThis as MediaPage).mediaHandlers[name]!(more), [action, details] as const);
  const time = () => page.evaluate(() => (globalThis as MediaPage).mediaTimes.at(-1)!);
  const state = () => page.evaluate(() => navigator.mediaSession.playbackState);
  await speech.reload();
  await speech.listen();
  const artwork = await page.evaluate(() => navigator.mediaSession.metadata?.artwork[0]?.src);
  expect(artwork).toMatch(/\/icons\/apple-touch-icon\.png$/);
  expect((await page.request.get(artwork!)).ok()).toBe(true);

  const start = await time();
  expect(start).toMatchObject({ position: 0, playbackRate: 1 });
  expect(start.duration).toBeGreaterThan(60);
  await press("nexttrack");
  await speech.pass(100);
  expect(await speech.now()).toBe(record.summary);
  expect((await time()).position).toBeGreaterThan(0);
  await press("previoustrack");
  await speech.pass(100);
  expect(await speech.now()).toBe(`${record.title}.`);
  await press("seekforward");
  await speech.pass(100);
  expect(await speech.now()).not.toBe(`${record.title}.`);
  await press("seekbackward", { seekOffset: 600 });
  await speech.pass(100);
  expect(await speech.now()).toBe(`${record.title}.`);
  await press("seekto", { seekTime: start.duration! - 1 });
  await speech.pass(100);
  expect((await time()).position).toBeGreaterThan(start.duration! / 2);
  await press("pause");
  expect([await speech.now(), await state()]).toEqual([undefined, "paused"]);
  await press("play");
  await speech.pass(100);
  expect(await state()).toBe("playing");
  await button(page, "Faster").click();
  await speech.pass(1000);
  expect((await time()).duration, "as it is heard at the rate").toBeLessThan(start.duration!);
  await press("stop");
  expect([await speech.now(), await state()]).toEqual([undefined, "none"]);
});

test(
  "shows the picture of the article on lock screens, and asks nobody else for it",
  { tag: "@once" },
  async ({ page, speech }) => {
    const key = `images/${"0123456789abcdef".repeat(2)}`;
    const artwork = () =>
      page.evaluate(() => navigator.mediaSession.metadata?.artwork.map(({ src, sizes }) => [src, sizes]));
    const listenTo = async (id: string, image: string) => {
      const shipped = shippedArticle(id);
      await serveArticle(page, { ...shipped, record: { ...shipped.record, image } });
      await speech.open(`read/${id}`);
      await speech.listen();
    };
    await page.route(`**/${key}`, (route) => route.fulfill({ path: "public/icons/icon-512.png" }));
    await listenTo("a-page-of-everything", key);
    await expect.poll(artwork).toEqual([[new URL(`../${key}`, page.url()).href, "512x512"]]);

    const elsewhere: string[] = [];
    await page.route("https://tracker.example/**", (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    });
    await listenTo("reading-with-lectern", "https://tracker.example/lead.png");
    await speech.finishSentences(2);
    expect(await artwork()).toEqual([[expect.stringContaining("apple-touch-icon"), "180x180"]]);
    expect(elsewhere).toEqual([]);
  },
);

test(
  "of two tabs only the newer reads, and the older says why",
  { tag: "@once" },
  async ({ page, speech, context }) => {
    await speech.listen();
    const other = await context.newPage();
    await other.clock.install();
    const speechThere = new FakeSpeech(other);
    await speechThere.setFirstVoices([ENGLISH]);
    await speechThere.open("read/a-page-of-everything");
    await speechThere.listen();
    await expect(player(page)).toContainText("Reading goes on in another tab.");
    expect(await speech.now()).toBeUndefined();
    expect(await speechThere.now()).toBeDefined();

    await button(page, "Play").click();
    await speech.pass(100);
    expect(await speech.now()).toBeDefined();
    await expect(player(page)).not.toContainText("another tab");
    await expect(player(other)).toContainText("Reading goes on in another tab.");
    expect(await speechThere.now()).toBeUndefined();
  },
);

test.describe("goes on at the word", { tag: "@once" }, () => {
  test("after the page was left", async ({ speech }) => {
    await speech.listen();
    await speech.finishSentences(2);
    await speech.reach("troops");
    await speech.reload();
    await speech.listen();
    expect((await speech.spoken())[0]?.text).toMatch(/^troops to help Russia/);
  });

  test("though the service worker had looked the place up before the last word was kept", async ({ page, speech }) => {
    await keepAWord(page, speech);
    const { block } = (await storedPlace(page, LONG_ARTICLE))!;
    await speech.open(`read/${LONG_ARTICLE}?at=${block}.0#at`);
    await speech.listen();
    expect((await speech.spoken())[0]?.text).toMatch(/^troops to help Russia/);
  });

  test("from what is kept while it reads, which is all that a crash leaves", async ({ page, speech, context }) => {
    await keepAWord(page, speech);

    const another = await context.newPage();
    await another.clock.install();
    const speechThere = new FakeSpeech(another);
    await speechThere.setFirstVoices([ENGLISH]);
    await speechThere.open(`read/${LONG_ARTICLE}`);
    await speechThere.listen();
    expect((await speechThere.spoken())[0]?.text).toMatch(/^troops to help Russia/);
  });
});

test(
  "the focus stays while a voice reads, and one key takes it to the sentence",
  { tag: "@once" },
  async ({ page, speech }) => {
    await speech.listen();
    const before = await focused(page);
    await speech.finishSentences(4);
    expect(await focused(page)).toBe(before);
    const said = (await speech.now())!;
    await page.keyboard.press("Alt+Shift+S");
    await speech.until(async () => expect(await focused(page)).not.toBe(before));
    expect(await speech.now(), "the voice gives way to the screen reader").toBeUndefined();
    const place = await page.evaluate(() => {
      const { anchorNode, anchorOffset } = document.getSelection()!;
      return {
        rest: anchorNode!.nodeValue!.slice(anchorOffset, anchorOffset + 20),
        inFocus: document.activeElement!.contains(anchorNode),
      };
    });
    expect(said.startsWith(place.rest)).toBe(true);
    expect(place.inFocus).toBe(true);
    await expect(page.locator(":focus")).toBeInViewport();
  },
);

test("that key leads to the title while that is said", { tag: "@once" }, async ({ page, speech }) => {
  await speech.listen();
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await page.keyboard.press("Alt+Shift+S");
  await speech.until(async () => expect(await page.locator("#article h1:focus").count()).toBe(1));
  await expect(page.locator("#article h1")).toBeInViewport();
});

/** Listens until the place that is kept is a word within a sentence. */
async function keepAWord(page: Page, speech: FakeSpeech): Promise<void> {
  await speech.listen();
  await speech.finishSentences(2);
  await speech.pass(2500);
  await speech.reach("troops");
  await speech.pass(1000);
  await expect.poll(async () => (await storedPlace(page, LONG_ARTICLE))?.offset).toBeGreaterThan(0);
}
