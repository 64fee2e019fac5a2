import type { Block, Inline, RelatedLink } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { widthOf } from "./lines.ts";
import { primaryLanguage } from "./scripts.ts";
import { TAIL_WORDS, type TailWords } from "./tail-words.ts";

/** A paragraph this wide, in columns, is text to read. With a full stop at its end, a shorter one is. */
const PROSE = 160;
const SENTENCE = 60;
/** An invitation may say in a few words what it offers. */
const INVITATION = 240;

interface Words {
  related: ReadonlySet<string>;
  relatedTo: readonly string[];
  newsletter: readonly string[];
  ending: readonly string[];
}

type Cue = "related" | "newsletter" | "ending";

/**
 * Takes from the end of an article what only leads to other articles or asks for something: "You may also like", "More from ...", newsletters, sharing, with
 * the lists under them. Nothing is cut that has a real paragraph after it. Links and titles become `related`; lost are only the lines that
 * introduce them, and pictures. A line that is nothing but "Read also: ..." is taken from anywhere. `lang`: BCP 47; undefined tries all languages.
 */
export function splitTail(
  blocks: readonly Block[],
  lang: string | undefined,
): { blocks: Block[]; related: RelatedLink[] } {
  const words = wordsOf(lang);
  const notes = blocks.filter(({ type }) => type === "note");
  const body = blocks.filter(({ type }) => type !== "note");
  const at = startOf(body, words);
  const related: RelatedLink[] = [];
  const kept: Block[] = [];
  body.slice(0, at).forEach((block) => {
    const rest = block.type === "paragraph" ? introducedBy(block.content, words) : undefined;
    if (rest) gather([{ type: "paragraph", content: rest }], words, related);
    else kept.push(block);
  });
  gather(body.slice(at), words, related);
  while (kept.at(-1)?.type === "rule") kept.pop();
  return { blocks: [...kept, ...notes], related: once(related) };
}

/** The number of the block that the tail begins at; that of blocks where there is none. */
function startOf(body: readonly Block[], words: readonly Words[]): number {
  let start = body.length;
  for (let i = body.length - 1; i > 0; i--) {
    const block = body[i]!;
    const cue = cueOf(block, words);
    if (cue) start = i;
    else if (isText(block) && !isInvitation(body, i, words)) break;
  }
  // What has no text before it is a list of links as a whole, and stays one.
  return body.slice(0, start).some(isText) ? start : body.length;
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

function hrefOf(inline: Inline): string | undefined {
  const mark = inline.marks?.find(({ type }) => type === "link");
  return mark?.type === "link" ? mark.href : undefined;
}

function cueOf(block: Block, words: readonly Words[]): Cue | undefined {
  if (block.type !== "paragraph" && block.type !== "heading") return undefined;
  const text = textOf(block.content);
  if (introducedBy(block.content, words)) return "related";
  return cueIn(text, words);
}

function cueIn(text: string, words: readonly Words[]): Cue | undefined {
  if (widthOf(text) > 120) return undefined;
  const said = bare(text);
  if (said === "") return undefined;
  if (/^(?:©|\(c\)\s*\d{4}|copyright\b)/iu.test(text.trim())) return "ending";
  for (const { related, relatedTo, newsletter, ending } of words) {
    if (related.has(said)) return "related";
    if (widthOf(text) <= 60 && !/[.!?]$/.test(text.trim()) && relatedTo.some((start) => said.startsWith(`${start} `)))
      return "related";
    if (newsletter.some((start) => startsWith(said, start))) return "newsletter";
    if (
      ending.includes(said) ||
      ending.some((start) => said.startsWith(start) && /^\s*[:：]/.test(said.slice(start.length)))
    )
      return "ending";
  }
  return undefined;
}

/** In scripts without spaces the next word follows at once. */
function startsWith(said: string, start: string): boolean {
  return (
    said === start ||
    (said.startsWith(start) &&
      !/^[\p{L}\p{N}]/u.test(/[\u3040-\u9FFF\uAC00-\uD7AF]/.test(start) ? "" : said.slice(start.length)))
  );
}

/** In lower case, with straight apostrophes, without signs, numbers in front and marks at the ends. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, "")
    .replace(/\s+/g, " ");
}

/** What follows "Read also:" in a line that is nothing else; undefined for other lines. */
function introducedBy(content: readonly Inline[], words: readonly Words[]): Inline[] | undefined {
  const text = textOf(content);
  const colon = /[:：]\s*(?=\S)|[】\]|]\s*(?=\S)/u.exec(text);
  if (!colon || colon.index > 60 || widthOf(text) > 200 || text.includes("\n")) return undefined;
  const said = bare(text.slice(0, colon.index));
  if (!words.some(({ related }) => related.has(said))) return undefined;
  let skip = colon.index + colon[0].length;
  return content.flatMap((inline): Inline[] => {
    if (!("text" in inline)) return skip > 0 ? (skip--, []) : [inline];
    const rest = inline.text.slice(skip);
    skip = Math.max(0, skip - inline.text.length);
    return rest ? [{ ...inline, text: rest }] : [];
  });
}

