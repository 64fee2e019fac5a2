import type { Page } from "@playwright/test";

/** What the scripts of a page have done to an article that was painted before they ran. */
export interface Takeover {
  /** Nodes of the article when its page had been parsed, and how many of them are there still, in their places. */
  nodes: number;
  kept: number;
  /** Nodes added or taken away, and texts changed, since then. */
  changes: number;
  /** https://web.dev/articles/cls, over everything since the page was opened. */
  layoutShift: number;
  /** Each place the page was scrolled to in a frame after the first paint, once in a row. */
  scrolls: number[];
}

type WatchedWindow = typeof globalThis & { takeover(): Takeover };

/** Watches the pages that are opened from now on; call before going there. */
export async function watchTakeover(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const article = () => document.getElementById("article")!;
    const nodesOf = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      return nodes;
    };
    let parsed: Node[] = [];
    let changes = 0;
    // The app may start before all of the text has come. Until then the parser adds, and nobody takes away.
    const early = new MutationObserver((records) => {
      for (const { target, removedNodes } of records)
        if (removedNodes.length > 0 && document.getElementById("article")?.contains(target)) changes++;
    });
    early.observe(document, { childList: true, subtree: true });
    document.addEventListener("readystatechange", () => {
      if (document.readyState !== "interactive") return;
      early.disconnect();
      parsed = nodesOf(article());
      const observer = new MutationObserver((records) => (changes += records.length));
      observer.observe(article(), { childList: true, characterData: true, subtree: true });
    });

    let layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) layoutShift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });

    const scrolls: number[] = [];
    const watchFrame = () => {
      const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
      // In pages it is the article that scrolls.
      const at = scrollY + Math.abs(article()?.scrollLeft ?? 0);
      if (painted && scrolls.at(-1) !== at) scrolls.push(at);
      requestAnimationFrame(watchFrame);
    };
    requestAnimationFrame(watchFrame);

    Object.assign(window, {
      takeover(): Takeover {
        const now = nodesOf(article());
        const kept = parsed.filter((node, index) => now[index] === node).length;
        return { nodes: parsed.length, kept, changes, layoutShift, scrolls };
      },
    });
  });
}

/** What has been seen until now: some frames after the app has taken the page over. */
export function takeover(page: Page): Promise<Takeover> {
  return page.evaluate(async () => {
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
    return (globalThis as WatchedWindow).takeover();
  });
}
