/**
 * What is said aloud: one utterance a sentence, made from the text projection, each knowing which characters of it came from
 * where.
 */
import "./abbreviations/other-languages.ts";
import type { LeafPlaces } from "./leaf-places.ts";
import type { Position, Span } from "./position.ts";
import { sentences } from "./segment.ts";
import { splitLong } from "./split-long.ts";
import { markedLanguage, type SpokenEdit, spokenEdits } from "./spoken-edits.ts";
import { languageRuns } from "./spoken-runs.ts";
import { type SpokenChoices, SPOKEN_DEFAULTS } from "./spoken-settings.ts";
import { type Leaf, OBJECT_REPLACEMENT } from "./text.ts";

export interface Utterance {
  /** The leaf's number; below 0 what stands before all leaves. */
  block: number;
  /** The sentence in the leaf's text, without surrounding white space. */
  span: Span;
  /** What the voice gets. Differs from the leaf's text where something is left out or replaced (`edits`). */
  text: string;
  /** BCP 47. */
  lang: string;
  /** Where `text` departs from the leaf's text, in order, not overlapping: `spoken` of `text` stands for `source` of the leaf. */
  edits: readonly { spoken: Span; source: Span }[];
  /** Only of a part of a sentence in several languages: all of the sentence. `span` is the part. */
  sentence?: Span;
  /** It goes on with the sentence of the utterance before, without a pause. */
  continues?: true;
  /** True for the first utterance of its leaf, and of a table only of each row: a longer pause goes before it. */
  startsBlock: boolean;
  /** It is a heading's: longer pauses go around that. */
  heading?: true;
  /** It tells of text that is not read: nothing is painted for it. */
  announces?: true;
}

/** What is told of what is no text: words of the app's language around the author's. */
export interface SpokenWords {
  image(alt: string): string;
  imageWithoutDescription: string;
  code(lines: number): string;
  table(rows: number, columns: number): string;
}

/**
 * Longest piece given to a voice, in UTF-16 units: some fall silent on long input, and one pause in half a minute is too few. Scripts
 * that write words with one or two characters say as much in a third of the room.
 */
const LONGEST = 400;
const LONGEST_IDEOGRAPHIC = 140;

/**
 * What is said for these leaves, in order, as the reader's choices have it. Left out always: decorative images, and sentences without a
 * letter or digit, on which some voices halt. `words` names pictures, code and tables; `places` tells tables and captions apart.
 */
export function utterancesOf(
  leaves: readonly Leaf[],
  articleLang: string,
  words: SpokenWords,
  choices: SpokenChoices = SPOKEN_DEFAULTS,
  places?: LeafPlaces,
): Utterance[] {
  const utterances: Utterance[] = [];
  /** A row goes on in the next cell, also where its first one is empty. */
  let rowBegins = false;
  let tableBegins = false;
  for (const leaf of leaves) {
    const place = places?.get(leaf.content);
    if (leaf.inNote && !choices.readNotes) continue;
    if (place?.kind === "caption" && (!choices.readCaptions || (place.of === "table" && choices.readTables === "skip")))
      continue;
    const lang = leaf.lang ?? articleLang;
    rowBegins = place?.kind === "cell" ? rowBegins || place.opensRow : true;
    tableBegins = place?.kind === "cell" && (tableBegins || place.opensTable);
    const add = (span: Span, said: Pick<Utterance, "text" | "edits">, rest: Partial<Utterance> = {}, from = 0) => {
      if (!/[\p{L}\p{N}]/u.test(said.text.slice(from))) return;
      const heading = leaf.kind === "heading" && { heading: true as const };
      utterances.push({ block: leaf.number, span, lang, startsBlock: rowBegins, ...heading, ...said, ...rest });
      rowBegins = false;
    };
    const whole = { start: 0, end: leaf.text.length };
    const announce = (text: string) =>
      add(whole, { text, edits: [{ spoken: { start: 0, end: text.length }, source: whole }] }, { announces: true });
    const edits = spokenEdits(leaf, words, choices, articleLang);
    if (leaf.kind === "image") {
      // A description can be as long as a paragraph. All of its sentences stand for the picture.
      for (const { spoken } of edits)
        for (const { span, endsSentence } of pieces(spoken, lang)) {
          const { text } = speak(spoken, span, [], endsSentence);
          add(whole, { text, edits: [{ spoken: { start: 0, end: text.length }, source: whole }] });
        }
    } else if (leaf.kind === "preformatted") {
      if (choices.readCode === "announce" && leaf.text !== "")
        announce(words.code(leaf.text.trimEnd().split("\n").length));
      if (choices.readCode !== "read") continue;
      for (const line of lines(leaf.text))
        for (const piece of splitLong(leaf.text, line, LONGEST))
          add(trimmed(leaf.text, piece), speak(leaf.text, trimmed(leaf.text, piece), edits, false));
    } else if (place?.kind === "cell" && choices.readTables !== "rows") {
      // At the first place that has any length: the voice is found there again.
      if (choices.readTables !== "announce" || !tableBegins || leaf.text === "") continue;
      announce(words.table(place.rows, place.columns));
      tableBegins = false;
    } else {
      let before = place?.kind === "cell" ? place.heads.map((head) => `${head}: `).join("") : "";
      for (const { span, sentence, endsSentence } of pieces(leaf.text, lang)) {
        const own = markedLanguage(leaf.content, sentence) ?? lang;
        const runs = languageRuns(leaf.text, leaf.content, span, own);
        const { length } = utterances;
        for (const run of runs) {
          const part = trimmed(leaf.text, run.span);
          const said = speak(leaf.text, part, edits, endsSentence && run === runs.at(-1), before);
          // Each its own, so that what is painted is looked at anew at each.
          const parts = runs.length > 1 && { sentence: { ...span } };
          const goesOn = utterances.length > length && { continues: true as const };
          add(part, said, { lang: run.lang, ...parts, ...goesOn }, before.length);
          before = "";
        }
      }
    }
  }
  return utterances;
}