/** The links and titles of blocks, without the lines that only introduce them. */
function gather(blocks: readonly Block[], words: readonly Words[], into: RelatedLink[]): void {
  for (const block of blocks) {
    switch (block.type) {
      case "list":
        for (const item of block.items) gather(item, words, into);
        break;
      case "paragraph":
      case "heading": {
        const rest = introducedBy(block.content, words);
        if (rest) into.push(...entriesOf(rest));
        else if (cueIn(textOf(block.content), words) !== "related") into.push(...entriesOf(block.content));
        else into.push(...entriesOf(block.content).filter(({ href }) => href));
        break;
      }
      default:
        into.push(...linesOf(inlinesIn([block])).flatMap(entriesOf));
    }
  }
}

/** One entry a line: each link with its text or, where that is only an address, with what stands before it. */
function entriesOf(content: readonly Inline[]): RelatedLink[] {
  return linesOf(content).flatMap((line) => {
    const entries: RelatedLink[] = [];
    let before = "";
    for (const inline of line) {
      const href = hrefOf(inline);
      const text = "text" in inline ? inline.text : "";
      if (!href) {
        before += text;
        continue;
      }
      const last = entries.at(-1);
      if (last?.href === href && before.trim() === "") {
        last.title = `${last.title}${before}${text}`;
        before = "";
        continue;
      }
      const told = before.replace(/[\s:：–—|-]+$/u, "").trim();
      const isAddress = /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim());
      if (isAddress && told !== "") entries.push({ title: told, href });
      else {
        if (/[\p{L}\p{N}]/u.test(told)) entries.push({ title: told });
        entries.push({ title: text.trim() || href, href });
      }
      before = "";
    }
    if (/[\p{L}\p{N}]/u.test(before)) entries.push({ title: before.trim() });
    return entries;
  });
}

function linesOf(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (!("text" in inline)) continue;
    inline.text.split("\n").forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text !== "") lines.at(-1)!.push({ ...inline, text });
    });
  }
  return lines;
}

function inlinesIn(blocks: readonly Block[]): Inline[] {
  const parted = (parts: readonly (readonly Inline[])[]) => parts.flatMap((part) => [...part, { text: "\n" }]);
  return blocks.flatMap((block): Inline[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return parted([block.content]);
      case "list":
        return block.items.flatMap(inlinesIn);
      case "quote":
      case "note":
        return [...inlinesIn(block.content), ...(("source" in block && block.source) || [])];
      case "definitions":
        return block.items.flatMap(({ terms, details }) => [...parted(terms), ...details.flatMap(inlinesIn)]);
      case "table":
        return block.rows.flatMap((row) => parted(row.map(({ content }) => content)));
      case "figure":
        return parted([block.caption ?? []]);
      case "preformatted":
        return parted([[{ text: block.text }]]);
      default:
        return [];
    }
  });
}

/** Each address once. */
function once(related: readonly RelatedLink[]): RelatedLink[] {
  const seen = new Set<string>();
  return related.filter(({ title, href = `title:${title}` }) => !seen.has(href) && seen.add(href));
}

/** English stands on pages in any language. */
function wordsOf(lang: string | undefined): Words[] {
  const language = primaryLanguage(lang ?? "");
  const own = TAIL_WORDS[{ nb: "no", nn: "no", yue: "zh" }[language] ?? language];
  return (own ? [...new Set([own, TAIL_WORDS.en!])] : Object.values(TAIL_WORDS)).map(listsOf);
}

function listsOf({ related, relatedTo = "", newsletter, ending }: TailWords): Words {
  const list = (words: string) => words.split("|").filter((word) => word !== "");
  return {
    related: new Set(list(related)),
    relatedTo: list(relatedTo),
    newsletter: list(newsletter),
    ending: list(ending),
  };
}
