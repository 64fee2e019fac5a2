import type { Utterance } from "./utterances.ts";

/**
 * Where in an utterance's `text` to begin so that an offset of its leaf's text is heard, in UTF-16 units: the start of the word that
 * is said there. 0, its beginning, for what stands before the sentence, after it, or is not said at all. The inverse of `sourceSpan`.
 */
export function spokenOffset(utterance: Utterance, offset: number): number {
  const { text, span, edits } = utterance;
  if (offset <= span.start || offset >= span.end) return 0;
  let said = 0;
  let read = span.start;
  for (const { spoken, source } of edits) {
    if (offset < source.start) break;
    if (offset < source.end) return wordStart(text, spoken.start);
    said = spoken.end;
    read = source.end;
  }
  return wordStart(text, said + offset - read);
}

/** Back to the start of the word; where a script writes no spaces, to the sign itself. */
function wordStart(text: string, at: number): number {
  if (!/\s/.test(text.trim())) return at < text.length ? at : 0;
  const rest = /\S/.exec(text.slice(at));
  if (!rest) return 0;
  const next = at + rest.index;
  return next - (/\S*$/.exec(text.slice(0, next))?.[0].length ?? 0);
}
