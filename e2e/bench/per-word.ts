import type { Browser, Page } from "@playwright/test";

type PageWithCount = typeof globalThis & { wordsShown: number };

/** Runs in the page before its own scripts: counts the words that are painted, at next to no cost of its own. */
export function countWords(): void {
  const counting = globalThis as PageWithCount;
  counting.wordsShown = 0;
  const { setEnd } = Range.prototype;
  Range.prototype.setEnd = function setEndCounted(node, offset) {
    setEnd.call(this, node, offset);
    if (CSS.highlights.get("word")?.has(this)) counting.wordsShown++;
  };
}

/** What a word that is read aloud costs the page's main thread, in milliseconds of the processor: others on the machine do not count. */
export interface PerWord {
  /** All that our code does while a voice reads: painting words, following, keeping the place. */
  script: number;
  /** What the browser does to show it: styles, layout, painting. */
  showing: number;
}

/** An event of Chromium's own record; durations are in microseconds, `tdur` of the thread's own time. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

const SCRIPT = new Set(["TimerFire", "EventDispatch", "FireAnimationFrame", "HandlePostMessage"]);
const SHOWING = new Set(["UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit"]);

/** Listens for so many milliseconds while a voice reads in a page that counts its words. */
export async function measurePerWord(browser: Browser, page: Page, ms: number): Promise<PerWord> {
  const words = () => page.evaluate(() => (globalThis as PageWithCount).wordsShown);
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const before = await words();
  const traceConfig = { includedCategories: ["devtools.timeline"], excludedCategories: ["*"] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await page.waitForTimeout(ms);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const count = (await words()) - before;
  const mine = onBusiestThread(events);
  const script = timeIn(mine, SCRIPT);
  // What a script has the browser measure at once lies within the script, and is the script's.
  const showing = timeIn(mine, new Set([...SCRIPT, ...SHOWING])) - script;
  return { script: script / 1000 / count, showing: showing / 1000 / count };
}

/** The page's main thread: where the most timers fire. */
function onBusiestThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.ph !== "X") continue;
    if (!threads.has(thread)) threads.set(thread, []);
    threads.get(thread)!.push(event);
  }
  const timers = (thread: readonly TraceEvent[]) => thread.filter(({ name }) => name === "TimerFire").length;
  return [...threads.values()].toSorted((a, b) => timers(b) - timers(a))[0] ?? [];
}

/** Microseconds in events of these names; one within another counts once. */
function timeIn(events: readonly TraceEvent[], names: ReadonlySet<string>): number {
  let until = 0;
  let spent = 0;
  for (const { ts, dur = 0, tdur = 0 } of events
    .filter(({ name }) => names.has(name))
    .toSorted((a, b) => a.ts - b.ts)) {
    if (ts < until) continue;
    until = ts + dur;
    spent += tdur;
  }
  return spent;
}
