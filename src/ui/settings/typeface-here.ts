import { type ReadonlySignal, signal } from "@preact/signals";
import type { Font } from "#domain/settings.ts";

/** Families of `styles/main.css` that are fetched when they are chosen. */
const FAMILIES: Partial<Record<Font, string>> = {
  atkinson: "Atkinson Hyperlegible Next Variable",
  literata: "Literata Variable",
  lexend: "Lexend Variable",
  opendyslexic: "OpenDyslexic",
};

const missing = signal<Font | undefined>(undefined);

/** The typeface that was asked for last, where it could not be had: the text is in another one meanwhile. */
export const missingTypeface: ReadonlySignal<Font | undefined> = missing;

/** Fetches a typeface, where it is none of the system's. Answers whether it is here; one that is not is tried again when there is a network. */
export async function fetchTypeface(font: Font): Promise<boolean> {
  const family = FAMILIES[font];
  if (missing.peek() === font && family) forgetFailure(family);
  let isHere = true;
  if (family)
    try {
      await document.fonts.load(`1em "${family}"`);
    } catch {
      isHere = false;
    }
  missing.value = isHere ? undefined : font;
  return isHere;
}

addEventListener("online", () => {
  const font = missing.peek();
  if (font) void fetchTypeface(font);
});

/** A face that could not be fetched stays so until its rule is new: https://drafts.csswg.org/css-font-loading/#font-face-css-connection */
function forgetFailure(family: string): void {
  for (const sheet of document.styleSheets) {
    const { cssRules } = sheet;
    for (let i = 0; i < cssRules.length; i++) {
      const rule = cssRules[i];
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue("font-family").includes(family)) continue;
      const { cssText } = rule;
      sheet.deleteRule(i);
      sheet.insertRule(cssText, i);
    }
  }
}
