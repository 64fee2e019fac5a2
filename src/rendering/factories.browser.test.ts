import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { leafElementId, leavesOf, OBJECT_REPLACEMENT } from "#domain/text.ts";
import { renderArticle } from "./article.ts";
import { domFactory } from "./dom-factory.ts";
import { stringFactory } from "./string-factory.ts";
import { anyArticle, articleOf, WORDS } from "./testing.ts";

const options = (anchor?: Position) => ({ base: "/reader/", words: WORDS, ...(anchor && { anchor }) });

function fromNodes(article: Article, anchor?: Position): Element {
  const element = document.createElement("article");
  element.append(...renderArticle(article, domFactory, options(anchor)));
  element.normalize();
  return element;
}

/** What the browser makes of the page that the service worker or the build has written. */
function fromText(article: Article, anchor?: Position): Element {
  const html = renderArticle(article, stringFactory, options(anchor)).join("");
  const page = new DOMParser().parseFromString(`<!doctype html><article>${html}</article>`, "text/html");
  return page.querySelector("article")!;
}

function textOfLeaf(element: Element): string {
  if (element.localName === "img" || element.localName === "math") return OBJECT_REPLACEMENT;
  const copy = element.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll("rt")) reading.remove();
  for (const formula of copy.querySelectorAll("math")) formula.replaceWith(OBJECT_REPLACEMENT);
  let text = "";
  const walker = element.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === "BR") text += "\n";
    else if (node.nodeName === "IMG") text += OBJECT_REPLACEMENT;
    else text += node.nodeValue ?? "";
  }
  return text;
}

const leafElements = (root: Element) => [...root.querySelectorAll("[id^=b]")];
const anyPlace = fc.record({ block: fc.nat(12), offset: fc.nat(60) });

describe("an article written as text and parsed, and the same made of nodes", () => {
  it("are equal node by node", () => {
    fc.assert(
      fc.property(anyArticle, fc.option(anyPlace, { nil: undefined }), (article, anchor) => {
        const written = fromText(article, anchor);
        const made = document.importNode(fromNodes(article, anchor), true);
        expect(written.isEqualNode(made), `${markup(written)}\n${markup(made)}`).toBe(true);
      }),
    );
  });

  it("say in each leaf what the text projection says, and number the leaves as it does", () => {
    fc.assert(
      fc.property(anyArticle, fc.option(anyPlace, { nil: undefined }), (article, anchor) => {
        const leaves = leavesOf(article.body);
        for (const root of [fromText(article, anchor), fromNodes(article, anchor)]) {
          const elements = leafElements(root);
          expect(elements.map((element) => element.id)).toEqual(leaves.map((leaf) => leafElementId(leaf.number)));
          expect(elements.map(textOfLeaf)).toEqual(leaves.map((leaf) => leaf.text));
        }
      }),
    );
  });

  it("keep even what parsers change: carriage returns, and line feeds where code begins", () => {
    const texts = ["a\r\nb\rc", "\na"];
    const { blocks } = articleOf([
      { type: "paragraph", content: [{ text: texts[0]! }] },
      { type: "preformatted", text: texts[1]! },
    ]).body;
    expect(leafElements(fromText(articleOf(blocks))).map(textOfLeaf)).toEqual(texts);
  });

  it("have one anchor where they are to open, if that place exists", () => {
    fc.assert(
      fc.property(anyArticle, anyPlace, (article, place) => {
        const leaf = leavesOf(article.body)[place.block];
        const anchors = [...fromText(article, place).querySelectorAll("#at")];
        expect(anchors).toHaveLength(leaf ? 1 : 0);
        if (!leaf) return;
        const within =
          leaf.kind === "image" || leaf.kind === "math"
            ? anchors[0]!.parentElement!.querySelector("img, math")
            : anchors[0]!.closest("[id^=b]");
        expect(within?.id).toBe(leafElementId(leaf.number));
      }),
    );
  });
});

describe("the anchor", () => {
  const text = "One boat. 👍🏽 Two boats.";
  const paragraph = articleOf([{ type: "paragraph", content: [{ text, marks: [{ type: "emphasis" }] }] }]);
  const before = (offset: number) => {
    const anchor = fromText(paragraph, { block: 0, offset }).querySelector("#at")!;
    return anchor.previousSibling?.nodeValue ?? "";
  };

  it("stands behind the word at its offset: before it, it could stand on another line", () => {
    expect([0, 4, 10, text.length - 1].map(before)).toEqual(["One", "One boat.", "One boat. 👍🏽", text]);
  });

  it("stands at the end for an offset beyond it", () => {
    const anchor = fromText(paragraph, { block: 0, offset: 999 }).querySelector("#at")!;
    expect(anchor.nextSibling).toBeNull();
    expect(anchor.closest("p")!.textContent).toBe(text);
  });

  it("never cuts a character in two: half of one cannot be written", () => {
    expect(before(11)).toBe("One boat. 👍🏽");
    const written = renderArticle(paragraph, stringFactory, options({ block: 0, offset: 11 })).join("");
    expect(new TextDecoder().decode(new TextEncoder().encode(written))).toBe(written);
  });
});

/** For messages only. */
function markup(element: Element): string {
  return new XMLSerializer().serializeToString(element);
}
