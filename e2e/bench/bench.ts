import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { chromiumLaunch } from "../../src/commands/chromium.mjs";
import { plant } from "../support/database.ts";
import { stopWorker, workerReady } from "../support/service-worker.ts";
import { openWire } from "../support/wire.ts";
import { measureExtraction } from "./extraction.ts";
import { measureLengths } from "./lengths.ts";
import { CHRONICLE, LETTER, LIBRARY, LONG, prepare, SHORT } from "./prepare.ts";
import { printSeries, printSizes, type Series } from "./report.ts";
import { measureVoice } from "./voice.ts";
import { throttle, type Visit, visit } from "./visit.ts";

/** Rounds; every series has one visit in each, so that what disturbs the machine disturbs all alike. */
const RUNS = Number(process.env.RUNS ?? 15);

const SPEEDS = [1, 4];
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const ARTICLE = "#article h1";
const FIRST_LINK = "main h3 a";

/** Measures one visit. */
type Measure = () => Promise<Visit>;

test("bench", async ({ browser }) => {
  // PAGES=/folder measures how articles are found in pages, and nothing else.
  if (process.env.PAGES) return await measureExtraction(browser, process.env.PAGES);
  const bench = await prepare(browser);
  try {
    console.log(`\nChromium ${browser.version()}, ${RUNS} rounds, each series once in every round; medians.`);
    // VOICE=1 and LENGTHS=1 measure nothing else.
    if (process.env.VOICE) return await measureVoice(browser, bench.url, RUNS);
    if (process.env.LENGTHS) return await lengths(browser, bench.url);
    await measureSizes(browser, bench.url);
    for (const speed of SPEEDS) for (const id of [SHORT, LONG]) await measureArticle(browser, bench.url, id, speed);
    await lengths(browser, bench.url);
    await measureColdStart(bench.url);
  } finally {
    await bench.end();
  }
});

function lengths(browser: Browser, url: string): Promise<void> {
  return measureLengths({ short: LETTER, long: CHRONICLE, open: (id) => openOffline(browser, url, id) }, RUNS);
}

async function openOffline(browser: Browser, url: string, id: string): Promise<Page> {
  const context = await readyOffline(browser, url, id);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function measureArticle(browser: Browser, url: string, id: string, speed: number): Promise<void> {
  const read = `${url}read/${id}`;
  const bare = `${url}bare/${id}.html`;
  const open = async (context: BrowserContext) => {
    const page = await context.newPage();
    await throttle(page, speed);
    return page;
  };

  const plain = await open(await browser.newContext({ ...PHONE, serviceWorkers: "block" }));
  await visit(plain, bare, ARTICLE);
  await (await plain.context().newPage()).goto(bare);
  const offline = await open(await readyOffline(browser, url, id));
  const middle = await open(await readyOffline(browser, url, id, true));
  const first = async (address: string) => {
    const context = await browser.newContext(PHONE);
    const measured = await visit(await open(context), address, ARTICLE);
    await context.close();
    return measured;
  };

  const again = "bare page, seen before";
  const afresh = "bare page, first visit";
  await measure(`${id === LONG ? "5,000 words" : "The news report"}, CPU ${speed} × slower`, [
    [again, again, () => visit(plain, bare, ARTICLE)],
    ["offline, worker running", again, () => visit(offline, read, ARTICLE)],
    ["offline, worker stopped", again, () => stopWorker(offline).then(() => visit(offline, read, ARTICLE))],
    ["offline, worker running, where reading stopped", again, () => visit(middle, read, ARTICLE)],
    [afresh, afresh, () => first(bare)],
    ["over HTTP, first visit", afresh, () => first(read)],
  ]);
  for (const page of [plain, offline, middle]) await page.context().close();
}

/** A context with the app on the device and no network; with `begun`, an article that was left in its middle. */
async function readyOffline(browser: Browser, url: string, id: string, begun = false): Promise<BrowserContext> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await store(page, url, id);
  const position = { id, position: { block: 12, offset: 0 }, fraction: 0.4, updatedAt: 1, revision: "" };
  if (begun) await plant(page, { positions: [position] });
  await page.goto(url);
  await context.setOffline(true);
  return context;
}

async function store(page: Page, url: string, id: string): Promise<void> {
  await page.goto(url);
  await workerReady(page);
  // The worker keeps what it has fetched for the page.
  await visit(page, `${url}read/${id}`, ".bar-progress:not(:empty)");
}

/** A new browser each time on a profile that was used before: as an installed app is started in the morning. */
async function measureColdStart(url: string): Promise<void> {
  const profiles: string[] = [];
  const launch = async (profile: string) => {
    const context = await chromium.launchPersistentContext(profile, { ...chromiumLaunch(), ...PHONE });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  const makeProfile = async (use: (page: Page) => Promise<unknown>) => {
    const profile = mkdtempSync(join(tmpdir(), "lectern-profile-"));
    profiles.push(profile);
    const { context, page } = await launch(profile);
    await use(page);
    await context.close();
    return profile;
  };
  const start = async (profile: string, address: string, ready: string, offline: boolean) => {
    const { context, page } = await launch(profile);
    if (offline) await context.setOffline(true);
    const measured = await visit(page, address, ready);
    await context.close();
    return measured;
  };

  try {
    const plain = await makeProfile(async (page) => {
      await visit(page, `${url}bare/${SHORT}.html`, ARTICLE);
      await visit(page, `${url}bare/${LIBRARY}.html`, FIRST_LINK);
    });
    const installed = await makeProfile((page) => store(page, url, SHORT));
    const article = "bare page of the article";
    const library = "bare page of the library";
    await measure("Cold start: a new browser on a profile used before", [
      [article, article, () => start(plain, `${url}bare/${SHORT}.html`, ARTICLE, false)],
      ["the article, offline", article, () => start(installed, `${url}read/${SHORT}`, ARTICLE, true)],
      [library, library, () => start(plain, `${url}bare/${LIBRARY}.html`, FIRST_LINK, false)],
      ["the library, offline", library, () => start(installed, url, FIRST_LINK, true)],
    ]);
  } finally {
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
  }
}

async function measure(
  title: string,
  plan: readonly [name: string, against: string, measure: Measure][],
): Promise<void> {
  const series: Series[] = plan.map(([name, against]) => ({ name, against, visits: [] }));
  for (let round = 0; round < RUNS; round++)
    for (const [index, [, , measureOne]] of plan.entries()) series[index]!.visits.push(await measureOne());
  printSeries(title, series);
}

async function measureSizes(browser: Browser, server: string): Promise<void> {
  const wire = await openWire(server);
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(wire.url);
  await workerReady(page);
  await page.waitForLoadState("networkidle");
  await expect.poll(() => wire.transfers.every(({ bytes }) => bytes >= 0)).toBe(true);
  const sum = (wanted: (destination: string) => boolean) =>
    wire.transfers.reduce((total, { destination, bytes }) => total + (wanted(destination) ? bytes : 0), 0);
  printSizes("A first visit, bytes of gzip on the wire", [
    ["the page", sum((destination) => destination === "document")],
    ["its scripts", sum((destination) => destination === "script")],
    ["its styles", sum((destination) => destination === "style")],
    ["the service worker", sum((destination) => destination === "serviceworker")],
    ["what is kept for offline use, app and articles", sum((destination) => destination === "empty")],
    ["everything", sum(() => true)],
  ]);
  await context.close();
  wire.close();
}
