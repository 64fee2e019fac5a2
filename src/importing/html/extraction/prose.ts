import { isHidden, nameOf } from "../blocks/elements.ts";
import { squeeze } from "../blocks/text-within.ts";
import { isDiscussion, KINDS, namesSayBoilerplate, ROLES } from "./boilerplate.ts";
import { weightOfText } from "./readability.ts";

/** How much running text there is in each element of a page, in Latin letters; none in menus, tails and the like. */
export interface Prose {
  in(element: Element): number;
  /** The largest elements that are menus, tails and the like. */
  apart: readonly Element[];
}

/** Elements that only set words within a line apart. */
const WITHIN_LINES = new Set(
  "a abbr b bdi bdo cite code dfn em font i ins kbd mark q s small span strong sub sup time u var".split(" "),
);
/** Shorter lines without a full stop are labels. */
const SENTENCE = 60;
const SHORTEST = 25;

export function proseOf(page: Document): Prose {
  const paragraphs = paragraphsOf(page.body);
  const all = sums(paragraphs);
  const most = LARGE * (all.get(page.body) ?? 0);
  const sunk = new Map<Element, boolean>([[page.body, false]]);
  const isSunk = (element: Element): boolean => {
    const known = sunk.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const is = parent !== null && (isSunk(parent) || isApart(element, (all.get(element) ?? 0) > most));
    sunk.set(element, is);
    return is;
  };
  const prose = sums(paragraphs.filter(({ element }) => !isSunk(element)));
  const apart = Array.from(sunk).flatMap(([element, is]) =>
    is && !sunk.get(element.parentElement!) && (all.get(element) ?? 0) <= most ? [element] : [],
  );
  return { in: (element) => prose.get(element) ?? 0, apart };
}

interface Paragraph {
  element: Element;
  weight: number;
}

/** The blocks that hold text themselves, with how much; those of links and of single words left out. */
function paragraphsOf(body: Element): Paragraph[] {
  const texts = new Map<Element, { all: string; linked: number }>();
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const value = walker.currentNode.nodeValue!;
    if (!/\S/.test(value)) continue;
    const text = squeeze(value);
    let block = walker.currentNode.parentElement!;
    let linked = false;
    while (block !== body && WITHIN_LINES.has(block.localName)) {
      linked ||= block.localName === "a";
      block = block.parentElement!;
    }
    const known = texts.get(block) ?? { all: "", linked: 0 };
    known.all += `${text} `;
    if (linked) known.linked += text.length;
    texts.set(block, known);
  }
  const paragraphs: Paragraph[] = [];
  for (const [element, { all, linked }] of texts) {
    if (all.length < SHORTEST || (all.length < SENTENCE && !/[.!?。！？؟।:]/.test(all)) || linked > all.length / 2)
      continue;
    if (element.closest("a") === null) paragraphs.push({ element, weight: weightOfText(all) });
  }
  return paragraphs;
}

/** What holds more than this part of a page's text is not told to be a menu or a tail by its name alone. */
export const LARGE = 0.4;

function isApart(element: Element, isLarge: boolean): boolean {
  if (isHidden(element) || nameOf(element) === "aside" || KINDS.has(nameOf(element))) return true;
  return (
    ROLES.test(element.getAttribute("role") ?? "") ||
    (namesSayBoilerplate(element) && (!isLarge || isDiscussion(element)))
  );
}

function sums(paragraphs: readonly Paragraph[]): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const { element, weight } of paragraphs)
    for (let at: Element | null = element; at; at = at.parentElement) sums.set(at, (sums.get(at) ?? 0) + weight);
  return sums;
}

/** The smallest element that holds nearly all of the page's prose. */
export function densest(page: Document, prose: Prose): Element {
  const whole = prose.in(page.body);
  let at: Element = page.body;
  for (;;) {
    const next: Element | undefined = [...at.children].find((child) => prose.in(child) >= 0.8 * whole);
    if (!next) return at;
    at = next;
  }
}
