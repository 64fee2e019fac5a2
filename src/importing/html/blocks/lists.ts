import type { Block, Definition, Inline, Numbering } from "#domain/article.ts";
import { type Builder, inside, ownLanguage, type Place } from "./builder.ts";
import { isHidden, nameOf } from "./elements.ts";
import { NOTE_WAS_HERE } from "./notes.ts";
import { withTickInLine } from "./ticks.ts";

const NUMBERINGS = new Set(["a", "A", "i", "I"]);

/**
 * A list with all it holds. Its numbers are what the text refers to, so where they do not go on by one (values of their own, counting down)
 * another list begins: one of ours only ever counts up.
 */
export function listOf(list: Element, place: Place, builder: Builder): Block[] | undefined {
  const ordered = nameOf(list) === "ol";
  const numbers = ordered ? numbersOf(list) : undefined;
  const items: Block[][] = [];
  /** The number of each item; of what is none, that of the item before. */
  const counted: number[] = [];
  let tight = true;
  let notes = false;
  const at = inside(place);
  for (const child of list.childNodes) {
    const element = child.nodeType === Node.ELEMENT_NODE ? (child as Element) : undefined;
    if (element && isHidden(element)) continue;
    if (element && builder.isNote(element)) {
      notes = true;
      continue;
    }
    const isItem = element !== undefined && nameOf(element) === "li";
    const blocks = isItem ? withTickInLine(builder.blocksOf(element, at)) : builder.blocksOfNodes([child], at);
    if (blocks.every((block) => block === NOTE_WAS_HERE)) continue;
    if (isItem && [...element.children].some((inner) => nameOf(inner) === "p")) tight = false;
    // A list straight inside a list belongs to the item before it.
    const last = items.at(-1);
    if (!isItem && last && blocks.every(({ type }) => type === "list")) last.push(...blocks);
    else {
      items.push(blocks);
      counted.push((element && numbers?.get(element)) ?? (counted.at(-1) ?? 0) + 1);
    }
  }
  if (items.length === 0) return notes ? [NOTE_WAS_HERE] : [];
  if (items.some((blocks) => blocks.filter(({ type }) => type !== "list").length > 1)) tight = false;
  const alike = { ...(ordered && numberingOf(list)), tight, ...ownLanguage(place) };
  if (!ordered) return [{ type: "list", ordered, items, ...alike }];
  const runs: { start: number; items: Block[][] }[] = [];
  for (const [i, item] of items.entries()) {
    const number = counted[i]!;
    const run = runs.at(-1);
    if (run && number === run.start + run.items.length) run.items.push(item);
    else runs.push({ start: number, items: [item] });
  }
  return runs.map(({ start, items: some }) => ({
    type: "list",
    ordered,
    ...(start !== 1 && { start }),
    items: some,
    ...alike,
  }));
}

const NUMBER = /^\s*-?\d{1,6}\s*$/;

/** The number that the page gives each of its items: https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value */
function numbersOf(list: Element): Map<Element, number> {
  const items = [...list.children].filter((child) => nameOf(child) === "li");
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