/** What stands before the leaves, by the numbers that its utterances have for blocks. */
export const TITLE = -2;
export const STANDFIRST = -1;

/** What is said for a title or a standfirst: all of it at once where that is not too long, but for parts in other languages. */
export function headingUtterances(
  block: typeof TITLE | typeof STANDFIRST,
  text: string,
  lang: string,
  words: SpokenWords,
  choices: SpokenChoices,
): Utterance[] {
  const whole = trimmed(text, { start: 0, end: text.length });
  if (whole.start === whole.end) return [];
  const leaf: Leaf = { number: block, kind: "paragraph", text, content: [{ text }], inNote: false };
  const edits = spokenEdits(leaf, words, choices, lang);
  const isOne = whole.end <= longest(text);
  return (isOne ? [{ span: whole, endsSentence: true }] : pieces(text, lang)).flatMap((piece, index) => {
    const runs = languageRuns(text, leaf.content, piece.span, lang);
    return runs.map((run, part) => {
      const span = trimmed(text, run.span);
      const said = speak(text, span, edits, piece.endsSentence && run === runs.at(-1));
      const goesOn = part > 0 && { continues: true as const };
      const parts = runs.length > 1 && { sentence: { ...piece.span } };
      const heading = block === TITLE && { heading: true as const };
      return { block, span, lang: run.lang, startsBlock: index + part === 0, ...said, ...parts, ...goesOn, ...heading };
    });
  });
}

