import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Block, Inline } from "#domain/article.ts";
import { anyBlocks } from "#domain/fixtures/arbitrary.ts";
import { OBJECT_REPLACEMENT } from "#domain/text.ts";
import { leafElement, positionOf, rangeOf } from "./ranges.ts";
import { drawArticle, type DrawnArticle, paragraph, textOfRange } from "./testing.ts";

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

let drawn: DrawnArticle | undefined;

afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

/** Bodies as articles have them: notes at the end only, and pictures that are there. */
const drawable = anyBlocks.map((blocks): Block[] => {
  const picture = { src: PIXEL };
  const inline = (part: Inline): Inline => ("image" in part ? { ...part, image: picture } : part);
  const walk = (block: Block): Block[] => {
    switch (block.type) {
      case "note":
        return [];
      case "list":
        return [{ ...block, items: block.items.map((item) => item.flatMap(walk)) }];
      case "definitions": {
        const items = block.items.map(({ terms, details }) => ({
          terms: terms.map((term) => term.map(inline)),
          details: details.map((detail) => detail.flatMap(walk)),
        }));
        return [{ ...block, items }];
      }
      case "quote":
        return [
          {
            ...block,
            content: block.content.flatMap(walk),
            ...(block.source && { source: block.source.map(inline) }),
          },
        ];
      case "figure":
        return [{ ...block, image: picture, ...(block.caption && { caption: block.caption.map(inline) }) }];
      case "paragraph":
      case "heading":
        return [{ ...block, content: block.content.map(inline) }];
      case "table": {
        const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: cell.content.map(inline) })));
        return [{ ...block, rows, ...(block.caption && { caption: block.caption.map(inline) }) }];
      }
      default:
        return [block];
    }
  };
  return blocks.flatMap(walk);
});

const anySpan = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (length: number) => {
  const ends = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
  return { start: ends[0]!, end: ends[1]! };
});

const anyAnchor = fc.option(fc.record({ block: fc.nat(5), offset: fc.nat(30) }), { nil: undefined });

function withDrawn(
  blocks: Block[],
  anchor: { block: number; offset: number } | undefined,
  check: (drawn: DrawnArticle) => void,
): void {
  const article = drawArticle(blocks, anchor);
  try {
    check(article);
  } finally {
    article.remove();
  }
}

describe("the page and the text projection", () => {
  it("have the same leaves with the same text, with an anchor in it or without", () => {
    fc.assert(
      fc.property(drawable, anyAnchor, (blocks, anchor) =>
        withDrawn(blocks, anchor, ({ leaves }) => {
          for (const leaf of leaves) {
            const range = rangeOf(leaf.number, { start: 0, end: leaf.text.length });
            expect(range && textOfRange(range)).toBe(leaf.text);
          }
          expect(leafElement(leaves.length)).toBeUndefined();
        }),
      ),
      { numRuns: 150 },
    );
  });

  it("agree on every span, and on the place of its ends", () => {
    fc.assert(
      fc.property(drawable, anyAnchor, anySpan, (blocks, anchor, spanOf) =>
        withDrawn(blocks, anchor, ({ leaves }) => {
          for (const { number, text, kind } of leaves) {
            if (kind === "image" || kind === "math") continue;
            const { start, end } = spanOf(text.length);
            const range = rangeOf(number, { start, end })!;
            expect(textOfRange(range)).toBe(text.slice(start, end));
            expect(positionOf(range.startContainer, range.startOffset)).toEqual({ block: number, offset: start });
            expect(positionOf(range.endContainer, range.endOffset)).toEqual({ block: number, offset: end });
          }
        }),
      ),
      { numRuns: 150 },
    );
  });

  it("agree on the position of every point of the page", () => {
    fc.assert(
      fc.property(drawable, anyAnchor, (blocks, anchor) =>
        withDrawn(blocks, anchor, ({ leaves }) => {
          for (const { number } of leaves) {
            const element = leafElement(number)!;
            for (const [node, offset] of pointsIn(element)) {
              const before = document.createRange();
              before.setStart(element, 0);
              before.setEnd(node, offset);
              expect(positionOf(node, offset)).toEqual({ block: number, offset: textOfRange(before).length });
            }
          }
        }),
      ),
      { numRuns: 60 },
    );
  });

  it("are left as they were", () => {
    fc.assert(
      fc.property(drawable, anySpan, (blocks, spanOf) =>
        withDrawn(blocks, undefined, ({ element, leaves }) => {
          const before = element.cloneNode(true);
          for (const { number, text } of leaves) rangeOf(number, spanOf(text.length));
          expect(element.isEqualNode(before)).toBe(true);
        }),
      ),
      { numRuns: 30 },
    );
  });
});

/** DOM points in an element, a few in each text. */
function* pointsIn(element: HTMLElement): Generator<[node: Node, offset: number]> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  do {
    const node = walker.currentNode;
    // Inside an element that holds nothing is no place, and inside a formula there is but one.
    if (node instanceof HTMLImageElement || node instanceof HTMLBRElement || node.parentElement?.closest("math"))
      continue;
    if (node instanceof MathMLElement) continue;
    const count = node instanceof Text ? node.length : node.childNodes.length;
    const step = Math.max(1, Math.floor(count / 5));
    for (let offset = 0; offset < count; offset += step) yield [node, offset];
    yield [node, count];
  } while (walker.nextNode());
}

describe("a range", () => {
  it("of a figure's picture is the picture", () => {
    drawn = drawArticle([{ type: "figure", image: { src: PIXEL, alt: "A sea" } }]);
    expect(textOfRange(rangeOf(0, { start: 0, end: 1 })!)).toBe(OBJECT_REPLACEMENT);
  });

  it("that asks for more than there is ends with the text", () => {
    drawn = drawArticle([paragraph("The sea ", { text: "breathes", marks: [{ type: "strong" }] })]);
    expect(textOfRange(rangeOf(0, { start: 4, end: 999 })!)).toBe("sea breathes");
    expect(rangeOf(0, { start: 999, end: 1000 })!.collapsed).toBe(true);
  });

  it("that is empty lies where its word begins", () => {
    drawn = drawArticle([paragraph("The ", { text: "sea", marks: [{ type: "link", href: "https://example.org/" }] })]);
    const range = rangeOf(0, { start: 4, end: 4 })!;
    expect(range.collapsed).toBe(true);
    expect(positionOf(range.startContainer, range.startOffset)).toEqual({ block: 0, offset: 4 });
  });

  it("of a leaf that is not in the page is none", () => {
    expect(rangeOf(3, { start: 0, end: 1 })).toBeUndefined();
  });
});

describe("a point of the page", () => {
  it("outside every leaf has no position", () => {
    drawn = drawArticle([paragraph("The sea.")]);
    expect(positionOf(drawn.element.querySelector("h1")!, 0)).toBeUndefined();
    expect(positionOf(document.body, 0)).toBeUndefined();
  });

  it("in another element whose id begins with a b has none either", () => {
    const bar = document.createElement("div");
    bar.id = "bar";
    bar.textContent = "Library";
    document.body.append(bar);
    expect(positionOf(bar.firstChild!, 2)).toBeUndefined();
    bar.remove();
  });
});
