import { expect, type Locator, type Page } from "@playwright/test";
import type { Preferences } from "../../src/domain/settings.ts";
import { readStored } from "./database.ts";
import type { FakeSpeech } from "./fake-speech.ts";
import { tabTo } from "./keyboard.ts";

/** The settings of reading aloud. */
export const sheet = (page: Page) => page.getByRole("dialog", { name: "Reading aloud" });
/** What the reader chose, as it is kept. */
export const stored = (page: Page) => readStored<Preferences>(page, "preferences", "reader");
export const radio = (page: Page, group: string, name: string) =>
  sheet(page).getByRole("group", { name: group, exact: true }).getByRole("radio", { name, exact: true });

/** Opens the sheet from the player, by a press or by the keyboard. */
export async function openSheet(
  page: Page,
  speech: FakeSpeech,
  by: "pointer" | "keyboard" = "pointer",
): Promise<Locator> {
  const button = page.getByRole("button", { name: "Reading-aloud settings" });
  if (by === "pointer") await button.click();
  else {
    await tabTo(page, "Reading-aloud settings");
    await page.keyboard.press("Enter");
  }
  await speech.until(() => expect(sheet(page)).toBeVisible({ timeout: 1 }));
  await speech.pass(200);
  return sheet(page);
}
