/** Names that Windows keeps for devices, whatever comes after a dot: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** In bytes of UTF-8, for file systems that end at 255; the rest is for an ending, and for the number of a second one like it. */
const LONGEST = 200;

/**
 * A title as the name of a file, without an ending, that every system takes: nothing that some system forbids, hides or reads as a
 * path, and not too long. Empty where nothing of the title is left.
 */
export function fileNameOf(title: string): string {
  const words = title
    .normalize("NFC")
    // Control characters, and those that turn the direction of what follows: an ending could seem to be another.
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, " ")
    .replaceAll(/[<>:"/\\|?*]/g, " ")
    .replaceAll(/\s+/g, " ");
  const name = shortened(words).replaceAll(/^[\s.]+|[\s.]+$/g, "");
  return DEVICES.test(name) ? `${name[0]}_${name.slice(1)}` : name;
}

/** Whole characters, as their readers count them. */
function shortened(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > LONGEST) break;
    kept += segment;
  }
  return kept;
}
