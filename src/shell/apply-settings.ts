import { effect } from "@preact/signals";
import { LOOK_ATTRIBUTES } from "#domain/look-names.ts";
import { PAPER } from "#domain/theme-colors.ts";
import type { SettingsModel } from "#state/settings.ts";

/** Keeps the root element, and the colour of the browser's own bars, as the settings say. */
export function applySettings({ look, loaded }: SettingsModel): () => void {
  return effect(() => {
    if (!loaded.value) return;
    const root = document.documentElement;
    const { attributes, properties, paper } = look.value;
    for (const name of LOOK_ATTRIBUTES) if (!(name in attributes)) root.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
    for (const name of Array.from(root.style))
      if (/^--(text|own)-/.test(name) && !(name in properties)) root.style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
    // A page painted by the service worker brought its values in a style element: from here on the root has them.
    document.head.querySelector("style[nonce]")?.remove();
    colorBrowser(paper);
  });
}

/** Without a colour of its own the page has the two `theme-color`s of the shell, one a scheme. */
function colorBrowser(paper: string | undefined): void {
  for (const meta of document.head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper ?? PAPER[meta.media.includes("dark") ? "dark" : "light"];
}
