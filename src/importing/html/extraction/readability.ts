import { Readability } from "@mozilla/readability";
import { SHORTCUTS } from "./shortcuts.ts";

/** What an extractor takes for the article: text nodes and pictures of the page, which it left as it was. */
export type Kept = ReadonlySet<Node>;

/** Flags of the library: https://github.com/mozilla/readability/blob/main/Readability.js. Each attempt is less strict than the one before. */
const ATTEMPTS = [7, 6, 4, 0];

/** The library's own measure of an article, in Latin letters. */
const ENOUGH = 500;

/**
 * The article by Readability. It works on copies; its own second attempts would parse markup, which Trusted Types forbid, and they
 * count letters as Latin has them. `apart`: what is known to be no text of an article, and not looked at.
 */
export function keptByReadability(page: Document, apart: readonly Element[] = []): Kept {
  for (const element of apart) element.setAttribute(APART, "");
  const ours = piecesOf(page);
  let best: { kept: Kept; weight: number } = { kept: new Set(), weight: 0 };
  for (const flags of ATTEMPTS) {
    const kept = attempt(page, ours, flags);
    const weight = weightOf(kept);
    if (weight > best.weight) best = { kept, weight };
    if (weight >= ENOUGH) break;
  }
  for (const element of apart) element.removeAttribute(APART);
  return best.kept;
}

/** Marks in a copy what the library need not look at. */
const APART = "data-apart";

function attempt(page: Document, ours: readonly Node[], flags: number): Kept {
  const copy = page.cloneNode(true) as Document;
  const origin = new Map(piecesOf(copy).map((piece, i) => [piece, ours[i]!]));
  // It would parse their markup once more, which Trusted Types forbid. The walk looks into those of the page itself.
  for (const element of copy.querySelectorAll(`noscript, [${APART}]`)) element.remove();
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
  const pieces: Node[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (/\S/.test(walker.currentNode.nodeValue!)) pieces.push(walker.currentNode);
  for (const picture of (root as ParentNode & Node).querySelectorAll("img")) pieces.push(picture);
  return pieces;
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
