import type { Block, Inline } from "#domain/article.ts";
import { tidyInlines } from "#domain/white-space.ts";
import type { ImportDoubt, ImportedPicture } from "../imported-article.ts";
import { type Builder, type MediaWords, ownLanguage, type Place, type Spoken } from "./blocks/builder.ts";
import { preformattedOf } from "./blocks/code.ts";
import { figureOf, quoteOf } from "./blocks/figures.ts";
import { Flow, type Origins, trimBreaks } from "./blocks/flow.ts";
import { renumberHeadings } from "./blocks/headings.ts";
import { absoluteAddress, baseOf, linkAddress } from "./blocks/links.ts";
import { definitionsOf, listOf } from "./blocks/lists.ts";
import { mediaOf } from "./blocks/media.ts";
import { NOTE_WAS_HERE, Notes } from "./blocks/notes.ts";
import { type OwnFiles, Pictures } from "./blocks/pictures.ts";
import { tableOf } from "./blocks/tables.ts";
import { type BlockMapper, type Walk, walkNode } from "./blocks/walk.ts";

export interface ToBlocksOptions extends Spoken {
  /** Where the markup is from: relative addresses are seen from there. Without it they lead nowhere and are left out. */
  address?: string | undefined;
  /** Pictures that came inside the same file. */
  files?: OwnFiles | undefined;
  /** Says where a link may lead, by its absolute address (http, https, mailto); undefined: the text stays, the link goes. */
  link?: ((address: string) => string | undefined) | undefined;
  /** Elements that are no part of the article. */
  leaveOut?: ((element: Element) => boolean) | undefined;
  /** Is told what each block was made of. */
  origins?: Origins | undefined;
  /** How media are called in their links; without it “Video: …”, “Audio: …”. */
  words?: MediaWords | undefined;
}

export interface BuiltBlocks {
  /** In document order, notes at the end. */
  blocks: Block[];
  /** In the order in which the blocks show them, each once. */
  pictures: ImportedPicture[];
  doubts: ImportDoubt[];
}

/** The most text of one article, in UTF-16 units: some eight novels. */
const MOST_TEXT = 5_000_000;

/**
 * THE door for foreign markup: what an element of an inert document (`inertDocument`) shows, as blocks. Whatever is not on the
 * allow-list leaves no trace but its text. `lang` and `dir` are those of the article: only differences from them are said again. It ends
 * whatever the markup is, and throws nothing.
 */
export async function toBlocks(root: Element, options: ToBlocksOptions = {}): Promise<BuiltBlocks> {
  return toBlocksOf([root], options);
}

/** The same for some elements of one document, one after another. */
export async function toBlocksOf(roots: readonly Element[], options: ToBlocksOptions = {}): Promise<BuiltBlocks> {
  const [first] = roots;
  if (!first) return { blocks: [], pictures: [], doubts: [] };
  const page = first.ownerDocument;
  const base = baseOf(page, options.address);
  const doubts = new Set<ImportDoubt>();
  const pictures = new Pictures(base, options.files);
  const walk = walkWith({ base, options, doubts, pictures, notes: new Notes(roots, base) });
  const spoken: Spoken = { lang: options.lang, dir: options.dir };
  const place: Place = { here: spoken, around: spoken, marks: [], depth: 0, nesting: 0 };

  const blocks = withoutNotePlaces(walk.blocksOfNodes(roots, place));
  renumberHeadings(walk.headings);
  // The headings of a note are none of the article's.
  for (const { id, label, container } of walk.notes.inOrder()) {
    const content = withoutNotePlaces(walk.blocksOf(container, place)).map(withoutHeading);
    dropLabel(content, label);
    // References have to lead somewhere, even to a note of nothing but a picture that is none.
    const some: Block[] = content.length > 0 ? content : [{ type: "paragraph", content: [{ text: label }] }];
    const note: Block = { type: "note", id, label, content: some };
    options.origins?.set(note, [container]);
    blocks.push(note);
  }
  return { blocks, pictures: await pictures.settle(), doubts: [...doubts] };
}

interface Parts {
  base: string | undefined;
  options: ToBlocksOptions;
  doubts: Set<ImportDoubt>;
  pictures: Pictures;
  notes: Notes;
}

type Heading = Extract<Block, { type: "heading" }>;

const MEDIA = ["audio", "embed", "iframe", "object", "video"];

