import type { Page } from "@playwright/test";

/** More stops than any screen has. */
const ENOUGH = 120;

/** What has the focus: its element and its name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
    const name = element.getAttribute("aria-label") ?? label ?? element.textContent ?? "";
    return `${element.localName} ${name.trim()}`;
  });
}

/** Presses Tab, or another key, until the control of that name has the focus. */
export async function tabTo(page: Page, name: string, key = "Tab"): Promise<void> {
  for (let i = 0; i < ENOUGH; i++) {
    await page.keyboard.press(key);
    if ((await focused(page)).replace(/^\S+ /, "") === name) return;
  }
  throw new Error(`${key} does not reach “${name}”.`);
}

/**
 * Walks once round the page by Tab, or another key, from where the focus is, and calls `visit` at each stop with a name for it.
 * Returns the names in order. Fails where the walk does not come round.
 */
export async function walk(
  page: Page,
  visit: (stop: string) => Promise<void> = async () => {},
  key = "Tab",
): Promise<string[]> {
  const stops: string[] = [];
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("[data-visited]")) element.removeAttribute("data-visited");
  });
  for (let i = 0; i < ENOUGH; i++) {
    await page.keyboard.press(key);
    const arrived = await page.evaluate(() => {
      const element = document.activeElement;
      const at = document.querySelector("[data-visited='now']");
      // The next part of the same field: a date has three, and a button that opens the calendar.
      if (at && at === element) return "within";
      at?.setAttribute("data-visited", "before");
      // The browser's own controls have their turn; a dialog stands for them where it is modal.
      if (!element || element.matches("html, body, dialog")) return "out";
      if (element.hasAttribute("data-visited")) return "again";
      element.setAttribute("data-visited", "now");
      return "new";
    });
    if (arrived === "again") return stops;
    if (arrived !== "new") continue;
    const stop = await focused(page);
    stops.push(stop);
    await visit(stop);
  }
  throw new Error(`The keyboard is caught after ${ENOUGH} stops: ${stops.slice(-4).join(" | ")}`);
}
