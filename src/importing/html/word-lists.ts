import { follows, type Mark, readingsOf } from "./word-marks.ts";

interface Item {
  /** What stands in the document for it. */
  place: Element;
  /** Where its content is. */
  content: Element;
  level: number;
  readings: readonly Mark[];
  /** The list that it is alone in so far. */
  own?: Element;
}

interface Open {
  list: Element;
  level: number;
  last: Mark;
}

/** Word for the web puts a box around each item. */
const BOX = "ListContainerWrapper";
const SIGNS = `p[style*="mso-list"], p[class*="MsoList"], div.${BOX}`;
const ITEMS = `:is(p, h1, h2, h3, h4, h5, h6)[style*='mso-list' i], p[class*='MsoListParagraph'], p[class*='MsoListContinue'], .${BOX}`;
const LEVEL = /mso-list\s*:[^;]*\blevel(\d)/i;

/**
 * Makes real lists of what Word writes for them: paragraphs that say their level in a style or by how far they are moved in, with the bullet or
 * number as text in front. Word for the web writes a list for each item; those are put together. Numbers that a list cannot have, and those of
 * headings, stay in the text.
 */
export function unfoldWordLists(root: Element): void {
  if (root.querySelector(SIGNS) === null) return;
  const open: Open[] = [];
  let end: Element | undefined;
  for (const element of [...root.querySelectorAll(ITEMS)]) {
    if (!shows(element) || element.closest("li")) continue;
    const goesOn = end !== undefined && isNextTo(end, element);
    if (!goesOn) open.length = 0;
    const item = itemOf(element);
    const mark = item && markFor(item, open);
    if (mark) {
      put(item, mark, open);
      end = open[0]!.list;
    } else if (item || /^h[1-6]$/.test(element.localName)) keepMark(element);
    else if (goesOn && element.localName === "p" && /\S/.test(element.textContent ?? ""))
      open.at(-1)!.list.lastElementChild!.append(element);
  }
}

/** Undefined where its number counts in what is no item around it. */
function markFor({ readings, level }: Item, open: readonly Open[]): Mark | undefined {
  const beside = open.find((one) => one.level === level)?.last;
  const mark = readings.find((reading) => beside && follows(reading, beside)) ?? readings[0];
  const around = open.findLast((one) => one.level < level);
  return mark?.within === undefined || mark.within === around?.last.number ? mark : undefined;
}

function put(item: Item, mark: Mark, open: Open[]): void {
  const { place, content, level, own } = item;
  const page = place.ownerDocument;
  while (open.length > 0 && open.at(-1)!.level > level) open.pop();
  let here = open.at(-1);
  if (here?.level === level && !follows(mark, here.last)) {
    open.pop();
    here = open.at(-1);
  }
  if (here?.level === level) here.last = mark;
  else {
    const list = (own?.cloneNode(false) as Element | undefined) ?? page.createElement(mark.ordered ? "ol" : "ul");
    if (mark.ordered && mark.number !== 1) list.setAttribute("start", String(mark.number));
    if (mark.numbering) list.setAttribute("type", mark.numbering);
    if (here) here.list.lastElementChild!.append(list);
    else place.before(list);
    open.push((here = { list, level, last: mark }));
  }
  if (!own) takeMark(content);
  const element = page.createElement("li");
  element.append(...content.childNodes);
  here.list.append(element);
  place.remove();
}

function itemOf(element: Element): Item | undefined {
  if (element.classList.contains(BOX)) return itemInBox(element);
  if (element.localName !== "p") return undefined;
  const style = element.getAttribute("style") ?? "";
  const level = LEVEL.exec(style)?.[1];
  const mark = ignoredIn(element)?.textContent ?? leadingMark(element)?.mark;
  if (mark === undefined || (level === undefined && /mso-list\s*:\s*(?:none|skip)/i.test(style))) return undefined;
  return { place: element, content: element, level: level ? Number(level) : inches(style), readings: readingsOf(mark) };
}

function itemInBox(place: Element): Item | undefined {
  const [content, ...others] = place.querySelectorAll("li");
  const own = content?.parentElement;
  if (!content || !own || others.length > 0) return undefined;
  const ordered = own.localName === "ol";
  const number = Number(own.getAttribute("start") ?? content.getAttribute("data-aria-posinset")) || 1;
  const level = Number(content.getAttribute("data-aria-level")) || 1;
  return { place, content, own, level, readings: [{ ordered, number: ordered ? number : 1 }] };
}

/** The mark as Word hands it over for programs that know no lists of its kind. */
function ignoredIn(element: Element): Element | undefined {
  return [...element.querySelectorAll("[style*='mso-list' i]")].find((one) =>
    /mso-list\s*:\s*ignore/i.test(one.getAttribute("style")!),
  );
}

/** The same where only the text is left of it: it has white space behind it that a writer would not type. */
function leadingMark(element: Element): { mark: string; length: number } | undefined {
  const text = element.textContent ?? "";
  const [whole, mark] = /^\s*(\S{1,8}?)(?=[^\S\u00A0]*\u00A0)\s{2,}/u.exec(text) ?? [];
  return whole !== undefined && mark !== undefined && readingsOf(mark).length > 0
    ? { mark, length: whole.length }
    : undefined;
}

function takeMark(element: Element): void {
  const ignored = ignoredIn(element);
  if (ignored) return ignored.remove();
  let left = leadingMark(element)?.length ?? 0;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (left > 0 && walker.nextNode()) {
    const text = walker.currentNode as Text;
    const taken = Math.min(left, text.length);
    text.deleteData(0, taken);
    left -= taken;
  }
}

/** With one space behind it. */
function keepMark(element: Element): void {
  const ignored = ignoredIn(element);
  const text = (ignored?.textContent ?? "").replace(/[\s\u00A0]+/g, " ").trim();
  if (/[\p{L}\p{N}]{2}|\p{N}/u.test(text)) ignored!.replaceWith(`${text} `);
  else ignored?.remove();
}

const UNITS: Readonly<Record<string, number>> = { in: 1, pt: 72, px: 96, cm: 2.54, mm: 25.4 };

/** How far a paragraph is moved in; half an inch is what Word does for a first level. */
function inches(style: string): number {
  const [, length, unit] = /margin-(?:left|inline-start)\s*:\s*([\d.]+)(in|pt|px|cm|mm)/i.exec(style) ?? [];
  return length && unit ? Math.round((10 * Number(length)) / UNITS[unit.toLowerCase()]!) / 10 : 0.5;
}

const shows = (element: Element) => (element.textContent ?? "").trim() !== "" || element.querySelector("img") !== null;

/** Whether nothing that shows stands between the list and the element. The list itself is not read: it grows with each of its items. */
function isNextTo(list: Element, element: Element): boolean {
  let before = element.previousElementSibling;
  while (before && before !== list && !shows(before)) before = before.previousElementSibling;
  return before === list;
}