function walkWith({
  base,
  options,
  doubts,
  pictures,
  notes,
}: Parts): Walk & { headings: { heading: Heading; rank: number }[] } {
  const headings: { heading: Heading; rank: number }[] = [];
  let left = MOST_TEXT;

  const headingOf: BlockMapper = (element, place, builder) => {
    const content = withoutAnchor(builder.inlinesOf(element, place));
    if (content.length === 0) return [];
    const heading: Heading = { type: "heading", level: 2, content, ...ownLanguage(place) };
    headings.push({ heading, rank: Number(element.localName.slice(1)) });
    return [heading];
  };
  const mappers: Record<string, BlockMapper> = {
    blockquote: quoteOf,
    dl: definitionsOf,
    figure: figureOf,
    hr: () => [{ type: "rule" }],
    ol: listOf,
    pre: preformattedOf,
    table: tableOf,
    ul: listOf,
    menu: listOf,
    dir: listOf,
  };
  for (const level of [1, 2, 3, 4, 5, 6]) mappers[`h${level}`] = headingOf;
  for (const name of MEDIA) mappers[name] = mediaOf;

  const builder: Builder = {
    blocksOf: (element, place) => walk.blocksOfNodes(element.childNodes, place),
    blocksOfNodes(nodes, place) {
      const flow = new Flow(options.origins);
      for (const node of nodes) walkNode(node, place, flow, walk);
      flow.end(ownLanguage(place));
      return flow.blocks;
    },
    inlinesOf: (element, place) => walk.inlinesOfNodes(element.childNodes, place),
    inlinesOfNodes: (nodes, place) =>
      inOneLine(walk.blocksOfNodes(nodes, { ...place, around: place.here, nesting: Infinity })),
    pictureOf: (element) => pictures.pictureOf(element),
    linkOf(href) {
      const address = linkAddress(href, base);
      return address !== undefined && options.link ? options.link(address) : address;
    },
    addressOf: (href) => absoluteAddress(href, base),
    isNote: (element) => notes.isNote(element),
    doubt: (doubt) => doubts.add(doubt),
    words: options.words,
    leavesOut: options.leaveOut ?? (() => false),
  };
  const walk = {
    ...builder,
    mappers,
    notes,
    headings,
    hasRoomFor(text: string) {
      if (left < text.length) doubts.add("too-long");
      return (left -= text.length) >= 0;
    },
  };
  return walk;
}

/** Blocks as one line of text, parted by line breaks. */
function inOneLine(blocks: readonly Block[]): Inline[] {
  const line: Inline[] = [];
  for (const block of blocks) {
    const content = lineOf(block);
    if (content.length === 0) continue;
    if (line.length > 0) line.push({ text: "\n" });
    line.push(...content);
  }
  return tidyInlines(trimBreaks(line));
}

/** With all of a walk's blocks inside each other barred (`MAX_NESTING`), these are the kinds that are left. */
function lineOf(block: Block): Inline[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.content;
    case "figure":
      return [{ image: block.image }, ...(block.caption ?? [])];
    case "math":
      return [{ math: block.math, alt: block.alt }];
    case "preformatted":
      return [{ text: block.text, marks: [{ type: "code" }] }];
    default:
      return [];
  }
}

/** Pages put a sign behind a heading that links to it. */
function withoutAnchor(content: Inline[]): Inline[] {
  const sign = (inline: Inline | undefined) => inline && "text" in inline && /^[\s#¶§🔗]+$/u.test(inline.text);
  const kept = content.length > 1 && sign(content.at(-1)) ? content.slice(0, -1) : content;
  return tidyInlines(kept.length > 1 && sign(kept[0]) ? kept.slice(1) : kept).map(inOneRow);
}

function inOneRow(inline: Inline): Inline {
  return "text" in inline ? { ...inline, text: inline.text.replaceAll("\n", " ") } : inline;
}

/** Without the places that notes were taken from, and without the headings and rules that stood over nothing else. */
function withoutNotePlaces(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  /** Whether notes follow here, and nothing of the section before them. */
  let overNotes = false;
  for (const [i, block] of [...blocks.entries()].toReversed()) {
    if (block === NOTE_WAS_HERE) {
      const next = kept.at(-1);
      overNotes = next === undefined || next.type === "heading";
      continue;
    }
    if (overNotes && (block.type === "rule" || (block.type === "heading" && i > 0))) continue;
    overNotes = false;
    kept.push(withoutInnerPlaces(block));
  }
  return kept.toReversed();
}

function withoutInnerPlaces(block: Block): Block {
  switch (block.type) {
    case "list":
      block.items = block.items.map(withoutNotePlaces);
      return block;
    case "quote":
      block.content = withoutNotePlaces(block.content);
      return block;
    default:
      return block;
  }
}

function withoutHeading(block: Block): Block {
  if (block.type !== "heading") return block;
  const { type: _type, level: _level, ...rest } = block;
  return { type: "paragraph", ...rest };
}

/** A note begins with its own number on many pages; with us the list of notes has it. */
function dropLabel([first]: Block[], label: string): void {
  if (first?.type !== "paragraph") return;
  const [start] = first.content;
  if (!start || !("text" in start)) return;
  const escaped = label.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const rest = start.text.replace(new RegExp(`^[\\s^↑]*(?:[[(]?${escaped}[\\])]?[.:)]?(?:\\s+|$))?`), "");
  const content = tidyInlines([{ ...start, text: rest }, ...first.content.slice(1)]);
  if (content.length > 0) first.content = content;
}