/** The lines of a text, without what ends them. */
function lines(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** The sentences of a text without surrounding white space, long ones in pieces. */
function pieces(text: string, lang: string): { span: Span; sentence: Span; endsSentence: boolean }[] {
  return sentences(text, lang).flatMap((sentence) =>
    splitLong(text, sentence, longest(text.slice(sentence.start, sentence.end))).map((piece) => ({
      span: trimmed(text, piece),
      sentence,
      endsSentence: piece.end === sentence.end,
    })),
  );
}

function longest(sentence: string): number {
  const ideographs = sentence.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  return ideographs * 2 > sentence.length ? LONGEST_IDEOGRAPHIC : LONGEST;
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const from = start + written.length - written.trimStart().length;
  return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}

/**
 * The text of a span with the edits made, white space made single, and a full stop where none is, so that the voice comes down.
 * `before` is said first, and stands for nothing in the text.
 */
function speak(
  source: string,
  span: Span,
  all: readonly SpokenEdit[],
  endsSentence: boolean,
  before = "",
): Pick<Utterance, "text" | "edits"> {
  const edits: { spoken: Span; source: Span }[] = [];
  let text = before;
  let at = span.start;
  if (before) edits.push({ spoken: { start: 0, end: before.length }, source: { start: at, end: at } });
  const put = (spoken: string, end: number) => {
    if (spoken !== source.slice(at, end)) {
      const last = edits.at(-1);
      // What is left out in two steps is left out once.
      if (spoken === "" && last?.source.end === at && last.spoken.end === last.spoken.start)
        last.source = { start: last.source.start, end };
      else edits.push({ spoken: { start: text.length, end: text.length + spoken.length }, source: { start: at, end } });
    }
    text += spoken;
    at = end;
  };
  const plain = (end: number) => {
    for (const [part] of source.slice(at, end).matchAll(/\s+|\S+/g)) {
      put(/\S/.test(part) ? part : /(?:^|\s)$/.test(text) ? "" : " ", at + part.length);
    }
  };
  const within = all
    .filter((edit) => edit.source.end > span.start && edit.source.start < span.end)
    // What began in the sentence before has been said there.
    .map((edit) => (edit.source.start < span.start ? { ...edit, spoken: "" } : edit));
  const end = endOfSpoken(source, span, within);
  for (const edit of within) {
    if (edit.source.start >= end) break;
    plain(Math.max(edit.source.start, span.start));
    const until = Math.min(edit.source.end, span.end);
    // A picture or a formula in the middle of a word keeps its distance.
    const keepsDistance = edit.spoken !== "" && source[edit.source.start] === OBJECT_REPLACEMENT;
    const gap = (there: string) => (keepsDistance && /[\p{L}\p{N}]/u.test(there) ? " " : "");
    const next = within.reduce(
      (at, { spoken, source }) => (spoken === "" && source.start === at ? source.end : at),
      until,
    );
    put(gap(text.slice(-1)) + edit.spoken + gap(source.slice(next, Math.min(next + 1, end))), until);
  }
  plain(end);
  if (endsSentence && !MARK_AFTER_STOP.test(text) && /[\p{L}\p{M}\p{N}\p{Sc}%°][\])}»”’"'）」』]*$/u.test(text))
    put(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(text) ? "。" : ".", at);
  if (at < span.end) put("", span.end);
  return { text, edits };
}

/** The mark of a note after the end of its sentence. */
const MARK_AFTER_STOP = /[.!?…][\p{Pf}\p{Pe}"']*\s\[[^\]]+\]$/u;

/** Where a span ends but for white space and what is left out. */
function endOfSpoken(source: string, { start, end }: Span, edits: readonly SpokenEdit[]): number {
  for (const edit of edits.toReversed()) {
    end = start + source.slice(start, end).trimEnd().length;
    if (edit.spoken === "" && edit.source.end >= end && edit.source.start < end)
      end = Math.max(edit.source.start, start);
  }
  return start + source.slice(start, end).trimEnd().length;
}

/**
 * Where a stretch of an utterance's text stands in its leaf's text. What was said instead of something stands for all of that;
 * what was left out at an edge stays out. Undefined for what stands nowhere (a full stop that was added) and for an empty stretch.
 */
export function sourceSpan(utterance: Utterance, spoken: Span): Span | undefined {
  let start: number | undefined;
  let end: number | undefined;
  const take = (from: number, to: number) => {
    if (from >= to) return;
    start ??= from;
    end = to;
  };
  let said = 0;
  let read = utterance.span.start;
  for (const edit of [...utterance.edits, undefined]) {
    const until = edit?.spoken.start ?? utterance.text.length;
    take(read + Math.max(spoken.start - said, 0), read + Math.min(spoken.end, until) - said);
    if (!edit) break;
    if (Math.max(spoken.start, edit.spoken.start) < Math.min(spoken.end, edit.spoken.end))
      take(edit.source.start, edit.source.end);
    said = edit.spoken.end;
    read = edit.source.end;
  }
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The index of the utterance at a position or, where nothing is said there, of the next one; `utterances.length` past the last. */
export function utteranceAt(utterances: readonly Utterance[], { block, offset }: Position): number {
  let low = 0;
  let high = utterances.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const utterance = utterances[middle]!;
    if (utterance.block < block || (utterance.block === block && utterance.span.end <= offset)) low = middle + 1;
    else high = middle;
  }
  return low;
}
