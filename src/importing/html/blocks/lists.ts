import type { Block, Definition, Inline, Numbering } from "#domain/article.ts";
import { type Builder, inside, ownLanguage, type Place } from "./builder.ts";
import { isHidden, isUnrendered, nameOf } from "./elements.ts";
import { NOTE_WAS_HERE } from "./notes.ts";
import { withTickInLine } from "./ticks.ts";

const NUMBERINGS = new Set(["a", "A", "i", "I"]);

/** Items whose numbers go on by one. */
interface Run {
  start: number;
  items: Block[][];
}

/**
 * A list with all it holds. Its numbers are what the text refers to, so where they do not go on by one (values of their own, counting down)
 * another list begins: one of ours only ever counts up. What is no item belongs to the item before it; before the first, and from a heading on, it
 * stands by itself. In a list that has no items at all, each of its nodes is one.
 */
export function listOf(list: Element, place: Place, builder: Builder): Block[] | undefined {
  const ordered = nameOf(list) === "ol";
  const children = childrenOf(list, builder);
  const shownItems = children.filter(isShownItem);
  const numbers = ordered ? numbersOf(list, shownItems) : undefined;
  const parts: (Run | Block[])[] = [];
  let tight = true;
  let notes = false;
  let beside: Node[] = [];
  const at = inside(place);
  const putBeside = () => {
    if (beside.length === 0) return;
    const last = parts.at(-1);
    const alone = last === undefined || isHeading(beside[0]!);
    const blocks = builder.blocksOfNodes(beside, alone ? place : at);
    beside = [];
    if (blocks.every((block) => block === NOTE_WAS_HERE)) return;
    if (alone) parts.push(blocks);
    else for (const block of blocks) (Array.isArray(last) ? last : last.items.at(-1)!).push(block);
  };
  for (const child of children) {
    const element = child.nodeType === Node.ELEMENT_NODE ? (child as Element) : undefined;
    if (element && isHidden(element)) continue;
    if (element && builder.isNote(element)) {
      notes = true;
      continue;
    }
    const isItem = element !== undefined && nameOf(element) === "li";
    if (!isItem && shownItems.length > 0) {
      if (isHeading(child)) putBeside();
      beside.push(child);
      continue;
    }
    putBeside();
    const blocks = isItem ? withTickInLine(builder.blocksOf(element, at)) : builder.blocksOfNodes([child], at);
    if (blocks.every((block) => block === NOTE_WAS_HERE)) continue;
    if (isItem && [...element.children].some((inner) => nameOf(inner) === "p")) tight = false;
    const last = parts.at(-1);
    const run = Array.isArray(last) ? undefined : last;
    const next = run ? run.start + run.items.length : 1;
    const number = (element && numbers?.get(element)) ?? next;
    // A list straight inside a list belongs to the item before it.
    if (!isItem && run && blocks.every(({ type }) => type === "list"))
      for (const block of blocks) run.items.at(-1)!.push(block);
    else if (run && number === next) run.items.push(blocks);
    else parts.push({ start: number, items: [blocks] });
  }
  putBeside();
  if (parts.length === 0) return notes ? [NOTE_WAS_HERE] : [];
  const runs = parts.filter((part): part is Run => !Array.isArray(part));
  if (runs.some(({ items }) => items.some((blocks) => blocks.filter(({ type }) => type !== "list").length > 1)))
    tight = false;
  const alike = { ...(ordered && numberingOf(list)), tight, ...ownLanguage(place) };
  return parts.flatMap((part): Block[] => {
    if (Array.isArray(part)) return part;
    const { start, items } = part;
    return [{ type: "list", ordered, ...(start !== 1 && { start }), items, ...alike }];
  });
}

const isHeading = (node: Node) => node.nodeType === Node.ELEMENT_NODE && /^h[1-6]$/.test(nameOf(node as Element));

const isShownItem = (node: Node): node is Element =>
  node.nodeType === Node.ELEMENT_NODE && nameOf(node as Element) === "li" && !isUnrendered(node as Element);

/** The children of a list, and those of boxes around its items. */
function childrenOf(list: Element, builder: Builder, into: Node[] = []): Node[] {
  for (const child of list.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && isBox(child as Element, builder))
      childrenOf(child as Element, builder, into);
    else into.push(child);
  }
  return into;
}

function isBox(element: Element, builder: Builder): boolean {
  if (/^(?:li|[ou]l|menu|dir)$/.test(nameOf(element))) return false;
  return [...element.children].some(isShownItem) && !isHidden(element) && !builder.leavesOut(element);
}

const NUMBER = /^\s*-?\d{1,6}\s*$/;

/**
 * The number that the page gives each of its items: https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value
 * `items`: those that are rendered.
 */
function numbersOf(list: Element, items: readonly Element[]): Map<Element, number> {
  const step = list.hasAttribute("reversed") ? -1 : 1;
  const said = list.getAttribute("start") ?? "";
  let next = NUMBER.test(said) ? Number(said) : step < 0 ? items.length : 1;
  const numbers = new Map<Element, number>();
  for (const item of items) {
    const value = item.getAttribute("value") ?? "";
    if (NUMBER.test(value)) next = Number(value);
    numbers.set(item, next);
    next += step;
  }
  return numbers;
}

function numberingOf(list: Element): { numbering?: Numbering } {
  const type = list.getAttribute("type") ?? styleType(list);
  return NUMBERINGS.has(type) ? { numbering: type as Numbering } : {};
}

function styleType(list: Element): string {
  const style = /list-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)/i.exec(list.getAttribute("style") ?? "");
  if (!style) return "";
  const letter = style[2]!.toLowerCase() === "roman" ? "i" : "a";
  return style[1]!.toLowerCase() === "upper" ? letter.toUpperCase() : letter;
}

/** Terms and what is said of them; undefined where there is nothing but one of the two. */
export function definitionsOf(list: Element, place: Place, builder: Builder): Block[] | undefined {
  const items: Definition[] = [];
  const at = inside(place);
  let open: Definition = { terms: [], details: [] };
  const close = () => {
    if (open.terms.length + open.details.length > 0) items.push(open);
    open = { terms: [], details: [] };
  };
  const parts = partsOf(list);
  if (!parts) return undefined;
  for (const part of parts) {
    if (nameOf(part) === "dt") {
      if (open.details.length > 0) close();
      const term: Inline[] = builder.inlinesOf(part, at);
      if (term.length > 0) open.terms.push(term);
    } else if (!builder.isNote(part)) {
      const detail = builder.blocksOf(part, at);
      if (detail.length > 0) open.details.push(detail);
    }
  }
  close();
  const complete = items.some(({ terms, details }) => terms.length > 0 && details.length > 0);
  return complete ? [{ type: "definitions", items, ...ownLanguage(place) }] : undefined;
}

/** The `dt` and `dd` in order; undefined where something else stands between them, or a term holds blocks. */
function partsOf(list: Element): Element[] | undefined {
  const parts: Element[] = [];
  for (const child of list.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && child.nodeValue!.trim() !== "") return undefined;
    if (child.nodeType !== Node.ELEMENT_NODE || isHidden(child as Element)) continue;
    const element = child as Element;
    const inner = nameOf(element) === "div" ? [...element.children] : [element];
    for (const part of inner) {
      const name = nameOf(part);
      if (name === "dt" || name === "dd") parts.push(part);
      else if ((part.textContent ?? "").trim() !== "" || part.querySelector("img")) return undefined;
    }
  }
  return parts.some((part) => nameOf(part) === "dt" && part.querySelector("p, ul, ol, table, img")) ? undefined : parts;
}
