import type { Inline, Mark } from "#domain/article.ts";
import type { Attributes, ElementFactory } from "./factory.ts";
import { renderMath } from "./math.ts";
import { imageAttributes, type RenderOptions } from "./options.ts";
import { linkAttributes } from "./safe-href.ts";

/**
 * The inlines of one leaf as nodes. Neighbouring runs share the elements of the marks they have in common, so that a link
 * with an emphasised word in it is one link. `anchorAt`: the UTF-16 offset of the word behind which an empty `<span id="at">` goes, for a page
 * that is to open there without a script. Before it the span could stand at the end of another line, and of another page.
 */
export function renderInlines<N>(
  content: readonly Inline[],
  factory: ElementFactory<N>,
  options: RenderOptions,
  anchorAt?: number,
): N[] {
  const pieces = anchorAt === undefined ? content : splitAt(content, anchorAt);
  return nest(pieces, 0, factory, options);
}

/** An anchor between two runs; only ever made here. */
const ANCHOR = { text: "", anchor: true } as const;
type Piece = Inline | typeof ANCHOR;

/** `linked`: inside a link. HTML knows no link within a link, so there the inner one is its text. */
function nest<N>(
  pieces: readonly Piece[],
  depth: number,
  factory: ElementFactory<N>,
  options: RenderOptions,
  linked = false,
): N[] {
  const nodes: N[] = [];
  let i = 0;
  while (i < pieces.length) {
    const piece = pieces[i]!;
    const mark = "anchor" in piece ? undefined : piece.marks?.[depth];
    if (!mark) {
      nodes.push(...leafNodes(piece, factory, options));
      i++;
      continue;
    }
    let end = i + 1;
    while (end < pieces.length && continues(pieces, end, depth, mark)) end++;
    const isLink = mark.type === "link" || mark.type === "note-reference";
    const element = linked && isLink ? undefined : markElement(mark, options);
    const inner = nest(pieces.slice(i, end), depth + 1, factory, options, linked || isLink);
    nodes.push(...(element ? [factory.element(element.name, element.attributes, inner)] : inner));
    i = end;
  }
  return nodes;
}

/** Whether the piece goes on under the mark. An anchor belongs inside when the mark goes on after it. */
function continues(pieces: readonly Piece[], index: number, depth: number, mark: Mark): boolean {
  const piece = pieces[index]!;
  if ("anchor" in piece) return index + 1 < pieces.length && continues(pieces, index + 1, depth, mark);
  const other = piece.marks?.[depth];
  return other !== undefined && sameMark(mark, other);
}

function sameMark(a: Mark, b: Mark): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function leafNodes<N>(piece: Piece, factory: ElementFactory<N>, options: RenderOptions): N[] {
  if ("anchor" in piece) return [renderAnchor(factory)];
  if ("image" in piece) return [factory.element("img", imageAttributes(piece.image, options), [])];
  if ("math" in piece) return [renderMath(piece, factory)];
  const nodes: N[] = [];
  for (const [index, line] of piece.text.split("\n").entries()) {
    if (index > 0) nodes.push(factory.element("br", {}, []));
    if (line) nodes.push(factory.text(line));
  }
  if (!piece.reading) return nodes;
  return [factory.element("ruby", {}, [...nodes, factory.element("rt", {}, [factory.text(piece.reading)])])];
}

const PLAIN_ELEMENTS = {
  emphasis: "em",
  strong: "strong",
  deleted: "del",
  small: "small",
  subscript: "sub",
  superscript: "sup",
  citation: "cite",
} as const;

function markElement(mark: Mark, options: RenderOptions): { name: string; attributes: Attributes } {
  switch (mark.type) {
    case "link":
      return { name: "a", attributes: { ...linkAttributes(mark.href, options), title: mark.title } };
    case "abbreviation":
      return { name: "abbr", attributes: { title: mark.title } };
    case "language":
      return { name: "span", attributes: { lang: mark.lang, dir: mark.dir } };
    case "isolate":
      return { name: "bdi", attributes: { dir: mark.dir } };
    case "code":
      return { name: "code", attributes: { translate: "no" } };
    case "note-reference": {
      const number = options.notes.indexOf(mark.note) + 1;
      // A note leads back to the first of its references.
      const id = options.referred.has(number) ? undefined : `ref-${number}`;
      options.referred.add(number);
      return { name: "a", attributes: { href: `#note-${number}`, id, role: "doc-noteref", class: "note-reference" } };
    }
    default:
      return { name: PLAIN_ELEMENTS[mark.type], attributes: {} };
  }
}

function splitAt(content: readonly Inline[], offset: number): Piece[] {
  const pieces: Piece[] = [];
  /** How far the place is from here on; negative behind it. */
  let rest = offset;
  for (const inline of content) {
    const length = "text" in inline ? inline.text.length : 1;
    if (rest < 0 || rest >= length) {
      pieces.push(inline);
    } else if (!("text" in inline) || inline.reading) {
      pieces.push(ANCHOR, inline);
    } else {
      const { text } = inline;
      // Never through a character of two code units: each half alone would be written as U+FFFD. Whole words, as letters join.
      const start = /[\uDC00-\uDFFF]/.test(text[rest]!) ? rest - 1 : rest;
      const end = start + /^\S{0,9}/u.exec(text.slice(start))![0].length;
      pieces.push({ ...inline, text: text.slice(0, end) }, ANCHOR, { ...inline, text: text.slice(end) });
    }
    rest -= length;
  }
  if (rest >= 0) pieces.push(ANCHOR);
  return pieces;
}

export function renderAnchor<N>(factory: ElementFactory<N>): N {
  return factory.element("span", { id: "at" }, []);
}
