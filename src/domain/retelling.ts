/** An article told otherwise, with other choices: where a place in the one telling is in the other. */
import { sourceSpan, type Utterance, utteranceAt } from "./utterances.ts";

export interface ToldPlace {
  /** Of the utterance; the number of utterances past the last. */
  index: number;
  /** Into its `text`. */
  offset: number;
}

/**
 * The same place in the text, found by block and offset. `onward` asks for what follows the utterance before `index`: something that
 * only the new telling says may come first.
 */
export function placeInTelling(
  old: readonly Utterance[],
  next: readonly Utterance[],
  { index, offset }: ToldPlace,
  onward = false,
): ToldPlace {
  const here = old[index];
  const before = old[index - 1];
  if (onward && before && !(here && standsForSame(before, here)) && before.block >= 0)
    return { index: utteranceAt(next, { block: before.block, offset: before.span.end }), offset: 0 };
  if (!here) return { index: next.length, offset: 0 };
  // The title stands before the text, the same in every telling.
  if (here.block < 0) return { index, offset };
  const { block, span, text } = here;
  const start = offset > 0 ? (sourceSpan(here, { start: offset, end: text.length })?.start ?? span.end) : span.start;
  let found = utteranceAt(next, { block, offset: start });
  if (offset === 0) for (let i = index; i > 0 && standsForSame(old[i - 1]!, here) && follows(next, found); i--) found++;
  const there = next[found];
  const same = there?.block === block && there.span.start <= start;
  return { index: found, offset: same && offset > 0 ? spokenOffset(there, start) : 0 };
}

/** A picture with a long description has several utterances, all for the same character. */
function standsForSame(a: Utterance, b: Utterance): boolean {
  return a.block === b.block && a.span.start === b.span.start;
}

function follows(next: readonly Utterance[], index: number): boolean {
  const [one, other] = [next[index], next[index + 1]];
  return one !== undefined && other !== undefined && standsForSame(one, other);
}

/** Where in an utterance's spoken text an offset of its leaf is: at what is said for it, or where it was left out. */
function spokenOffset({ span, text, edits }: Utterance, offset: number): number {
  if (offset <= span.start) return 0;
  let said = 0;
  let read = span.start;
  for (const edit of edits) {
    if (offset < edit.source.start) break;
    if (offset < edit.source.end) return edit.spoken.start;
    said = edit.spoken.end;
    read = edit.source.end;
  }
  return Math.min(said + offset - read, text.length);
}
