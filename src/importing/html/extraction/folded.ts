import { isHidden, reveal } from "../blocks/elements.ts";
import { languageOf } from "../../text/language.ts";
import { KINDS, linkedShare, namesSayBoilerplate, ROLES } from "./boilerplate.ts";
import { weightOfText } from "./readability.ts";

/** Less, in Latin letters, is a label or a notice, and no part of an article that a page keeps folded. */
const MUCH = 200;
/** Less beside it is no article that it could go on with. */
const BESIDE = 60;
/** What may stand between: a button, a picture, an advertisement. */
const BETWEEN = 4;

/**
 * Shows what a page keeps hidden behind “Read more”: running text that stands right after shown paragraphs of its own kind and says
 * something new in their language. Menus, dialogs, notices, copies for printing and other languages stay hidden.
 */
export function unfoldHidden(page: Document): void {
  const hidden = [...page.body.querySelectorAll(MAY_BE_HIDDEN)].filter(isHidden);
  for (const element of hidden) {
    const before = element.previousElementSibling;
    if (!isHidden(element) || (before && isHidden(before))) continue;
    const group = hiddenFrom(element);
    // Icons, mostly, in any script: told before what takes longer to ask for.
    if (textOf(group).length < MUCH / 4 || !mayHoldText(element.parentElement)) continue;
    const shown = shownBefore(element);
    if (!shown || !isFolded(group, shown)) continue;
    const text = squeezed(textOf(group));
    const start = squeezed(shown.textContent);
    // The whole text follows the beginning of it that was shown alone.
    if (start.length > 30 && text.startsWith(start.slice(0, -10))) shown.setAttribute("hidden", "");
    else if (isSaidAlready(group, shown.parentElement!)) continue;
    for (const one of group) reveal(one);
  }
}

const MAY_BE_HIDDEN = '[hidden], [aria-hidden="true"], [style*="none" i], [style*="hidden" i], [style*="collapse" i]';

/** With the hidden elements that follow at once. */
function hiddenFrom(element: Element): Element[] {
  const group = [element];
  for (let next = element.nextElementSibling; next && isHidden(next); next = next.nextElementSibling) group.push(next);
  return group.filter((one) => !isNoText(one));
}

/** Not in what holds no text of an article, nor in what is hidden as a whole. */
function mayHoldText(parent: Element | null): boolean {
  if (!parent || parent.localName === "body") return false;
  for (let at: Element | null = parent; at; at = at.parentElement) if (isHidden(at) || isNoText(at, true)) return false;
  return true;
}

/** Names of what opens over a page, is one of several views of it, or is there for printers alone. */
const OTHER =
  /modal|popup|pop-up|overlay|lightbox|drawer|dropdown|tooltip|menu|cookie|consent|print|tab-?pane|offcanvas|toast|transcript|lang(?:uage)?[_-]/i;

function isNoText(element: Element, isFrame = false): boolean {
  const { localName } = element;
  const role = element.getAttribute("role") ?? "";
  if (KINDS.has(localName) || localName === "aside" || ROLES.test(role) || role === "tabpanel") return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return !isFrame && (OTHER.test(names) || namesSayBoilerplate(element));
}

/** The shown prose that the element follows. */
function shownBefore(element: Element): Element | undefined {
  let at = element.previousElementSibling;
  for (let i = 0; at && i <= BETWEEN; i++, at = at.previousElementSibling) {
    if (isProse(at, BESIDE)) return at;
    // Another text has come between.
    if (weightOfText(at.textContent) > 2 * BESIDE) return undefined;
  }
  return undefined;
}

/** What paragraphs of an article never hold. */
const FRAME = "article, main, h1, header, footer, form, aside, input, select, textarea";

function isProse(element: Element, least: number): boolean {
  if (isNoText(element) || !/^(?:p|div|section|span|blockquote|ul|ol)$/.test(element.localName)) return false;
  if (element.querySelector(FRAME) !== null) return false;
  return (
    weightOfText(element.textContent) >= least &&
    /[.!?…。！？؟।]/.test(element.textContent) &&
    linkedShare(element) < 0.3
  );
}

const NOTICE = /cookie|consent|javascript|your browser|subscrib|newsletter|log in|sign in|password|©/i;

function isFolded(group: readonly Element[], shown: Element): boolean {
  if (group.length === 0) return false;
  const text = textOf(group);
  const weight = weightOfText(text.replace(/\s+/g, " "));
  if (weight < MUCH || group.some((one) => one.querySelector(FRAME) !== null)) return false;
  const prose = group.filter((one) => isProse(one, BESIDE));
  if (weightOfText(textOf(prose)) < weight / 2 || (weight < 10 * MUCH && NOTICE.test(text))) return false;
  const [one, other] = [shown, group[0]!].map((element) => element.closest("[lang]")?.getAttribute("lang") ?? "");
  return one === other && languageOf(undefined, text.slice(0, 2000)) === languageOf(undefined, enoughBefore(shown));
}

/** The prose of the shown element and of those before it, for telling its language. */
function enoughBefore(shown: Element): string {
  let text = "";
  for (let at: Element | null = shown; at && text.length < 2000; at = at.previousElementSibling)
    if (!isHidden(at)) text = `${at.textContent.slice(0, 2000)} ${text}`;
  return text;
}

function isSaidAlready(group: readonly Element[], around: Element): boolean {
  const said = squeezed(textOf([...around.children].filter((one) => !isHidden(one))));
  const parts = group.flatMap((one) => [...one.querySelectorAll("p"), one]).map((one) => squeezed(one.textContent));
  const telling = parts.filter((part) => part.length > 40);
  return telling.filter((part) => said.includes(part)).length > telling.length / 3;
}

const textOf = (elements: readonly Element[]) => elements.map(({ textContent }) => textContent).join("\n");
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
