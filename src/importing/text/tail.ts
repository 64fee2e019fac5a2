import type { Block, Inline, RelatedLink } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { commentsAt } from "./comments.ts";
import { widthOf } from "./lines.ts";
import { entriesOf, hrefOf, inlinesIn, inlineLines, once, put } from "./related-entries.ts";
import { type Cue, cueIn, introducedBy, type Words, wordsOf } from "./tail-cues.ts";

/** A paragraph this wide, in columns, is text to read. With a full stop at its end, a shorter one is. */
const PROSE = 160;
const SENTENCE = 25;
/** An invitation may say in a few words what it offers. */
const INVITATION = 240;

/**
 * Takes from the end of an article what only leads to other articles or asks for something: "You may also like", "More from ...", newsletters, sharing, with
 * the lists under them, and the comments of readers. Nothing is cut that has a real paragraph after it. Links and titles become `related`; lost are only the lines
 * that introduce them, and pictures; with `titlesOnly` what is advertised or asked for as well: what was pasted is shown for correction, and has all of
 * it. A line that is nothing but "Read also: ..." is taken from anywhere. `lang`: BCP 47; undefined tries all languages.
 */
export function splitTail(
  blocks: readonly Block[],
  lang: string | undefined,
  titlesOnly = false,
): { blocks: Block[]; related: RelatedLink[] } {
  const words = wordsOf(lang);
  const entries = titlesOnly ? titlesIn : entriesIn;
  const notes = blocks.filter(({ type }) => type === "note");
  const body = blocks.filter(({ type }) => type !== "note");
  const at = startOf(body, words);
  const related: RelatedLink[] = [];
  const kept: Block[] = [];
  body.slice(0, at).forEach((block) => {
    const rest = block.type === "paragraph" ? introducedBy(block.content, words) : undefined;
    if (rest) gather([{ type: "paragraph", content: rest }], words, entries, related);
    else kept.push(block);
  });
  gather(body.slice(at), words, entries, related);
  while (kept.at(-1)?.type === "rule") kept.pop();
  return { blocks: [...kept, ...notes], related: once(related) };
}

/** Without the comments of readers at the end of an article; what leads to others after them stays. `lang` as above. */
export function withoutComments(blocks: readonly Block[], lang: string | undefined): Block[] {
  const end = tailBefore(blocks, blocks.length, wordsOf(lang));
  const at = commentsAt(blocks.slice(0, end), true);
  return at !== undefined && blocks.slice(0, at).some(isText)
    ? [...blocks.slice(0, at), ...blocks.slice(end)]
    : [...blocks];
}

/** The number of the block that the tail begins at; that of blocks where there is none. */
function startOf(body: readonly Block[], words: readonly Words[]): number {
  const last = tailBefore(body, body.length, words);
  const comments = commentsAt(body.slice(0, last));
  const start = comments === undefined ? last : tailBefore(body, comments, words);
  // What has no text before it is a list of links as a whole, and stays one.
  return body.slice(0, start).some(isText) ? start : body.length;
}

/** Where what ends in front of a block begins to be no text. */
function tailBefore(body: readonly Block[], end: number, words: readonly Words[]): number {
  let start = end;
  for (let i = end - 1; i > 0; i--) {
    const block = body[i]!;
    const cue = cueOf(block, words);
    // A line that introduces itself is taken from anywhere: it says nothing of what follows it.
    const single = block.type === "paragraph" && introducedBy(block.content, words) !== undefined;
    if (cue && !single) start = i;
    else if (!single && isText(block) && !isInvitation(body, i, words)) break;
  }
  return start;
}

/** Whether a paragraph is one of the few lines under an invitation. */
function isInvitation(body: readonly Block[], at: number, words: readonly Words[]): boolean {
  const block = body[at]!;
  if (block.type !== "paragraph" || widthOf(textOf(block.content)) > INVITATION) return false;
  return [at - 1, at - 2].some((i) => i > 0 && cueOf(body[i]!, words) === "newsletter");
}

/** What is written to be read, rather than a title or a link. */
function isText(block: Block): boolean {
  switch (block.type) {
    case "paragraph":
      return isProse(block.content);
    case "list":
      return block.items.some((item) => item.some(isText)) && !isLinked(block);
    case "heading":
    case "rule":
      return false;
    case "figure":
      return block.caption !== undefined && isProse(block.caption);
    default:
      return true;
  }
}

function isProse(content: readonly Inline[]): boolean {
  const text = textOf(content).trim();
  if (linkedLength(content) > text.length * 0.6) return widthOf(text) > 2 * PROSE;
  return text
    .split("\n")
    .some((line) => widthOf(line) > PROSE || (widthOf(line) > SENTENCE && /[.。।]["”’»」)]*$/u.test(line.trim())));
}

function isLinked(block: Block): boolean {
  const all = inlinesIn([block]);
  return linkedLength(all) > textOf(all).length * 0.6;
}

function linkedLength(content: readonly Inline[]): number {
  let length = 0;
  for (const inline of content) if ("text" in inline && hrefOf(inline)) length += inline.text.length;
  return length;
}

function cueOf(block: Block, words: readonly Words[]): Cue | undefined {
  if (block.type !== "paragraph" && block.type !== "heading") return undefined;
  if (introducedBy(block.content, words)) return "related";
  return cueIn(textOf(block.content).split("\n", 1)[0]!, words);
}

/** The links and titles of blocks, without the lines that only introduce them. */
function gather(
  blocks: readonly Block[],
  words: readonly Words[],
  entries: typeof entriesIn,
  into: RelatedLink[],
): void {
  for (const block of blocks) {
    switch (block.type) {
      case "list":
        for (const item of block.items) gather(item, words, entries, into);
        break;
      case "paragraph":
      case "heading": {
        const rest = introducedBy(block.content, words);
        if (rest) put(entriesOf(rest), into);
        else for (const line of inlineLines(block.content)) put(entries(line, words), into);
        break;
      }
      default:
        put(entriesOf(inlinesIn([block])), into);
    }
  }
}

/** Without the line's text where that only introduces others. */
function entriesIn(line: readonly Inline[], words: readonly Words[]): RelatedLink[] {
  const entries = entriesOf(line);
  return cueIn(textOf(line), words) === "related" ? entries.filter(({ href }) => href) : entries;
}

/** Titles, linked or not: no line that only introduces others, and no advertisement, appeal or notice. */
function titlesIn(line: readonly Inline[], words: readonly Words[]): RelatedLink[] {
  const introduces = cueIn(textOf(line), words) !== undefined;
  return entriesOf(line).filter(({ title, href }) => {
    if (/^(?:newsletter|ending)$/.test(cueIn(title, words) ?? "")) return false;
    return href !== undefined || (!introduces && widthOf(title) <= PROSE && !/[.。．]$/u.test(title));
  });
}
