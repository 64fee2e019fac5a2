/** The notes of an article, each with the place in the text that refers to it. */
import type { ArticleBody } from "./article.ts";
import type { Position } from "./position.ts";
import { type Leaf, leavesOf, OBJECT_REPLACEMENT, textOf } from "./text.ts";

export interface NoteReference {
  /** What the first reference to it shows. */
  label: string;
  /** From 1, as `rendering/` numbers them: `#note-1` is the note, `#ref-1` the first reference to it. */
  number: number;
  /** The first words of the note. */
  text: string;
  /** Where the first reference stands; a note that nothing refers to has no place in the text. */
  position: Position;
  lang?: string;
}

/** The notes that are referred to, in the order of their first references. */
export function notesOf(body: Pick<ArticleBody, "blocks">, leaves: readonly Leaf[]): NoteReference[] {
  const notes = body.blocks.filter((block) => block.type === "note");
  const found = new Map<string, NoteReference>();
  for (const leaf of leaves)
    for (const { note: id, offset } of referencesIn(leaf)) {
      const index = notes.findIndex((other) => other.id === id);
      const note = notes[index];
      if (!note || found.has(note.id)) continue;
      const [first] = leavesOf({ blocks: note.content });
      found.set(note.id, {
        label: note.label,
        number: index + 1,
        text: firstWords(first?.text ?? ""),
        position: { block: leaf.number, offset },
        ...(first?.lang && { lang: first.lang }),
      });
    }
  return [...found.values()];
}

/** The references in one leaf, with the UTF-16 offset where each begins. */
function referencesIn(leaf: Leaf): { note: string; offset: number }[] {
  const found: { note: string; offset: number }[] = [];
  let offset = 0;
  for (const inline of leaf.content) {
    const mark = inline.marks?.find((other) => other.type === "note-reference");
    if (mark) found.push({ note: mark.note, offset });
    offset += textOf([inline]).length;
  }
  return found;
}

/** At most about so many characters, ending between words. */
const SHORT = 90;

function firstWords(text: string): string {
  const plain = text.replaceAll(OBJECT_REPLACEMENT, "").replace(/\s+/g, " ").trim();
  if (plain.length <= SHORT) return plain;
  const cut = plain.slice(0, SHORT);
  return `${cut.slice(0, cut.lastIndexOf(" ") > SHORT / 2 ? cut.lastIndexOf(" ") : SHORT).replace(/[\ud800-\udbff]$/, "")} …`;
}
