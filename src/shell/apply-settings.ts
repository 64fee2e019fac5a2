import { effect } from "@preact/signals";
import { settingsToRoot } from "#domain/settings.ts";
import { PAPER } from "#domain/theme-colors.ts";
import type { SettingsModel } from "#state/settings.ts";

const ATTRIBUTES = ["data-theme", "data-font", "data-screen-reader"];
const PROPERTIES = ["--text-size", "--text-line", "--text-width", "--text-letter", "--text-word"];

/** Keeps the root element, and the colour of the browser's own bars, as the settings say. */
export function applySettings({ settings, loaded }: SettingsModel): () => void {
  return effect(() => {
    if (!loaded.value) return;
    const root = document.documentElement;
    const { attributes, properties } = settingsToRoot(settings.value);
    for (const name of ATTRIBUTES) {
      const value = attributes[name];
      if (value === undefined) root.removeAttribute(name);
      else root.setAttribute(name, value);
    }
    for (const name of PROPERTIES) {
      const value = properties[name];
      if (value === undefined) root.style.removeProperty(name);
      else root.style.setProperty(name, value);
    }
    // A page painted by the service worker brought its values in a style element: from here on the root has them.
    document.head.querySelector("style[nonce]")?.remove();
    colorBrowser(settings.value.theme);
  });
}

/** Automatic keeps the two `theme-color`s of the shell, one a scheme; a chosen theme gives both the same colour. */
function colorBrowser(theme: "automatic" | keyof typeof PAPER): void {
  for (const meta of document.head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const dark = meta.media.includes("dark");
    meta.content = theme === "automatic" ? PAPER[dark ? "dark" : "light"] : PAPER[theme];
  }
}
