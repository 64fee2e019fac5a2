import type { Leaf } from "#domain/text.ts";
import { squeeze } from "../blocks/text-within.ts";
import type { Region } from "./region.ts";
import { CUT_OFF } from "./tail-words.ts";

const NAMES =
  /(?:^|[\s_-])(?:(?:pay|reg|meter(?:ed)?)-?(?:wall|gate)|gate|premium-?content|subscri(?:ber|ption)s?-?(?:only|wall|required))(?:$|[\s_-])/i;

/** Shorter lines at the end are names and labels. In UTF-16 units. */
const SENTENCE = 50;
/** How long a text is looked at that may ask to pay, in letters. */
const WALL = 1000;

/**
 * Whether an article ends before its end: with dots in brackets, or in the middle of a sentence where a box was left out that asks those who want
 * to read on to pay. Such boxes are on many a page that shows them to nobody, so its end must say it too.
 */
export function endsAtWall(leaves: readonly Leaf[], { reasons = new Map() }: Region): boolean {
  const end = leaves.findLast(({ inNote, text }) => !inNote && /\p{L}/u.test(text))?.text.trim() ?? "";
  if (/\[\s*(?:…|\.{3})\s*\]$/.test(end)) return true;
  if (end.length < SENTENCE || !/(?:[\p{L}\p{N},;:–—-]|…|\.{3})$/u.test(end)) return false;
  return Array.from(reasons).some(([element, reason]) => reason !== "reader" && isWall(element));
}

function isWall(element: Element): boolean {
  const text = squeeze(element.textContent.slice(0, WALL));
  if (text.length < 10) return false;
  return (
    NAMES.test(`${element.getAttribute("class") ?? ""} ${element.id}`) ||
    [...element.querySelectorAll("h2, h3, h4, p, strong")]
      .slice(0, 4)
      .some((one) => CUT_OFF.test(squeeze(one.textContent)))
  );
}
