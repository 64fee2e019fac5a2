import type { Page } from "@playwright/test";

type PageWithAnnouncements = typeof globalThis & { announced: string[] };

/** From now on notes whatever is written into a live region: what a screen reader would say of its own accord. */
export async function watchAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const announced: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest("[aria-live], [role=status], [role=alert], [role=log], output");
        if (region?.textContent) announced.push(region.textContent);
      }
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    Object.assign(globalThis, { announced });
  });
  return () => page.evaluate(() => (globalThis as PageWithAnnouncements).announced);
}
