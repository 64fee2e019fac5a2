import type { Match } from "#domain/find.ts";
import { sentences } from "#domain/segment.ts";
import { OBJECT_REPLACEMENT } from "#domain/text.ts";
import type { OpenArticle } from "#state/reader.ts";

/** The sentence in which a match begins, so that a reader who does not see it knows whether it is the right one. */
export function sentenceAround({ block, start }: Match, { article, leaves }: OpenArticle): string {
  const leaf = leaves[block];
  if (!leaf) return "";
  const around = sentences(leaf.text, leaf.lang ?? article.record.lang).find(({ end }) => end > start);
  const text = around ? leaf.text.slice(around.start, around.end) : leaf.text;
  return text.replaceAll(OBJECT_REPLACEMENT, "").replace(/\s+/g, " ").trim();
}
