import type { Block } from "#domain/article.ts";
import { tidyInlines } from "#domain/white-space.ts";

/** A task that is done, and one that is not: signs that fonts have and voices name. */
export const DONE = "☑";
export const OPEN = "☐";

const TASK = /(?:^|[\s_-])(?:tasks?|to-?do|check-?list)(?:$|[\s_-])/i;

/**
 * The sign for a box that stands in front of an item of a list of tasks; undefined for any other control. Recipes and filters have boxes as well,
 * for whoever looks at the page: in tasks one is ticked, or they cannot be, or they are called so.
 */
export function tickOf(control: Element): string | undefined {
  if (control.getAttribute("type")?.toLowerCase() !== "checkbox") return undefined;
  const item = control.closest("li");
  const list = item?.parentElement;
  if (!item || !list || item.querySelector("input") !== control || !isInFront(control, item)) return undefined;
  const isTask =
    control.hasAttribute("disabled") ||
    [control, item, list].some((element) => TASK.test(element.getAttribute("class") ?? "")) ||
    hasTicks(list);
  if (!isTask) return undefined;
  return control.hasAttribute("checked") ? DONE : OPEN;
}

/** Asked of each item of a list. */
const ticked = new WeakMap<Element, boolean>();

function hasTicks(list: Element): boolean {
  const known = ticked.get(list) ?? list.querySelector(":scope > li input[checked]") !== null;
  ticked.set(list, known);
  return known;
}

/** Puts the signs in the places of the boxes, for a page that is cleared of controls. */
export function writeTicks(page: Document): void {
  const signs = Array.from(page.querySelectorAll("li input"), (control) => [control, tickOf(control)] as const);
  for (const [control, sign] of signs) if (sign) control.replaceWith(`${sign} `);
}

/** Whether no text of the item comes before it. */
function isInFront(control: Element, item: Element): boolean {
  for (let at: Node = control; at !== item; at = at.parentNode!)
    for (let before = at.previousSibling; before; before = before.previousSibling)
      if (/\S/.test(before.textContent ?? "") && before.nodeType !== Node.COMMENT_NODE) return false;
  return /\S/.test(item.textContent ?? "");
}

/** The blocks of an item with the tick in the line of its text: editors put one in a box beside the other. */
export function withTickInLine(blocks: Block[]): Block[] {
  const [first, second, ...rest] = blocks;
  if (first?.type !== "paragraph" || second?.type !== "paragraph") return blocks;
  const [sign, ...others] = first.content;
  if (!sign || others.length > 0 || !("text" in sign) || (sign.text !== DONE && sign.text !== OPEN)) return blocks;
  return [{ ...second, content: tidyInlines([{ text: `${sign.text} ` }, ...second.content]) }, ...rest];
}
