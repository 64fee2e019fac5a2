import type { Block, Inline, Mark } from "#domain/article.ts";
import type { Chapter } from "./chapter.ts";
import { lettersOf } from "../../normal-form.ts";

type Level = 2 | 3 | 4 | 5 | 6;

/** Chapters as one body: each under a heading of level 2, the notes of all of them at the end. */
export function joined(chapters: Chapter[]): Block[] {
  const body: Block[] = [];
  const notes: Block[] = [];
  for (const [index, chapter] of chapters.entries()) {
    for (const block of withNoteIds(underHeading(chapter, index > 0), `${index + 1}-`)) {
      (block.type === "note" ? notes : body).push(block);
    }
  }
  return [...body, ...notes];
}

/** The blocks of a chapter without the heading that says its title: for an article that is called so. */
export function withoutHeading({ title, blocks }: Chapter): Block[] {
  const [first] = blocks;
  return title !== undefined && first?.type === "heading" && isSame(first.content, title) ? blocks.slice(1) : blocks;
}

function underHeading({ title, blocks }: Chapter, goesOn: boolean): Block[] {
  const at = blocks.findIndex((block) => block.type === "heading");
  const first = blocks[at];
  const isTitled = first?.type === "heading" && at < 3 && (title === undefined || isSame(first.content, title));
  if (isTitled) {
    // A picture or a motto over the title belongs to the chapter all the same.
    const rest = blocks.toSpliced(at, 1).map((block) => lowered(block, first.level === 2 ? 0 : 1));
    return [{ ...first, level: 2 }, ...rest];
  }
  if (title === undefined) return goesOn ? blocks.map((block) => lowered(block, 1)) : blocks;
  return [{ type: "heading", level: 2, content: [{ text: title }] }, ...blocks.map((block) => lowered(block, 1))];
}

function lowered(block: Block, by: number): Block {
  return block.type === "heading" ? { ...block, level: Math.min(block.level + by, 6) as Level } : block;
}

/** "Chapter 1: The Sea" in the contents, "1" or "The Sea" in the text. */
function isSame(content: Inline[], title: string): boolean {
  const [shown, said] = [
    lettersOf(content.map((inline) => ("text" in inline ? inline.text : "")).join("")),
    lettersOf(title),
  ];
  return shown === said || (shown !== "" && (said.endsWith(shown) || said.startsWith(shown) || shown.startsWith(said)));
}

/** The same blocks with another id for each note, there and in the references. */
export function withNoteIds(blocks: Block[], prefix: string): Block[] {
  const renamed = (mark: Mark): Mark => (mark.type === "note-reference" ? { ...mark, note: prefix + mark.note } : mark);
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== "object") return value;
    const { type } = value as { type?: unknown };
    if (type === "note-reference") return renamed(value as Mark);
    const entries = Object.entries(value).map(([key, inner]) => [key, visit(inner)] as const);
    const copy = Object.fromEntries(entries);
    return type === "note" ? { ...copy, id: prefix + (value as { id: string }).id } : copy;
  };
  return blocks.some((block) => block.type === "note") ? (visit(blocks) as Block[]) : blocks;
}
