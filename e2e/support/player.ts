import type { Page } from "@playwright/test";

/** The read-aloud player. */
export function player(page: Page) {
  return page.getByRole("region", { name: "Read aloud" });
}

export function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

/** The texts of the first blocks of the article. */
export function paragraphs(page: Page): Promise<string[]> {
  return page.locator("#article [id^=b]").allInnerTexts();
}

/** Matches a text that begins as the sentence does, which may have been given a full stop. */
export function startOf(sentence: string | undefined): RegExp {
  return new RegExp(`^${(sentence ?? "nothing is said").slice(0, -1).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}
