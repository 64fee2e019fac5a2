import type { Page } from "@playwright/test";
import { quantile } from "./report.ts";
import { throttle, visit } from "./visit.ts";

/** What the length of an article costs: the same things done with a letter and with a chronicle, in turn. */
export interface Lengths {
  short: string;
  long: string;
  /** A page of its own, offline, with the article on the device. */
  open(id: string): Promise<Page>;
}

const ARTICLE = "#article h1";
/** A phone of the lower middle is about so much slower than the machines that programs are written on. */
const SLOW = 4;
const SCROLL_MS = 3000;
const JUMPS = 10;

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

/** Prints first screen, frames that scrolling misses, and jumps, each for the long article against the short one. */
export async function measureLengths({ short, long, open }: Lengths, rounds: number): Promise<void> {
  console.log("\n3 MB of text against 10 kB, offline from the worker");
  for (const speed of [1, SLOW]) {
    const pages = { short: await open(short), long: await open(long) };
    const largest = new Set<string>();
    const url = pages.short.url();
    const lcp: { short: number[]; long: number[] } = { short: [], long: [] };
    for (const page of Object.values(pages)) await throttle(page, speed);
    for (let round = 0; round < rounds; round++) {
      for (const [which, id] of [
        ["short", short],
        ["long", long],
      ] as const) {
        const seen = await visit(pages[which], new URL(`read/${id}`, url).href, ARTICLE, "commit");
        lcp[which].push(seen.lcp);
        largest.add(seen.largest);
      }
    }
    const [a, b] = [median(lcp.short), median(lcp.long)];
    print(`first screen, CPU ${speed} × slower`, `${a.toFixed(0)} ms, ${b.toFixed(0)} ms`, `${(b / a).toFixed(2)} ×`);
    // Otherwise two different things would be compared.
    if (largest.size > 1) console.log(`  (what was largest differs: ${[...largest].join(", ")})`);
    for (const page of Object.values(pages)) await page.context().close();
  }

  for (const id of [short, long]) {
    const page = await open(id);
    const name = id === long ? "3 MB" : "10 kB";
    await page.goto(new URL(`read/${id}`, page.url()).href);
    await page.locator(".bar-progress:not(:empty)").waitFor();
    await page.locator("#article .prose > :last-child").waitFor({ state: "attached" });
    await throttle(page, SLOW);
    const missed = await missedFrames(page);
    print(`frames missed while scrolling, ${name}, CPU ${SLOW} × slower`, "", `${(missed * 100).toFixed(1)} %`);
    if (id === long) await measureJumps(page);
    await page.context().close();
  }
}

/** The part of the display's frames for which the page had nothing new while a finger scrolled it, 0 to 1. */
async function missedFrames(page: Page): Promise<number> {
  const counting = page.evaluate(
    (time) =>
      new Promise<number>((resolve) => {
        let frames = 0;
        const start = performance.now();
        const count = () => {
          frames++;
          const passed = performance.now() - start;
          if (passed < time) requestAnimationFrame(count);
          else resolve(Math.max(0, 1 - frames / ((passed * 60) / 1000)));
        };
        requestAnimationFrame(count);
      }),
    SCROLL_MS,
  );
  const session = await page.context().newCDPSession(page);
  const scrolling = session.send("Input.synthesizeScrollGesture", {
    x: 195,
    y: 600,
    yDistance: -2400,
    speed: 800,
    gestureSourceType: "touch",
  });
  const missed = await counting;
  await scrolling;
  return missed;
}

/** From anywhere to anywhere in the text, until the place is on the screen. */
async function measureJumps(page: Page): Promise<void> {
  const times = await page.evaluate(async (jumps) => {
    const leaves = document.querySelectorAll("#article [id^='b']");
    const took: number[] = [];
    for (let i = 0; i < jumps; i++) {
      // Not in order: 0, 7, 4, 1, 8 ... of the ten parts.
      const leaf = leaves[Math.floor((((i * 7) % jumps) / jumps) * leaves.length)]!;
      const start = performance.now();
      leaf.scrollIntoView({ behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      took.push(performance.now() - start);
    }
    return took;
  }, JUMPS);
  const worst = Math.max(...times);
  print(
    `${JUMPS} jumps within 3 MB, CPU ${SLOW} × slower`,
    `${median(times).toFixed(0)} ms`,
    `worst ${worst.toFixed(0)} ms`,
  );
}

function print(name: string, times: string, result: string): void {
  console.log(`  ${name.padEnd(58)} ${times.padEnd(20)} ${result}`);
}
