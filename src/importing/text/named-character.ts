import { inertDocument } from "../html/inert-document.ts";

/** Long texts have the same few names again and again. */
const known = new Map<string, string | false>();

/**
 * The characters that HTML has under this name, as `nbsp` without its `&` and `;`; false where it has none. It stands in the place of the
 * package `decode-named-character-reference` (`vite.config.ts`), which in a browser writes to `innerHTML`: our policy forbids that.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  let found = known.get(name);
  if (found === undefined) {
    const read = inertDocument(`<p>&${name};`).body.textContent ?? "";
    // Of `&notin;` HTML takes all, and of `&nothing;` only the beginning.
    found = read.endsWith(";") && name !== "semi" ? false : read;
    known.set(name, found);
  }
  return found;
}
