import type { Page } from "@playwright/test";

/** What one opening of a page took, in milliseconds from the start of its navigation. */
export interface Visit {
  /** The largest piece of text is on the screen: https://web.dev/articles/lcp */
  lcp: number;
  /** The first byte of the page has come. */
  response: number;
  /** The whole page has come. */
  received: number;
  /** What was largest, to see that pages compared are compared for the same. */
  largest: string;
}

/** How long a page may go on painting after it is ready. */
const CALM = 200;

/** `waitUntil: "commit"` does not wait for the end of a page that takes long to come. */
export async function visit(
  page: Page,
  url: string,
  ready: string,
  waitUntil: "load" | "commit" = "load",
): Promise<Visit> {
  await page.goto("about:blank");
  await page.goto(url, { waitUntil });
  await page.locator(ready).first().waitFor();
  await page.waitForTimeout(CALM);
  return page.evaluate(async () => {
    const entries = await new Promise<PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type: "largest-contentful-paint", buffered: true });
    });
    const last = entries.at(-1) as PerformanceEntry & { element: Element | null };
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { element } = last;
    return {
      lcp: last.startTime,
      response: navigation!.responseStart,
      received: navigation!.responseEnd,
      largest: element ? `${element.localName}#${element.id}` : "",
    };
  });
}

/** Slows the page's own thread down by so much; that of a service worker keeps its pace. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}
