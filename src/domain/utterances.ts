/**
 * What is said aloud: one utterance a sentence, made from the text projection, each knowing which characters of it came from
 * where.
 */
import type { Span } from "./position.ts";

export interface Utterance {
  /** The leaf's number. */
  block: number;
  /** The sentence in the leaf's text, without surrounding white space. */
  span: Span;
  /** What the voice gets. Differs from the leaf's text where something is left out or replaced (`edits`). */
  text: string;
  /** BCP 47. */
  lang: string;
  /** Where `text` departs from the leaf's text, in order, not overlapping: `spoken` of `text` stands for `source` of the leaf. */
  edits: readonly { spoken: Span; source: Span }[];
  /** True for the first utterance of its leaf: a longer pause goes before it. */
  startsBlock: boolean;
}
