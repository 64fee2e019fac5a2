/**
 * The built app in Firefox, as a reader meets it: what is told apart from Chromium by the browser, not by our code. Every test has a server
 * of its own, and with its port a storage of its own.
 */
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { firefoxLaunch } from "../../src/commands/firefox.mjs";
import { type Companion, startCompanion } from "../support/companion.ts";
import { LONG_ARTICLE, SHIPPED, shippedArticle } from "../support/shipped.ts";

let browser: Browser;
let companion: Companion;
let page: Page;

beforeEach(async () => {
  companion = await startCompanion();
});

afterEach(async () => {
  await browser?.close();
  await companion.kill();
});

/** `before` runs in the page before its own scripts. Without voices of the system the built-in one reads. */
async function open(path: string, before = () => {}): Promise<void> {
  const { extraPrefsFirefox, ...options } = firefoxLaunch();
  const withoutVoices = { "media.webspeech.synth.enabled": false };
  browser = await launch({ ...options, extraPrefsFirefox: { ...extraPrefsFirefox, ...withoutVoices } });
  page = await browser.newPage();
  await page.evaluateOnNewDocument(keepAudio);
  await page.evaluateOnNewDocument(before);
  await page.goto(companion.url + path);
}

/** Runs in the page before its own scripts: the one audio element, to which nothing in the page gives access. */
function keepAudio(): void {
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function keptPlay() {
    Object.assign(globalThis, { audioElement: this });
    return play.call(this);
  };
}

type PageWithAudio = typeof globalThis & { audioElement?: HTMLAudioElement };

const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 80_000, interval: 100 });
const heading = () => page.$eval("h1", (element) => element.textContent);
const button = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`);

async function workerReady(): Promise<void> {
  await until(async () =>
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated"),
  );
}

test("is kept on the device: with the server gone the library and every article are there", async () => {
  await open("");
  await workerReady();
  await companion.kill();
  await page.reload();
  await until(async () => {
    const titles = await page.$$eval("main h3", (elements) => elements.map(({ textContent }) => textContent));
    expect(titles).toEqual(expect.arrayContaining(SHIPPED.slice(0, 3).map(({ title }) => title)));
  });
  for (const { id, title } of SHIPPED) {
    await page.goto(`${companion.url}read/${id}`);
    await until(async () => expect(await heading()).toBe(title));
    expect(await page.$eval("#article", ({ textContent }) => textContent!.length)).toBeGreaterThan(1000);
  }
});

test("keeps what the reader chose and where reading stopped", async () => {
  await open(`read/${LONG_ARTICLE}`);
  await workerReady();
  const far = Math.round(shippedArticle(LONG_ARTICLE).body.blocks.length / 2);
  const top = () => page.$eval(`#b${far}`, (element) => element.getBoundingClientRect().top);
  await page.$eval(`#b${far}`, (element) => element.scrollIntoView());
  // The place is stored a moment after the page has come to rest.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await companion.kill();
  await page.goto(companion.url);
  await page.goto(`${companion.url}read/${LONG_ARTICLE}`);
  await until(async () => expect(Math.abs(await top())).toBeLessThan(200));
});

/** Presses Listen, and goes past the title and the summary, which are not in the text. */
async function listenToText(): Promise<void> {
  await button("Listen").click();
  for (let sentence = 0; sentence < 3; sentence++) await button("Next sentence").click();
}

/** What is painted as the word being said, each time it changes, until there are so many. */
async function paintedWords(count: number): Promise<string[]> {
  const words: string[] = [];
  await until(async () => {
    const word = await page.evaluate(() => [...(CSS.highlights.get("word") ?? [])].join(""));
    if (word && word !== words.at(-1)) words.push(word);
    expect(words.length).toBeGreaterThanOrEqual(count);
  });
  return words;
}

test("reads aloud by the built-in voice, and paints word after word", async () => {
  await open(`read/${LONG_ARTICLE}`);
  await workerReady();
  await listenToText();
  const words = await paintedWords(6);
  const text = await page.$eval("#article", ({ textContent }) => textContent!.replace(/\s+/g, " "));
  // Words may be missed between two looks, but come in the order of the text.
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    expect(at, `${word} after ${from}`).toBeGreaterThanOrEqual(from);
    from = at + word.length;
  }
  expect(await page.evaluate(() => (globalThis as PageWithAudio).audioElement!.currentTime)).toBeGreaterThan(0);
  await button("Pause").click();
  await until(async () =>
    expect(await page.evaluate(() => (globalThis as PageWithAudio).audioElement!.paused)).toBe(true),
  );
});

test("reads aloud with the server gone, once it has done so before", async () => {
  await open(`read/${LONG_ARTICLE}`);
  await workerReady();
  await listenToText();
  await paintedWords(1);
  await companion.kill();
  await page.reload();
  await listenToText();
  expect(await paintedWords(3)).toHaveLength(3);
});

test("lays boxes behind the words where the browser has no highlights, as Firefox before version 140", async () => {
  await open(`read/${LONG_ARTICLE}`, () => void Reflect.deleteProperty(CSS, "highlights"));
  expect(await page.evaluate(() => "highlights" in CSS)).toBe(false);
  await listenToText();
  const places = new Set<number>();
  await until(async () => {
    for (const left of await page.$$eval(".word-box", (boxes) => boxes.map((box) => box.getBoundingClientRect().left)))
      places.add(Math.round(left));
    expect(places.size).toBeGreaterThan(3);
  });
});
