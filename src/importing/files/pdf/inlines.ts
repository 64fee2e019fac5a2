import type { Inline, Mark } from "#domain/article.ts";
import { tidyInlines } from "#domain/white-space.ts";
import type { Words } from "./hyphens.ts";
import { joint } from "./hyphens.ts";
import type { Line } from "./lines.ts";
import type { LinkArea, Run } from "./page.ts";

export interface InlineContext {
  words: Words;
  lang: string;
  /** The text is a typewriter's: then what is set so is no code. */
  mono: boolean;
  /** Of each page. */
  links: LinkArea[][];
  /** The note block that a raised label on this page stands for. */
  noteFor(page: number, label: string): string | undefined;
}

interface Piece {
  text: string;
  marks: Mark[];
}

/** The lines of a paragraph as one run of text, its hyphens mended. `plain`: weight and slope say nothing, as in a heading. */
export function inlinesOf(lines: Line[], context: InlineContext, plain = false): Inline[] {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const count = (name: "bold" | "italic") =>
    lines.reduce((sum, line) => sum + line.runs.reduce((of, run) => of + (run.look[name] ? run.text.length : 0), 0), 0);
  const sloped = plain || count("italic") > letters * 0.6;
  const heavy = plain || count("bold") > letters * 0.6;
  const pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) addJoint(pieces, before.text, line.text, context);
    for (const run of line.runs) {
      if (run.tag?.role === "Lbl" && line.tag?.role !== "Lbl") continue;
      const looks: Mark[] = [
        ...(run.look.italic && !sloped ? [{ type: "emphasis" } as const] : []),
        ...(run.look.bold && !heavy ? [{ type: "strong" } as const] : []),
        ...(run.look.mono && !plain && !context.mono ? [{ type: "code" } as const] : []),
        ...raised(run, line, context),
      ];
      for (const { text, href } of linkedParts(run, context.links[line.page] ?? [])) {
        pieces.push({ text, marks: href ? [{ type: "link", href }, ...looks] : looks });
      }
    }
  }
  return merged(pieces);
}

function addJoint(pieces: Piece[], before: string, after: string, { words, lang }: InlineContext): void {
  const last = pieces.at(-1);
  if (!last) return;
  const { cut, between } = joint(before.trimEnd(), after.trimStart(), words, lang);
  const text = last.text.trimEnd();
  last.text = text.slice(0, text.length - cut) + between;
}

function raised(run: Run, line: Line, { noteFor }: InlineContext): Mark[] {
  const text = run.text.trim();
  if (run.size > line.size * 0.85 || !text) return [];
  const up = line.y - run.y;
  if (up > line.size * 0.12) {
    const note = noteFor(line.page, text);
    return note === undefined ? [{ type: "superscript" }] : [{ type: "note-reference", note }];
  }
  return up < -line.size * 0.05 ? [{ type: "subscript" }] : [];
}

/** A run is often a whole line, and the link a word of it: letters are taken to be equally wide, and words to be linked as a whole. */
function linkedParts(run: Run, links: LinkArea[]): { text: string; href?: string }[] {
  const middle = run.y - run.size * 0.3;
  const here = links.filter(
    ({ top, bottom, left, right }) => middle > top && middle < bottom && right > run.x && left < run.x + run.width,
  );
  if (here.length === 0) return [{ text: run.text }];
  const parts: { text: string; href?: string }[] = [];
  let at = 0;
  for (const word of run.text.match(/\s+|\S+/gu) ?? []) {
    const share = (at + word.length / 2) / run.text.length;
    const place = run.x + run.width * (run.rtl ? 1 - share : share);
    at += word.length;
    const href = here.find(({ left, right }) => place >= left && place <= right)?.href;
    const last = parts.at(-1);
    if (last && last.href === href) last.text += word;
    else parts.push(href === undefined ? { text: word } : { text: word, href });
  }
  return parts.flatMap(withoutEnd);
}

/** The full stop after a link is the sentence's. */
function withoutEnd(part: { text: string; href?: string }): { text: string; href?: string }[] {
  const [end] = /[.,;:!?)\]”"’»]*\s*$/u.exec(part.text) ?? [""];
  if (part.href === undefined || end === "" || end === part.text) return [part];
  return [{ text: part.text.slice(0, -end.length), href: part.href }, { text: end }];
}

/** Neighbours with the same marks as one, blanks as single ones that belong to no mark, none at the ends. */
function merged(pieces: Piece[]): Inline[] {
  return tidyInlines(
    pieces.map(({ text: raw, marks }) => {
      const text = raw.replace(/\s/gu, " ");
      return marks.length > 0 ? { text, marks } : { text };
    }),
  );
}
