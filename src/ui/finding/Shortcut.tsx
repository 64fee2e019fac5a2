import { findingWords } from "./words.ts";

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** The keys that do the same, as they are named on the reader's keyboard. `letter`: held together with Alt and Shift. */
export function Shortcut({ letter }: { letter: string }) {
  return <kbd>{findingWords.shortcutKeys(letter, isMac)}</kbd>;
}
