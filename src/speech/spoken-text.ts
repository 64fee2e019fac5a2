/** What is handed to a platform's voice in place of the text, always of the same length, so that its offsets stay true. */
import type { Span } from "#domain/position.ts";

/**
 * Microsoft's "(Natural)" voices take text for markup: an ampersand or angle bracket ends the reading or shifts the words reported
 * (https://github.com/HadrienGardeur/read-aloud-best-practices/issues/8). Blink strips tags from text that contains `<?xml`
 * (StripSSML in https://source.chromium.org/chromium/chromium/src/+/main:content/browser/speech/tts_controller_impl.cc), and Windows
 * guesses markup from a leading bracket. The full-width forms look the same to a voice and mean nothing to a parser.
 */
export function platformText(text: string, voice: { name: string }): string {
  const plain = text.replace(/[\n\r\t]/g, " ");
  if (/\(natural\)/i.test(voice.name)) return plain.replace(/[<>&]/g, fullWidth);
  return plain.replace(/^\s*<|<(?=\?xml)/gi, (match) => match.replace("<", fullWidth));
}

function fullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}

/**
 * The word that a voice reports at `index`. `length` is what the voice says of it, where it does: older Safari leaves it out and
 * Chromium sends 0 when the voice has not told. Undefined for an index outside the text, which macOS voices have sent.
 */
export function wordAt(text: string, index: number, length: number | undefined, lang: string): Span | undefined {
  if (!(index >= 0 && index < text.length)) return undefined;
  if (length && length > 0) return { start: index, end: Math.min(index + length, text.length) };
  for (let at = index; at < text.length;) {
    const segment = wordsOf(lang).segment(text).containing(at);
    if (!segment) return undefined;
    const end = segment.index + segment.segment.length;
    if (segment.isWordLike) return { start: Math.max(segment.index, index), end };
    at = end;
  }
  return undefined;
}

const segmenters = new Map<string, Intl.Segmenter>();

function wordsOf(lang: string): Intl.Segmenter {
  let words = segmenters.get(lang);
  if (!words) {
    words = new Intl.Segmenter(lang || undefined, { granularity: "word" });
    segmenters.set(lang, words);
  }
  return words;
}
