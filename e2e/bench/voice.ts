import type { Browser, Page } from "@playwright/test";
import { type Played, recordings, listenTo, watchAudio } from "../support/audio-element.ts";
import { workerReady } from "../support/service-worker.ts";
import { countWords, measurePerWord, type PerWord } from "./per-word.ts";
import { LONG } from "./prepare.ts";
import { quantile } from "./report.ts";
import { measureShowingWord } from "./show-word.ts";
import type { ShowingWord } from "./showing.ts";

const LISTENED = 20_000;

interface Rendered {
  /** The page's time when it came, and seconds of sound. */
  at: number;
  seconds: number;
}

type PageWithProbe = typeof globalThis & { rendered: Rendered[]; pressed: number };

/**
 * The built-in voice: from the press to the first sound, how much faster than real time it speaks, the gap where a longer recording takes
 * over, and what a word costs: to show it, and all that the page does. The browser's system has no voices.
 */
export async function measureVoice(browser: Browser, url: string, runs: number): Promise<void> {
  const cold: number[] = [];
  const kept: number[] = [];
  const warm: number[] = [];
  const speeds: number[] = [];
  const gaps: number[] = [];
  const between: number[] = [];
  const words: PerWord[] = [];
  const showing: ShowingWord[] = [];
  for (let round = 0; round < runs; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await watchAudio(page, { notesPaint: false });
    await page.addInitScript(watchWorker);
    await page.addInitScript(countWords);
    await page.goto(url);
    await workerReady(page);

    cold.push(await pressListen(page, url));
    await page.waitForTimeout(LISTENED / 2); // By then everything has been made.
    words.push(await measurePerWord(browser, page, LISTENED));
    speeds.push(speedOf(await page.evaluate(() => (globalThis as PageWithProbe).rendered)));
    const played = await recordings(page);
    for (const each of played.slice(1)) gaps.push(await gapBefore(page, each));
    between.push(...(await gapsWithin(page, played.at(-1)!.src)));
    warm.push(await press(page, "Next sentence"));

    await context.setOffline(true);
    kept.push(await pressListen(page, url));
    await context.close();
    showing.push(await measureShowingWord(browser));
  }
  console.log("\nThe built-in voice");
  print("press to first sound, never used before (ms; aim 1000)", cold);
  print("press to first sound, offline, page opened anew (ms)", kept);
  print("press to first sound, at work already (ms; aim 300)", warm);
  print("seconds of speech made in one second (aim 50, research 203)", speeds);
  print("silence between sentences, beyond the pause (ms; aim 60)", between);
  print("the same where a longer recording takes over (ms; aim 60, research 270)", gaps);
  const shown = (name: string, way: keyof ShowingWord) =>
    print(
      name,
      showing.map((each) => each[way]),
      4,
    );
  shown("script to show one more word (ms; aim 0.01)", "app");
  shown("the same, only a range of a CSS highlight that is moved (research 0.0023)", "highlight");
  shown("the same, a class on one of 22,000 elements, with styles and layout (research 2.2)", "toggle");
  print(
    "script of the page for each word (ms of the processor)",
    words.map(({ script }) => script),
    3,
  );
  print(
    "what the browser does to show it (ms of the processor)",
    words.map(({ showing }) => showing),
    3,
  );
}

function print(name: string, numbers: readonly number[], digits = 0): void {
  const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(numbers, part).toFixed(digits));
  console.log(`  ${name.padEnd(68)} ${middle!.padStart(7)} (${low} to ${high})`);
}

/** Opens the article and presses, as a reader does who has just come. */
async function pressListen(page: Page, url: string): Promise<number> {
  await page.goto(`${url}read/${LONG}`);
  await page.locator(".bar-progress:not(:empty)").waitFor();
  return press(page, "Listen");
}

/** Milliseconds from the press to the moment in which the element says that it plays. */
async function press(page: Page, name: string): Promise<number> {
  const before = (await recordings(page)).length;
  await page.evaluate(() => {
    const note = () => ((globalThis as PageWithProbe).pressed = performance.now());
    addEventListener("pointerdown", note, { capture: true, once: true });
  });
  await page.getByRole("button", { name, exact: true }).click();
  if (name === "Listen") while (((await recordings(page))[before]?.heard ?? 0) === 0) await page.waitForTimeout(20);
  return page.evaluate(async () => {
    const { audioElement, audioPlayed, pressed } = globalThis as unknown as PageWithProbe & {
      audioElement: HTMLAudioElement;
      audioPlayed: Played[];
    };
    const { heard } = audioPlayed.at(-1)!;
    if (heard > pressed) return heard - pressed;
    // A place on the recording that plays already: heard when it has been jumped to.
    while (audioElement.seeking) await new Promise(requestAnimationFrame);
    return performance.now() - pressed;
  });
}

/** From the first sentence to the last that was made without a pause. */
function speedOf(rendered: readonly Rendered[]): number {
  const [first] = rendered;
  const last = rendered.at(-1);
  if (!first || !last) return Number.NaN;
  return (1000 * rendered.slice(1).reduce((sum, { seconds }) => sum + seconds, 0)) / (last.at - first.at);
}

/** From the last sound of the recording before to the first of this one, less the pause that this one begins with. */
async function gapBefore(page: Page, { src, from, heard, before }: Played): Promise<number> {
  const old = (await listenTo(page, before.src)).stretches.findLast(([start]) => start < before.time)!;
  const pause = (await listenTo(page, src)).stretches[0]![0];
  const silentAt = before.at - (before.time - old[1]) * 1000;
  return heard + (pause - from) * 1000 - silentAt - pause * 1000;
}

/** The pauses that a reader has at first, in milliseconds: between sentences, paragraphs, and around headings. */
const PAUSES = [200, 500, 1000];

/** What is silent for as long as a pause, less that pause: of each in a recording, in milliseconds. */
async function gapsWithin(page: Page, src: string): Promise<number[]> {
  const { stretches } = await listenTo(page, src);
  const silences = stretches.slice(1).map(([start], i) => (start - stretches[i]![1]) * 1000);
  return silences
    .filter((silence) => silence >= PAUSES[0]! - 1)
    .map((silence) => silence - PAUSES.findLast((pause) => pause <= silence + 1)!);
}

/** Runs in the page: notes each sentence that the worker has made. */
function watchWorker(): void {
  const rendered: Rendered[] = [];
  Object.assign(globalThis, { rendered });
  globalThis.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener("message", ({ data }: MessageEvent<{ type: string; pcm?: ArrayBuffer }>) => {
        if (data.type === "rendered") rendered.push({ at: performance.now(), seconds: data.pcm!.byteLength / 44_100 });
      });
    }
  };
}
