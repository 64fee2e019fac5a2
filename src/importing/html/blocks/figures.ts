import type { Block, Inline } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { tidyInlines } from "#domain/white-space.ts";
import { type Builder, ownLanguage, type Place } from "./builder.ts";
import { isHidden, nameOf } from "./elements.ts";

/** What a `figure` shows, with its caption where that can go: under a picture, over a table, as the source of a quotation. */
export function figureOf(figure: Element, place: Place, builder: Builder): Block[] | undefined {
  const caption = [...figure.querySelectorAll("figcaption")].find(
    (one) => one.closest("figure") === figure && !isHidden(one),
  );
  const words = caption ? builder.inlinesOf(caption, place) : [];
  const blocks = builder.blocksOf(figure, caption ? { ...place, without: caption } : place);
  return words.length > 0 ? withCaption(blocks, words, place) : blocks;
}

function withCaption(blocks: Block[], caption: Inline[], place: Place): Block[] {
  const pictures = blocks.filter((block) => block.type === "figure");
  const [only] = blocks;
  const last = pictures.at(-1);
  if (last && !last.caption) {
    last.caption = caption;
    Object.assign(last, ownLanguage(place));
    return blocks;
  }
  if (blocks.length === 1 && only!.type === "table" && !only!.caption) return [{ ...only!, caption }];
  if (blocks.length === 1 && only!.type === "quote" && !only!.source) return [{ ...only!, source: caption }];
  // A video is called by its caption.
  if (blocks.length === 1 && only!.type === "paragraph" && textOf(only!.content).endsWith(textOf(caption)))
    return blocks;
  return [...blocks, { type: "paragraph", content: caption, ...ownLanguage(place) }];
}

const SOURCE = "cite, footer, figcaption";

/** A quotation, with who said it where the page sets that apart at its end. */
export function quoteOf(quote: Element, place: Place, builder: Builder): Block[] | undefined {
  const last = lastElement(quote);
  const source = last?.matches(SOURCE) ? last : undefined;
  const words = source ? builder.inlinesOf(source, place) : [];
  const at: Place = { ...place, around: place.here, nesting: place.nesting + 1 };
  const nodes = source ? [...quote.childNodes].filter((node) => node !== source) : quote.childNodes;
  const content = builder.blocksOfNodes(nodes, at);
  if (content.length === 0) return words.length > 0 ? [{ type: "paragraph", content: words }] : [];
  const pull = /(?:^|[\s_-])pull-?quote/i.test(quote.getAttribute("class") ?? "");
  return [
    {
      type: "quote",
      ...(pull && { pull }),
      content,
      ...(words.length > 0 && { source: sourceOf(words) }),
      ...ownLanguage(place),
    },
  ];
}

function lastElement(quote: Element): Element | undefined {
  const last = quote.lastElementChild;
  if (!last || quote.childElementCount === 1) return undefined;
  for (let node = last.nextSibling; node; node = node.nextSibling)
    if ((node.nodeValue ?? "").trim() !== "") return undefined;
  // `cite` in the middle of the last line is the title of a work, and no source.
  const previous = last.previousElementSibling;
  if (nameOf(last) === "cite" && !(previous && /^(?:p|div|br|ul|ol)$/.test(nameOf(previous)))) return undefined;
  return last;
}

/** Without the dash before it, which the page's own look may set anew. */
function sourceOf(words: readonly Inline[]): Inline[] {
  const [first, ...others] = words.map(withoutCitation);
  const start = first && "text" in first ? { ...first, text: first.text.replace(/^[—–―-]\s*/, "") } : first!;
  return tidyInlines([start, ...others]);
}

/** Pages use `cite` for whom they quote; with us it is the title of a work. */
function withoutCitation(inline: Inline): Inline {
  const { marks = [], ...rest } = inline;
  const others = marks.filter(({ type }) => type !== "citation");
  return (others.length > 0 ? { ...rest, marks: others } : rest) as Inline;
}
