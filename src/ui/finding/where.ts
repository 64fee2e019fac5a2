import { FINISHED } from "#domain/position.ts";
import { outlineOf, sectionAt } from "#domain/outline.ts";
import type { ReadingModel } from "#state/reading.ts";
import { findingWords } from "./words.ts";

/** Where the reading position is, in a sentence. Follows the position where it is used in a view. */
export function whereAmI({ reader }: ReadingModel, minutesLeft: (minutes: number) => string): string {
  const leaves = reader.open.value?.leaves ?? [];
  const fraction = reader.fraction.value;
  return findingWords.whereAmI({
    section: sectionAt(reader.position.value, leaves)?.text.replace(/\s+/g, " "),
    hasSections: outlineOf(leaves).length > 0,
    percent: Math.round(fraction * 100),
    left: fraction >= FINISHED ? undefined : minutesLeft(reader.minutesLeft.value),
  });
}
