import { Readability } from "@mozilla/readability";
import { squeeze } from "../blocks/text-within.ts";
import { SHORTCUTS } from "./shortcuts.ts";

/** What an extractor takes for the article: text nodes and pictures of the page, which it left as it was. */
export type Kept = ReadonlySet<Node>;

/** Flags of the library: https://github.com/mozilla/readability/blob/main/Readability.js. Each attempt is less strict than the one before. */
const ATTEMPTS = [7, 6, 4, 0];

/** The library's own measure of an article, in Latin letters. */
const ENOUGH = 500;

/**
 * The article by Readability. It works on copies; its own second attempts would parse markup, which Trusted Types forbid, and they
 * count letters as Latin has them. `apart`: elements, none within another, that are known to be no text of an article, and not looked at.
 */
export function keptByReadability(page: Document, apart: readonly Element[] = []): Kept {
  const putApartBack = takeOut(apart);
  // It would parse their markup once more, which Trusted Types forbid. The walk looks into those of the page itself.
  const putBack = takeOut(page.querySelectorAll("noscript"));
  const ours = nodesOf(page);
  let best: { kept: Kept; weight: number } = { kept: new Set(), weight: 0 };
  for (const flags of ATTEMPTS) {
    const kept = attempt(page, ours, flags);
    const weight = weightOf(kept);
    if (weight > best.weight) best = { kept, weight };
    if (weight >= ENOUGH) break;
  }
  putBack();
  putApartBack();
  return best.kept;
}

/** Takes elements out of their page for a while, so that they are not copied; the function returned puts each where it was. */
function takeOut(elements: Iterable<Element>): () => void {
  const places = Array.from(elements, (element) => {
    const { parentNode, nextSibling } = element;
    element.remove();
    return { element, parentNode, nextSibling };
  });
  return () => {
    // Behind each stood what was taken out after it.
    for (const { element, parentNode, nextSibling } of places.reverse()) parentNode?.insertBefore(element, nextSibling);
  };
}

function attempt(page: Document, ours: readonly Node[], flags: number): Kept {
  const copy = page.cloneNode(true) as Document;
  const origin = new Map(nodesOf(copy).map((node, i) => [node, ours[i]!]));
  // It writes the whole page out before it begins, to parse that should it find nothing. We make another copy instead.
  Object.defineProperty(copy.body, WRITTEN_OUT, {
    get: () => "",
    set() {
      throw new Error("Readability found nothing.");
    },
  });
  const reader = new Readability<Node>(copy, { charThreshold: 1, disableJSONLD: true, serializer: (node) => node });
  Object.assign(reader, SHORTCUTS, { _flags: flags });
  const content = contentOf(reader);
  const kept = new Set<Node>();
  for (const piece of content ? piecesOf(content) : []) {
    const source = origin.get(piece);
    if (source) kept.add(source);
  }
  return kept;
}

/** The name of the property by which the library does so; nowhere else in the app may it be used. */
const WRITTEN_OUT = ["inner", "HTML"].join("");

function contentOf(reader: Readability<Node>): Node | undefined {
  try {
    return reader.parse()?.content ?? undefined;
  } catch {
    // It found nothing, or stumbled over some markup: the page's running text is found without it.
    return undefined;
  }
}

/** Text that is not blank, in document order, and then pictures. */
export function piecesOf(root: Node): Node[] {
  return nodesOf(root).filter(({ nodeValue }) => nodeValue === null || /\S/.test(nodeValue));
}

/** The same with blank text. */
function nodesOf(root: Node): Node[] {
  const nodes: Node[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const picture of (root as ParentNode & Node).querySelectorAll("img")) nodes.push(picture);
  return nodes;
}

/** No further than to what is enough. */
function weightOf(kept: Kept): number {
  let weight = 0;
  for (const { nodeValue } of kept) {
    if (nodeValue) weight += weightOfText(nodeValue);
    if (weight >= ENOUGH) break;
  }
  return weight;
}

/** As many letters as one character of a script without spaces stands for, roughly. */
const WIDE_LETTER = 2.5;
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Mymr}]/gu;

/** Told before what takes longer to ask for: whether there may be wide letters at all. */
const MAY_BE_WIDE = /[\u0E00-\u1FFF\u2E80-\uFFFF]/;

/** How much a text says, in letters of the Latin script. */
export function weightOfText(text: string): number {
  const { length } = text.trim();
  return MAY_BE_WIDE.test(text) ? length + (text.match(WIDE)?.length ?? 0) * (WIDE_LETTER - 1) : length;
}

/** The same of all text in an element but for what is left out of it, each piece by itself. */
export function weightWithin(root: Element, isOut: (element: Element) => boolean): number {
  let weight = 0;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && isOut(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const { nodeValue } = walker.currentNode;
    if (nodeValue) weight += weightOfText(squeeze(nodeValue));
  }
  return weight;
}
