import { expect, type Locator, type Page } from "@playwright/test";
import type { FakeSpeech } from "./fake-speech.ts";

/** The player's button that says which voice reads, and opens the list of all. */
export function voiceButton(page: Page): Locator {
  return page.getByRole("button", { name: /^Voice: / });
}

export function voiceSheet(page: Page): Locator {
  return page.getByRole("dialog", { name: "Voices" });
}

/** `speech` where the page's clock stands still. */
export async function openVoices(page: Page, speech?: FakeSpeech): Promise<Locator> {
  await voiceButton(page).click();
  await speech?.until(() => expect(voiceSheet(page)).toBeVisible({ timeout: 1 }));
  await expect(voiceSheet(page)).toBeVisible();
  return voiceSheet(page);
}

/** A voice's radio button, by how its name begins. */
export function voiceRadio(page: Page, name: string): Locator {
  return voiceSheet(page).getByRole("radio", { name: new RegExp(`^${name}`) });
}

/** Chooses a voice in the list, and closes it. */
export async function chooseVoice(page: Page, speech: FakeSpeech, name: string): Promise<void> {
  await openVoices(page, speech);
  await voiceRadio(page, name).first().check();
  await page.keyboard.press("Escape");
}

/** The languages of the built-in voice. */
export async function openLanguages(page: Page): Promise<Locator> {
  const sheet = await openVoices(page);
  await sheet.getByRole("button", { name: "Built-in voice: languages" }).click();
  return page.getByRole("dialog", { name: "Built-in voice" });
}
