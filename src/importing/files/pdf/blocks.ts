import type { Block, Inline } from "#domain/article.ts";
import { pictureSrc } from "../../html/picture-key.ts";
import { FigurePlaces } from "./figure-places.ts";
import type { PlacedFigure } from "./figures.ts";
import { wordsInside } from "./hyphens.ts";
import { type InlineContext, inlinesOf } from "./inlines.ts";
import type { Line } from "./lines.ts";
import type { PageNote } from "./notes.ts";
import type { Figure, LinkArea, OutlineEntry, Run } from "./page.ts";
import { BULLET, bodySize, isCode, NUMBER, paragraphsOf, settingOf } from "./paragraphs.ts";
import { tableOf } from "./tagged-table.ts";
import { labelOf, TaggedLists } from "./tagged-lists.ts";
import { lettersOf } from "../../normal-form.ts";

/** A document after its running heads are gone and its footnotes are apart. */
export interface Document {
  lines: Line[];
  notes: PageNote[];
  /** Of each page. */
  links: LinkArea[][];
  figures: { page: number; figure: Figure }[];
  outline: OutlineEntry[];
  lang: string;
}

export interface Laid {
  blocks: Block[];
  /** The largest text of the first page, where it stands out. */
  title?: string;
  /** Where that is in `blocks`. */
  titleBlock?: number;
}

/** In multiples of the text's own size. */
const HEADING_SIZE = 1.1;
const TITLE_SIZE = 1.15;
const LONGEST_HEADING = 200;

/** `H` alone says that it is one, and not of what level. */
const TAGGED_HEADING = /^(?:H([1-6]?)|Title)$/;

interface Part {
  lines: Line[];
  /** Of a heading: larger is higher. */
  rank?: number;
  code?: boolean;
}

export function blocksOf({ lines, notes, links, figures, outline, lang }: Document): Laid {
  const ids = new Map(notes.map((note, index) => [note, `note-${index + 1}`]));
  const setting = settingOf(lines, bodySize(lines));
  const context: InlineContext = {
    words: wordsInside(lines.map(({ text }) => text)),
    lang,
    links,
    mono: setting.mono,
    noteFor: (page, label) => ids.get(notes.find((note) => note.page === page && note.label === label)!),
  };
  const titles = new Set(outline.map(({ title }) => lettersOf(title)));
  const tagged = lines.some(({ tag }) => TAGGED_HEADING.test(tag?.role ?? ""));
  const lists = new TaggedLists();
  const parts = paragraphsOf(lines, setting).map((paragraph): Part => {
    if (isCode(paragraph[0]!, setting)) return { lines: paragraph, code: true };
    if (paragraph[0]!.tag?.cell) return { lines: paragraph };
    const rank = headingRank(paragraph, setting, titles, tagged);
    return rank === undefined ? { lines: paragraph } : { lines: paragraph, rank };
  });
  const title = titleOf(parts, setting.size);
  const levels = levelsOf(parts.filter((part) => part !== title));
  const placed = new FigurePlaces(figures, lines, parts);
  const blocks: Block[] = [];
  let titleBlock: number | undefined;
  if (parts.length === 0) blocks.push(...figures.map(({ figure }) => figureBlock(figure)));
  for (const part of parts) {
    const show = (found: PlacedFigure[]) => {
      for (const { figure } of found) {
        const caption = placed.captionOf(figure);
        blocks.push(figureBlock(figure, caption && inlinesOf(caption.lines, context)));
      }
    };
    show(placed.before(part));
    if (placed.isCaption(part)) {
      show(placed.after(part));
      continue;
    }
    if (part === title)
      titleBlock = blocks.push({ type: "heading", level: 2, content: inlinesOf(part.lines, context, true) }) - 1;
    else addBlock(blocks, part, { levels, titleBlock, lists }, context);
    show(placed.after(part));
  }
  for (const note of notes) {
    blocks.push({
      type: "note",
      id: ids.get(note)!,
      label: note.label,
      content: [{ type: "paragraph", content: inlinesOf(note.lines, context) }],
    });
  }
  return title && titleBlock !== undefined ? { blocks, title: textOf(title.lines), titleBlock } : { blocks };
}

function figureBlock({ key, alt }: Figure, caption: Inline[] = []): Block {
  return {
    type: "figure",
    image: { src: pictureSrc(key), ...(alt ? { alt } : {}) },
    ...(caption.length > 0 ? { caption } : {}),
  };
}

function headingRank(
  lines: Line[],
  setting: { size: number; bold: boolean },
  titles: Set<string>,
  tagged: boolean,
): number | undefined {
  const [, level] = TAGGED_HEADING.exec(lines[0]!.tag?.role ?? "") ?? [];
  if (level !== undefined) return 1000 - Number(level || 1);
  if (tagged && lines[0]!.tag) return undefined;
  const { size, bold } = lines[0]!;
  const text = textOf(lines);
  if (text.length > LONGEST_HEADING || !/\p{L}/u.test(text) || BULLET.test(text)) return undefined;
  const isLarge = size > setting.size * HEADING_SIZE;
  const isHeavy = bold && !setting.bold && lines.length <= 3 && !/[.:,;]\s*$/.test(text) && size > setting.size * 0.95;
  const isListed = titles.has(lettersOf(text)) && lines.length <= 3 && size > setting.size * 0.95;
  if (!isLarge && !isHeavy && !isListed) return undefined;
  return Math.round(size * 2) + (bold ? 0.5 : 0);
}

