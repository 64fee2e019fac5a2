import { expect, type Page, test } from "@playwright/test";
import { longArticle } from "./bench/long-article.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { expectNoViolations } from "./support/axe.ts";
import { audioNow, listenTo, paintedSoFar, recordings, sampleFrames, watchAudio } from "./support/audio-element.ts";
import { wordTimes } from "./support/espeak.ts";
import { serveArticle } from "./support/served-article.ts";
import { workerReady } from "./support/service-worker.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";
import { openLanguages, voiceButton } from "./support/voices.ts";

/** The app as it is, in a browser whose system has no voice at all: Chromium as it comes on Linux. */
test.beforeEach(({ page }) => watchAudio(page));

const ENGLISH_ARTICLE = `read/${LONG_ARTICLE}`;
const { title, summary } = shippedArticle(LONG_ARTICLE).record;
const HEADING = [title, summary];
const ARABIC_ARTICLE = "read/reading-aloud";

test("reads without being asked where the system has no voice, and is heard", { tag: "@once" }, async ({ page }) => {
  await listen(page, ENGLISH_ARTICLE);
  await expect(player(page)).not.toContainText("offers none");
  await expect
    .poll(async () => (await audioNow(page))?.duration, { message: "a longer recording takes over", timeout: 60_000 })
    .toBeGreaterThan(60);
  const { src } = (await audioNow(page))!;
  const { rate, loudness } = await listenTo(page, src);
  expect(rate).toBe(22_050);
  expect(loudness).toBeGreaterThan(0.02);
  await button(page, "Pause").click();
  await expect.poll(async () => (await audioNow(page))?.playing).toBe(false);
});

test("has every sentence begin where it is heard to", { tag: "@once" }, async ({ page }) => {
  // Where the player goes when it is sent to a sentence is its timeline, whatever the machine is busy with.
  await page.addInitScript(() => {
    const jumps: { src: string; time: number }[] = [];
    Object.assign(globalThis, { jumps });
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "currentTime")!;
    Object.defineProperty(HTMLMediaElement.prototype, "currentTime", {
      get: get!,
      set(this: HTMLMediaElement, time: number) {
        jumps.push({ src: this.src, time });
        set!.call(this, time);
      },
    });
  });
  const jumps = () =>
    page.evaluate(() => (globalThis as typeof globalThis & { jumps: { src: string; time: number }[] }).jumps);
  await listen(page, ENGLISH_ARTICLE);
  await expect.poll(async () => (await audioNow(page))?.duration, { timeout: 60_000 }).toBeGreaterThan(60);
  const { src } = (await audioNow(page))!;
  const before = (await jumps()).length;
  for (let i = 1; i <= 12; i++) {
    await button(page, "Next sentence").click();
    await expect.poll(async () => (await jumps()).length).toBeGreaterThanOrEqual(before + i);
  }
  const begun = (await jumps()).slice(before).filter((jump) => jump.src === src);
  expect(begun.length, "they are all on the one recording").toBeGreaterThanOrEqual(12);
  const { stretches } = await listenTo(page, src);
  const sentences = stretches.filter(([start], i) => start - (stretches[i - 1]?.[1] ?? -1) > 0.19);
  const off = begun.map(({ time }) => Math.min(...sentences.map(([start]) => Math.abs(time - start))));
  expect(off.filter((seconds) => seconds > 0.05)).toEqual([]);
  expect(new Set(begun.map(({ time }) => time)).size).toBe(begun.length);
});

