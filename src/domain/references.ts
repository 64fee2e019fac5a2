/** What an article points to: its links and its notes, each with the place where it stands. */
import type { ArticleBody, Mark } from "./article.ts";
import type { Position } from "./position.ts";
import { type Leaf, leavesOf, OBJECT_REPLACEMENT } from "./text.ts";

export interface LinkReference {
  /** What the link says; its address where it is only a picture. */
  text: string;
  href: string;
  /** BCP 47, where the words are in a language of their own. */
  lang?: string;
}

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

/** The links of a text in their order; of those with the same address and words the first. */
export function linksOf(leaves: readonly Leaf[]): LinkReference[] {
  const links = new Map<string, LinkReference>();
  for (const leaf of leaves)
    for (const { mark, text } of marked(leaf, "link")) {
      const said = text.replaceAll(OBJECT_REPLACEMENT, "").trim() || mark.href;
      const key = JSON.stringify([mark.href, said]);
      if (!links.has(key)) links.set(key, { text: said, href: mark.href, ...(leaf.lang && { lang: leaf.lang }) });
    }
  return [...links.values()];
}

/** The notes that are referred to, in the order of their first references. */
export function notesOf(body: Pick<ArticleBody, "blocks">, leaves: readonly Leaf[]): NoteReference[] {
  const notes = body.blocks.filter((block) => block.type === "note");
  const found = new Map<string, NoteReference>();
  for (const leaf of leaves)
    for (const { mark, offset } of marked(leaf, "note-reference")) {
      const index = notes.findIndex(({ id }) => id === mark.note);
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

type MarkOf<Type extends Mark["type"]> = Extract<Mark, { type: Type }>;

/** The runs of one leaf that share a mark of this type, with the UTF-16 offset where each begins. */
function marked<Type extends Mark["type"]>(
  leaf: Leaf,
  type: Type,
): { mark: MarkOf<Type>; text: string; offset: number }[] {
  const found: { mark: MarkOf<Type>; text: string; offset: number }[] = [];
  let offset = 0;
  let before: MarkOf<Type> | undefined;
  for (const inline of leaf.content) {
    const text = "text" in inline ? inline.text : OBJECT_REPLACEMENT;
    const mark = inline.marks?.find((other): other is MarkOf<Type> => other.type === type);
    if (mark && before && JSON.stringify(mark) === JSON.stringify(before)) found.at(-1)!.text += text;
    else if (mark) found.push({ mark, text, offset });
    before = mark;
    offset += text.length;
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
