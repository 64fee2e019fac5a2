import type { ImageSource, Inline, Mark } from "./article.ts";
import type { Span } from "./position.ts";
import { respellings } from "./pronounce.ts";
import type { SpokenChoices } from "./spoken-settings.ts";
import { type Leaf, OBJECT_REPLACEMENT } from "./text.ts";
import type { SpokenWords } from "./utterances.ts";

/** A stretch of a leaf's text and what is said for it; "" for what is left out. */
export interface SpokenEdit {
  source: Span;
  spoken: string;
}

/** A superscript number or sign that refers to a note: "[3]", "3,4", "*". "2nd" and "m²" have nothing of the kind. */
const BRACKETED = /^\s*[[(][\p{L}\d*†‡, –-]{1,9}[\])]\s*$/u;
const BARE = /^\s*(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|[*†‡§]+)\s*$/;

/** The same in the text itself, with the space before: "see [1]", "[2, 3]". "[0, 1]" is an interval, and "[2026]" a year. */
const CITED = /\s*\[[1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*\]/g;

/** Not spoken and not seen: soft hyphens, zero-width spaces and joiners of words, marks of direction. ZWJ and ZWNJ shape letters. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

/** A reading in kana is there because the characters can be read otherwise; one in Latin letters is for readers who know neither. */
const KANA = /^[\p{sc=Hira}\p{sc=Kana}ー・\s]+$/u;

/** An address as it stands in a text. What ends the sentence is no part of it. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»\ufffc]*[^\s<>"“”«»\ufffc.,;:!?…'’)\]}]/giu;

/** Everything in a leaf that is not said as it is written, in order, not overlapping. `lang` is the language around the leaf. */
export function spokenEdits(leaf: Leaf, words: SpokenWords, choices: SpokenChoices, lang: string): SpokenEdit[] {
  const own = leaf.lang ?? lang;
  const image = (source: ImageSource | undefined) => (choices.readImages ? spokenImage(source, words) : "");
  if (leaf.kind === "image") return [{ source: { start: 0, end: leaf.text.length }, spoken: image(leaf.image) }];
  const edits: SpokenEdit[] = [];
  let start = 0;
  for (const inline of leaf.content) {
    const text = "text" in inline ? inline.text : OBJECT_REPLACEMENT;
    const end = start + text.length;
    if ("image" in inline) edits.push({ source: { start, end }, spoken: image(inline.image) });
    else if ("math" in inline) edits.push({ source: { start, end }, spoken: plainly(inline.alt) });
    else if (inline.reading && KANA.test(inline.reading))
      edits.push({ source: { start, end }, spoken: plainly(inline.reading) });
    else if (refersToNote(inline, leaf.text.slice(0, start))) {
      if (!choices.readNoteMarks) edits.push({ source: { start, end }, spoken: "" });
      // Set apart: "sea.1" is a number, and "sea1" a word.
      else if (BARE.test(inline.text)) edits.push({ source: { start, end }, spoken: ` [${inline.text.trim()}]` });
    } else if (!choices.readNoteMarks && leaf.kind !== "preformatted" && !hasMark(inline, "code"))
      for (const { 0: cited, index } of text.matchAll(CITED))
        edits.push({ source: { start: start + index, end: start + index + cited.length }, spoken: "" });
    start = end;
  }
  const fixed = edits.filter(({ source }) => source.end > source.start);
  const addresses = leaf.kind === "preformatted" ? [] : addressEdits(leaf.text, choices);
  const unseen = Array.from(leaf.text.matchAll(INVISIBLE), ({ 0: match, index }) => ({
    source: { start: index, end: index + match.length },
    spoken: "",
  }));
  const said = pronounced(leaf.text, choices, (span) => markedLanguage(leaf.content, span) ?? own);
  return [...addresses, ...said, ...unseen].reduce(added, fixed);
}

/** The edits with one more, unless it touches something that is settled already. */
function added(edits: SpokenEdit[], edit: SpokenEdit): SpokenEdit[] {
  const at = edits.findIndex(({ source }) => source.end > edit.source.start);
  if (at < 0) return [...edits, edit];
  return edits[at]!.source.start < edit.source.end ? edits : edits.toSpliced(at, 0, edit);
}

function addressEdits(text: string, { readAddresses }: SpokenChoices): SpokenEdit[] {
  if (readAddresses === "read") return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: address, index }) => ({
    source: { start: index, end: index + address.length },
    spoken: readAddresses === "skip" ? "" : address.replace(/^https?:\/\//i, "").replace(/^www\.|[/?#].*$/gi, ""),
  }));
}

/** The reader's own respellings. Soft hyphens and the like within a word do not hide it. */
function pronounced(text: string, { sayAs }: SpokenChoices, languageAt: (span: Span) => string): SpokenEdit[] {
  if (sayAs.length === 0) return [];
  const bare = text.replace(INVISIBLE, "");
  if (bare === text) return respellings(text, sayAs, languageAt);
  const places: number[] = [];
  let at = 0;
  for (const part of text.split(INVISIBLE)) {
    at = text.indexOf(part, at);
    for (let i = 0; i < part.length; i++) places.push(at++);
  }
  const written = ({ start, end }: Span): Span => ({ start: places[start]!, end: places[end - 1]! + 1 });
  return respellings(bare, sayAs, (span) => languageAt(written(span))).map(({ source, spoken }) => ({
    source: written(source),
    spoken,
  }));
}

const plainly = (words: string) => words.trim().replace(/\s+/g, " ");

/** Nothing for decoration, and for a dot or a hairline, which the page does not show either. */
function spokenImage({ alt, width = 9, height = 9 }: Partial<ImageSource> = {}, words: SpokenWords): string {
  if (alt === "" || width < 3 || height < 3) return "";
  return alt === undefined ? words.imageWithoutDescription : words.image(alt);
}

function hasMark({ marks }: { marks?: Mark[] }, type: Mark["type"]): boolean {
  return marks?.some((mark) => mark.type === type) ?? false;
}

function refersToNote(run: { text: string; marks?: Mark[] }, before: string): boolean {
  const has = (type: Mark["type"]) => hasMark(run, type);
  if (has("note-reference")) return true;
  if (!has("superscript")) return false;
  return BRACKETED.test(run.text) || (BARE.test(run.text) && (has("link") || /[.,;:!?…”’»")]$/.test(before)));
}

/** The language that all letters of a stretch of a leaf are marked with; undefined where they are not, or not all with one. */
export function markedLanguage(content: readonly Inline[], span: Span): string | undefined {
  let found: string | undefined;
  let start = 0;
  for (const inline of content) {
    const text = "text" in inline ? inline.text : OBJECT_REPLACEMENT;
    const part = text.slice(Math.max(span.start - start, 0), Math.max(span.end - start, 0));
    start += text.length;
    if (!/[\p{L}\p{N}]/u.test(part)) continue;
    const lang = inline.marks?.findLast((mark) => mark.type === "language")?.lang;
    if (lang === undefined || (found !== undefined && found !== lang)) return undefined;
    found = lang;
  }
  return found;
}