test("paints each word when it is said", { tag: "@once" }, async ({ page }) => {
  await listen(page, ENGLISH_ARTICLE);
  // The title may be on a tape of its own; then the first sentences.
  await expect
    .poll(
      async () => {
        const { sentence, word } = (await sampleFrames(page, 50)).at(-1)!;
        return word !== "" && !HEADING.includes(sentence);
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  const frames = await sampleFrames(page, 14_000);

  // What is painted anew, against the recording itself: pauses are silence to the last sample.
  const { src } = frames.at(-1)!;
  const starts = (await listenTo(page, src)).stretches.map(([start]) => start);
  // How late is a matter of the machine: that one of them is right on time shows that nothing is off by a fixed amount.
  const painted = await paintedSoFar(page);
  const sentenceOf = (index: number) => painted.slice(0, index).findLast(({ what }) => what === "sentence")?.text;
  const words = [...painted.entries()].filter(([, { what }]) => what === "word");
  const firstWords = words.filter(([index], i) => sentenceOf(index) !== sentenceOf(words[i - 1]?.[0] ?? 0));
  const late = firstWords
    .filter(([, paint]) => paint.src === src)
    .map(([, { time }]) => Math.min(...starts.map((start) => Math.abs(time - start))));
  expect(Math.min(...late)).toBeLessThan(0.05);
  console.log(
    "Painted so long after the sound began, in ms:",
    late.map((seconds) => Math.round(seconds * 1000)).join(" "),
  );

  // Ten moments of one sentence, against the synthesiser's own account of it.
  const longest = [...new Set(frames.filter((frame) => frame.src === src).map(({ sentence }) => sentence))]
    .filter((text) => /^[ -~]+$/.test(text))
    .toSorted((a, b) => b.length - a.length)[0]!;
  const inSentence = frames.filter((frame) => frame.sentence === longest && frame.word !== "" && frame.src === src);
  const start = starts.filter((second) => second <= inSentence[0]!.time + 0.1).at(-1)!;
  const times = await wordTimes(longest, "gmw/en");
  const clear = inSentence.filter(({ time }) => times.every(({ at }) => Math.abs(time - start - at / 1000) > 0.08));
  const ten = Array.from({ length: 10 }, (_, index) => clear[Math.floor((index * clear.length) / 10)]!);
  const agreeing = ten.filter(({ time, word }) => {
    const now = times.filter(({ at }) => start + at / 1000 <= time).at(-1)!;
    // A number is several words to one, and one to the other; little words can be one with their neighbour.
    const from = longest.slice(0, now.offset).search(/[^\s(“"]*$/);
    return longest.slice(from).includes(word) && longest.slice(from).indexOf(word) < 12;
  });
  expect(agreeing.map(({ word }) => word)).toEqual(ten.map(({ word }) => word));
});

test(
  "is on the device once it was heard: without a network it speaks again",
  { tag: "@once" },
  async ({ page, context }) => {
    await page.goto("./");
    await workerReady(page);
    await listen(page, ENGLISH_ARTICLE);
    await expect(voiceButton(page)).toHaveText(/^Voice: Built-in voice English \(United Kingdom\), on this device/);
    await context.setOffline(true);
    await page.reload();
    await listen(page);

    await pressListen(page, ARABIC_ARTICLE);
    await expect(player(page)).toContainText("The built-in voice for Arabic is not on this device yet");
    expect((await audioNow(page))?.playing ?? false).toBe(false);

    await context.setOffline(false);
    await button(page, "Try again").click();
    await expect.poll(async () => (await audioNow(page))?.playing).toBe(true);
    await expect(player(page)).not.toContainText("not on this device");
  },
);

test("lists its languages with their sizes, fetches and removes them", async ({ page }) => {
  await page.goto("./");
  await workerReady(page);
  // One in which no name is in another script, for which languages would come of themselves.
  await listen(page, "read/reading-with-lectern");
  await button(page, "Pause").click();
  const sheet = await openLanguages(page);
  const itself = /^The voice itself, 0\.6 MB/;
  await expect(sheet.getByRole("listitem")).toHaveText([itself, /^English, 0\.1 MB/]);
  await sheet.getByLabel("Fetch another language").selectOption({ label: "German, 0.1 MB" });
  await sheet.getByRole("button", { name: "Fetch", exact: true }).click();
  await expect(sheet.getByRole("listitem")).toHaveText([itself, /^English, 0\.1 MB/, /^German, 0\.1 MB/]);
  await expect(page.getByRole("status")).toContainText("German is on this device now.");
  await sheet.getByRole("button", { name: "Remove English" }).click();
  await expect(sheet.getByRole("listitem")).toHaveText([itself, /^German, 0\.1 MB/]);
  await sheet.getByRole("button", { name: "Remove German" }).click();
  await expect(sheet).toContainText("No language is on this device yet.");
  await page.keyboard.press("Escape");
  await expect(button(page, "Built-in voice: languages")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(voiceButton(page)).toContainText("0.7 MB to fetch once");
  expect(await keptOfVoice(page)).toEqual([]);
});

test("is removed as a whole, and comes back when it is next heard", { tag: "@once" }, async ({ page }) => {
  await page.goto("./");
  await workerReady(page);
  await listen(page, "read/reading-with-lectern");
  await button(page, "Pause").click();
  const sheet = await openLanguages(page);
  await expect(sheet.getByRole("listitem")).toHaveCount(2);
  await sheet.getByRole("button", { name: "Remove the voice and its languages" }).click();
  await expect(page.getByRole("status")).toContainText("The built-in voice was removed.");
  await expect(sheet.getByRole("listitem")).toHaveCount(0);
  await expect(sheet).toContainText("No language is on this device yet.");
  await expect(sheet.getByRole("heading", { name: "Built-in voice" }), "the focus is not lost").toBeFocused();
  expect(await keptOfVoice(page)).toEqual([]);
  await page.reload();
  await listen(page);
  await expect.poll(() => keptOfVoice(page)).toHaveLength(3);
});

test(
  "a worker that is ended without a word is started anew, and reading goes on",
  { tag: "@once" },
  async ({ page }) => {
    await listen(page, ENGLISH_ARTICLE);
    const [worker] = page.workers();
    await worker!.evaluate(() => globalThis.close());
    await expect
      .poll(
        async () => (await paintedSoFar(page)).some(({ what, text }) => what === "sentence" && !HEADING.includes(text)),
        { message: "the text is reached", timeout: 80_000 },
      )
      .toBe(true);
    await expect(player(page)).not.toContainText("Press Play");
  },
);

test.describe("what is being got ready", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  test("is shown: how much has been fetched, and how far the sound is made", async ({ page }) => {
    let send = () => {};
    const held = new Promise<void>((resolve) => (send = resolve));
    await page.route(/voice\/core[^/]*\.bin$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(ENGLISH_ARTICLE);
    const announced = await watchAnnouncements(page);
    await pressListen(page);
    await expect.poll(async () => (await announced()).join()).toContain("Fetching the built-in voice for English");
    const fetched = player(page).getByRole("progressbar", { name: "Fetched so far" });
    const value = () => fetched.evaluate((bar) => (bar as HTMLProgressElement).value);
    await expect.poll(value, { timeout: 60_000 }).toBeGreaterThan(0.3);
    expect(await value()).toBeLessThan(1);
    await expect(player(page).locator(".player-fetched")).toHaveText(/^\s*[3-9]\d %$/);
    await expectNoViolations(page, "a voice that is being fetched");
    send();
    await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
    await expect(fetched).toHaveCount(0);

    await button(page, "More controls").click();
    const made = player(page).locator(".player-made > div");
    await expect(made).toHaveCount(1, { timeout: 60_000 });
    const slider = (await player(page).getByRole("slider").boundingBox())!;
    const end = async () => (await made.boundingBox())!.width;
    await expect.poll(end, { timeout: 60_000, message: "the line grows" }).toBeGreaterThan(slider.width / 4);
    expect(await end()).toBeLessThanOrEqual(slider.width);
    await expect(player(page).locator(".player-made"), "for the eye alone").toHaveAttribute("aria-hidden", "true");
  });
});

for (const { what, error, sentence } of [
  {
    what: "runs out of memory",
    error: "Uncaught RangeError: Array buffer allocation failed",
    sentence:
      "This device has too little memory left for the voice. Close other tabs and apps, then press Play to go on",
  },
  {
    what: "breaks",
    error: "Uncaught TypeError: it is no function",
    sentence: "The voice stopped with an error. Press Play to try again, or choose another voice.",
  },
])
  test(
    `a voice that ${what} again and again is told of, and can be tried again`,
    { tag: "@once" },
    async ({ page }) => {
      await page.addInitScript((message) => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function die(this: Worker, ...args: [{ type?: string }, ...unknown[]]) {
          if (args[0].type === "render") this.dispatchEvent(new ErrorEvent("error", { message }));
          else (postMessage as (...args: unknown[]) => void).apply(this, args);
        } as typeof postMessage;
        Object.assign(globalThis, { heal: () => (Worker.prototype.postMessage = postMessage) });
      }, error);
      await pressListen(page, ENGLISH_ARTICLE);
      await expect(player(page)).toContainText(sentence, { timeout: 60_000 });
      await page.evaluate(() => (globalThis as unknown as { heal(): void }).heal());
      await button(page, "Play").click();
      await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
      await expect(player(page)).not.toContainText(sentence);
    },
  );

test(
  "a browser that lets nothing sound before a press says so, and plays after it",
  { tag: "@once" },
  async ({ page }) => {
    await page.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("", "NotAllowedError"));
      Object.assign(globalThis, { allow: () => (HTMLMediaElement.prototype.play = play) });
    });
    await pressListen(page, ENGLISH_ARTICLE);
    const sentence = "The browser waits for a press before it lets a voice speak. Press Play.";
    await expect(player(page)).toContainText(sentence, { timeout: 60_000 });
    await page.evaluate(() => (globalThis as unknown as { allow(): void }).allow());
    await button(page, "Play").click();
    await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
    await expect(player(page)).not.toContainText(sentence);
  },
);

test("takes a new speed at once, and goes on at the same word after a pause", { tag: "@once" }, async ({ page }) => {
  await listen(page, ENGLISH_ARTICLE);
  await expect.poll(async () => (await sampleFrames(page, 50)).at(-1)?.word, { timeout: 60_000 }).not.toBe("");
  const before = (await audioNow(page))!;
  await button(page, "Faster").click();
  await expect.poll(async () => (await audioNow(page))?.rate).toBeGreaterThan(1);
  await button(page, "Pause").click();
  const paused = (await sampleFrames(page, 50)).at(-1)!;
  await button(page, "Play").click();
  await expect.poll(async () => (await audioNow(page))?.playing).toBe(true);
  const resumed = (await sampleFrames(page, 50))[0]!;
  expect(Math.abs(resumed.time - paused.time)).toBeLessThan(1.5);
  expect(new Set([before.src, paused.src, resumed.src]).size, "nothing is made anew").toBeLessThanOrEqual(2);
});

test.describe("a long article", { tag: "@once" }, () => {
  test.use({ serviceWorkers: "block" });

  test("plays on from one recording of at least five minutes", async ({ page }) => {
    await serveArticle(page, longArticle(LONG_ARTICLE, 20_000));
    await listen(page, ENGLISH_ARTICLE);
    await expect.poll(async () => (await audioNow(page))?.duration, { timeout: 80_000 }).toBeGreaterThan(300);
    expect((await recordings(page)).length, "made longer a few times, not for each sentence").toBeLessThan(8);
  });
});

/** Addresses of what is kept of the voice. */
async function keptOfVoice(page: Page): Promise<string[]> {
  const kept = await page.evaluate(async () => (await (await caches.open("fonts")).keys()).map(({ url }) => url));
  return kept.filter((url) => /\.bin$|espeak-ng/.test(url));
}

/** Opens an article and presses Listen; waits until something is heard. */
async function listen(page: Page, path?: string): Promise<void> {
  await pressListen(page, path);
  await expect.poll(async () => (await audioNow(page))?.playing, { timeout: 60_000 }).toBe(true);
}

async function pressListen(page: Page, path?: string): Promise<void> {
  if (path) await page.goto(path);
  await expect(page.locator(".bar-progress")).not.toBeEmpty();
  await button(page, "Listen").click();
}

function player(page: Page) {
  return page.getByRole("region", { name: "Read aloud" });
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}
