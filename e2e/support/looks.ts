import type { Page } from "@playwright/test";
import type { Theme } from "../../src/domain/settings.ts";

/** What decides the colours of a page: the reader's theme, and what the system asks for. */
export interface Look {
  name: string;
  theme: Theme;
  colorScheme: "light" | "dark";
  contrast?: "more";
}

export const LOOKS: readonly Look[] = [
  { name: "automatic by day", theme: "automatic", colorScheme: "light" },
  { name: "automatic by night", theme: "automatic", colorScheme: "dark" },
  { name: "automatic by day, more contrast", theme: "automatic", colorScheme: "light", contrast: "more" },
  { name: "automatic by night, more contrast", theme: "automatic", colorScheme: "dark", contrast: "more" },
  { name: "light at night", theme: "light", colorScheme: "dark" },
  { name: "dark by day", theme: "dark", colorScheme: "light" },
  { name: "sepia", theme: "sepia", colorScheme: "light" },
  { name: "grey", theme: "grey", colorScheme: "dark" },
  { name: "black", theme: "black", colorScheme: "light" },
  { name: "high contrast, light", theme: "contrast-light", colorScheme: "dark" },
  { name: "high contrast, dark", theme: "contrast", colorScheme: "light" },
];

/** Shows the open page so, as the settings do: by an attribute of the root (`text-settings.spec.ts` holds them to it). */
export async function show(page: Page, { theme, colorScheme, contrast }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, contrast: contrast ?? "no-preference" });
  await page.evaluate((chosen) => {
    if (chosen === "automatic") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = chosen;
  }, theme);
}
