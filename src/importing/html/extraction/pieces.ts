import { BREAKS, DROPPED, nameOf } from "../blocks/elements.ts";

/** Elements that are one piece of a page, with all that is in them. */
const WHOLE = /^(?:audio|blockquote|dl|embed|figure|h[1-6]|iframe|img|math|ol|p|picture|pre|table|ul|video)$/;
/** Tables that lay out a page are looked into. */
const LAID_OUT = "table, h1, h2, h3, figure, p + p";

/**
 * The pieces of a page in document order, hidden ones too: each paragraph, heading, list, picture … that can be kept or left out by itself.
 * Text that stands between others is set in an element of its own, which changes nothing of what is read.
 */
export function piecesIn(root: Element): Element[] {
  const pieces: Element[] = [];
  const look = (element: Element, depth: number) => {
    const name = nameOf(element);
    if (DROPPED.has(name) || isEmpty(element)) return;
    if (depth > 500 || isWhole(element, name)) pieces.push(element);
    else lookInto(element, depth + 1);
  };
  const lookInto = (element: Element, depth: number) => {
    for (const child of [...element.childNodes]) {
      if (child.nodeType === Node.ELEMENT_NODE) look(child as Element, depth);
      else if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue!)) pieces.push(inItsOwn(child as Text));
    }
  };
  lookInto(root, 0);
  return pieces;
}

function isWhole(element: Element, name: string): boolean {
  if (name === "table") return element.querySelector(LAID_OUT) === null;
  if (WHOLE.test(name)) return true;
  // Text of its own makes it a paragraph, and so does having nothing in it that begins a line.
  return (
    ownLength(element) > 0.5 * length(element) ||
    ![...element.querySelectorAll("*")].some((one) => BREAKS.has(nameOf(one)) || WHOLE.test(nameOf(one)))
  );
}

function inItsOwn(text: Text): Element {
  const element = text.ownerDocument.createElement("span");
  text.before(element);
  element.append(text);
  return element;
}

function ownLength(element: Element): number {
  let sum = 0;
  for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) sum += child.nodeValue!.trim().length;
  return sum;
}

const length = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim().length;

function isEmpty(element: Element): boolean {
  return (element.textContent ?? "").trim() === "" && !element.matches(SHOWN) && element.querySelector(SHOWN) === null;
}

const SHOWN = "img, video, audio, iframe, math";
