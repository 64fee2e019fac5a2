import { cut, isHidden, nameOf } from "../blocks/elements.ts";
import { plain } from "../metadata/title.ts";
import { isBoilerplate, lengthOf, linkedShare } from "./boilerplate.ts";

/** What a page sets between its title and the text, which extractors leave out with the author and the day. */
export interface ArticleHead {
  /** A figure with a picture. */
  picture?: Element;
  standfirst?: string | undefined;
}

/** Names of what says in a sentence or two what an article is about. */
const STANDFIRST =
  /(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?title|sub-?head(?:line|ing)?|lede|excerpt|summary|intro(?:duction)?)(?:$|[\s_-])/i;
const SHORTEST = 20;
const LONGEST = 400;

/** `root`: the region of the text. Nothing where that holds the title, or where the page shows it nowhere above. */
export function articleHead(page: Document, root: Element, title: string): ArticleHead {
  const heading = [...page.querySelectorAll("h1")].find(({ textContent }) => sameTitle(textContent, title));
  if (!heading || !isBefore(heading, root)) return {};
  let around = heading.parentElement!;
  while (!around.contains(root)) around = around.parentElement!;
  const own = heading.closest("header");
  const isInHead = (element: Element) =>
    (isBefore(heading, element) || own?.contains(element)) && isBefore(element, root) && isShownWithin(element, around);
  const head: ArticleHead = {};
  for (const element of around.querySelectorAll("figure, p, h2, div")) {
    if (nameOf(element) === "figure") {
      if (!head.picture && isPicture(element) && isInHead(element) && !isAgainIn(root, element)) head.picture = element;
    } else if (!head.standfirst && STANDFIRST.test(element.getAttribute("class") ?? "") && isInHead(element))
      head.standfirst = sentenceOf(element);
  }
  return head;
}

const isBefore = (one: Element, other: Element) =>
  one.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING;

function sameTitle(heading: string, title: string): boolean {
  const [one, other] = [plain(heading), plain(title)];
  return one !== "" && (one === other || other.startsWith(one) || one.startsWith(other));
}

/** A picture of an author, or one that leads to another article, stands in a box that says so, or is a link as a whole. */
function isPicture(figure: Element): boolean {
  return (
    figure.querySelector("img") !== null && figure.querySelector("h2, h3, h4") === null && linkedShare(figure) < 0.8
  );
}

function isAgainIn(root: Element, figure: Element): boolean {
  const src = figure.querySelector("img")!.getAttribute("src");
  return src !== null && [...root.querySelectorAll("img")].some((image) => image.getAttribute("src") === src);
}

function isShownWithin(element: Element, around: Element): boolean {
  for (let at: Element | null = element; at && at !== around; at = at.parentElement)
    if (isHidden(at) || isBoilerplate(at) || nameOf(at) === "aside" || nameOf(at) === "a") return false;
  return true;
}

function sentenceOf(element: Element): string | undefined {
  const length = lengthOf(element);
  const is =
    length >= SHORTEST && length <= LONGEST && linkedShare(element) < 0.3 && !element.querySelector("p + p, time");
  return is ? cut(element.textContent, LONGEST) : undefined;
}