function titleOf(parts: Part[], size: number): Part | undefined {
  const first = parts.filter(({ lines, rank }) => lines[0]!.page === parts[0]!.lines[0]!.page && rank !== undefined);
  const largest = first.toSorted((a, b) => b.lines[0]!.size - a.lines[0]!.size)[0];
  if (!largest) return undefined;
  return largest.lines[0]!.size > size * TITLE_SIZE || largest === parts[0] ? largest : undefined;
}

/** The ranks in use as levels from 2. */
function levelsOf(parts: Part[]): Map<number, number> {
  const ranks = [...new Set(parts.flatMap(({ rank }) => (rank === undefined ? [] : [rank])))].toSorted((a, b) => b - a);
  return new Map(ranks.map((rank, index) => [rank, Math.min(index + 2, 6)]));
}

interface Made {
  levels: Map<number, number>;
  titleBlock: number | undefined;
  lists: TaggedLists;
}

function addBlock(
  blocks: Block[],
  { lines, rank, code }: Part,
  { levels, titleBlock, lists }: Made,
  context: InlineContext,
): void {
  if (code) return void blocks.push({ type: "preformatted", text: codeOf(lines) });
  if (rank !== undefined) {
    const content = inlinesOf(lines, context, true);
    const above = blocks.findLast((block, index) => block.type === "heading" && index !== titleBlock);
    const level = Math.min(levels.get(rank) ?? 2, above?.type === "heading" ? above.level + 1 : 2) as 2 | 3 | 4 | 5 | 6;
    blocks.push({ type: "heading", level, content });
    return;
  }
  if (lines[0]!.tag?.cell) return void blocks.push(tableOf(lines, context));
  const content = inlinesOf(lines, context);
  if (content.length === 0) return;
  const item = itemOf(content);
  const items = lines[0]!.tag?.items ?? [];
  if (items.length > 0) {
    return lists.add(blocks, items, { type: "paragraph", content: item?.content ?? content }, labelOf(lines[0]!));
  }
  if (!item) return void blocks.push({ type: "paragraph", content });
  const last = blocks.at(-1);
  const paragraph: Block = { type: "paragraph", content: item.content };
  const goesOn = last?.type === "list" && last.ordered === item.ordered;
  if (goesOn && (!item.ordered || item.number === (last.start ?? 1) + last.items.length)) last.items.push([paragraph]);
  else {
    const start = item.ordered && item.number !== 1 ? { start: item.number } : {};
    blocks.push({ type: "list", ordered: item.ordered, ...start, tight: true, items: [[paragraph]] });
  }
}

/** White in a line of code is as many blanks as it is wide. */
function spaced(runs: Run[], letter: number): string {
  return runs
    .map(({ text, width }) => (text.trim() ? text : " ".repeat(Math.min(80, Math.max(1, Math.round(width / letter))))))
    .join("")
    .trimEnd();
}

/** With its indents and empty lines, by the width of its letters and the height of its lines. */
function codeOf(lines: Line[]): string {
  const edge = Math.min(...lines.map(({ left }) => left));
  const leading = Math.min(...lines.slice(1).map(({ y }, index) => y - lines[index]!.y), Infinity);
  const written = lines.flatMap(({ runs }) => runs).filter(({ text }) => text.trim());
  const total = (of: (run: Run) => number) => written.reduce((sum, run) => sum + of(run), 0);
  const letter = total(({ width }) => width) / total(({ text }) => text.length);
  return lines
    .map(({ runs, left, y }, index) => {
      const empty = index > 0 && y - lines[index - 1]!.y > leading * 1.7 ? "\n" : "";
      return empty + " ".repeat(Math.min(40, Math.max(0, Math.round((left - edge) / letter)))) + spaced(runs, letter);
    })
    .join("\n");
}

function itemOf(content: Inline[]): { ordered: boolean; number: number; content: Inline[] } | undefined {
  const [first, ...rest] = content;
  if (!first || !("text" in first) || first.marks) return undefined;
  const text = content.map((inline) => ("text" in inline ? inline.text : "")).join("");
  const [bullet] = BULLET.exec(text) ?? [];
  const [numbered, value = ""] = NUMBER.exec(text) ?? [];
  const marker = bullet ?? (/^\d+$/.test(value) ? numbered : undefined);
  if (!marker || marker.length > first.text.length) return undefined;
  const start = { ...first, text: first.text.slice(marker.length) };
  return { ordered: !bullet, number: Number(value), content: start.text ? [start, ...rest] : rest };
}

function textOf(lines: Line[]): string {
  return lines
    .map(({ text }) => text.trim())
    .join(" ")
    .replace(/\s+/g, " ");
}
