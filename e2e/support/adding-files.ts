import type { Locator, Page } from "@playwright/test";
import { enAdding as words } from "../../src/i18n/en-adding.ts";
import { openAdding } from "./adding-screens.ts";

export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Opens the view of adding and chooses these files there, as a reader does. */
export async function addFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  await openAdding(page);
  await chooseFiles(page, files);
}

/** The same, where the view stands open already. */
export async function chooseFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.chooseFiles }).click();
  await (await choosing).setFiles([...files]);
}

/** What has come in, one item for each. */
export function arrivals(page: Page): Locator {
  return page.getByRole("region", { name: words.arrivals }).locator("li.arrival");
}

/** The links to what has become of it. */
export function openLinks(page: Page): Locator {
  return page.getByRole("region", { name: words.arrivals }).locator(".arrival a[href*='/read/']");
}
