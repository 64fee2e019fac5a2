import { isHidden, nameOf } from "../blocks/elements.ts";
import { squeeze } from "../blocks/text-within.ts";

const wordList = (...words: string[]) => new RegExp(`(?:^|[\\s_-])(?:${words.join("|")})(?:$|[\\s_-])`, "i");

/** Names of classes and ids that say: this is not the article. Whole words of such a name, as pages join them with hyphens. */
const NAMES = wordList(
  "share|sharing|share-?(?:bar|buttons?|links?|tools?|this)|social(?:-?(?:share|media|links?|icons?|bar|buttons?))?|addtoany|addthis|sharedaddy|jp-relatedposts",
  "related(?:-?(?:posts?|articles?|stories|content|links?|news|items?|topics?))?|recommended|recirc(?:ulation)?|more-?(?:stories|articles|posts|from)|you-?may(?:-also)?-like|read-?(?:next|also)|up-?next|trending|most-?(?:read|popular)|popular-?posts",
  "newsletter(?:-?(?:signup|form|box|widget|subscribe))?|subscribe|subscription|sign-?up|optin|opt-in|mailing-?list|mc4wp|paywall",
  "cookies?(?:-?(?:banner|notice|bar|consent|law))?|consent|gdpr",
  "comments?(?:-?(?:area|list|section|form|thread|wrapper))?|respond|disqus(?:_thread)?|discussion|replies",
  "breadcrumbs?|pagination|pager|post-?navigation|nav-?links|post-?nav|widget-?area",
  "post-?signature|signature|author-?(?:bio|box|info|card|about)|about-?(?:the-)?author|bio-?box",
  "ads?|advert(?:isement|s)?|sponsor(?:ed)?|promo(?:tion)?|banner|outbrain|taboola|adsbygoogle",
  "tags?-?(?:list|links|cloud)?|post-?tags|entry-?(?:meta|footer|tags)|post-?(?:meta|footer)|article-?(?:meta|tags|footer)|cat-?links|byline|post-?date",
  "print-?only|screen-?reader-?text|sr-only|visually-?hidden|skip-?link|mw-editsection|noprint|edit-?link",
);

const DISCUSSIONS = wordList(
  "comments?(?:-?(?:area|list|section|form|thread|wrapper))?|respond|disqus(?:_thread)?|discussion|replies",
);

/** What readers say under an article can be longer than the article. */
export const isDiscussion = (element: Element) =>
  DISCUSSIONS.test(`${element.getAttribute("class") ?? ""} ${element.id}`);

/** These say it only as the whole of a name, or with a side or number behind. */
const WHOLE_NAMES =
  /(?:^|\s)(?:nav|menu|sidebar)(?:bar)?(?=$|\s|[_-](?:left|right|primary|secondary|main|widgets?|area|list|\d))/i;

/** Elements that hold no text of an article whatever their names. */
export const KINDS = new Set(["nav", "form", "button", "footer"]);
export const ROLES =
  /^(?:navigation|complementary|search|banner|contentinfo|menu|menubar|alert|alertdialog|dialog|toolbar)$/;

/** Whether an element inside the region is known to be no part of an article. */
export function isBoilerplate(element: Element): boolean {
  if (isHidden(element)) return false;
  const name = nameOf(element);
  if (/^(?:p|h[1-6]|em|strong|b|i|a|code|pre|figure|table|tbody|tr|td|th|li|img|picture|br)$/.test(name)) return false;
  return KINDS.has(name) || ROLES.test(element.getAttribute("role") ?? "") || namesSayBoilerplate(element);
}

/** Layouts are named after the parts that they have or lack. A name is looked at once, from its beginning: some are as long as a picture. */
const LAYOUTS = /(?:^|\s)(?:has|no|not|with|without|is|page|single|layout|hide|show)[_-]\S+|(?<!\S)\S+:\S+/gi;

const known = new Map<string, boolean>();

/** Whether the names of an element say that it is no text of an article. What holds the title or is the main part of the page is one all the same. */
export function namesSayBoilerplate(element: Element): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  let says = known.get(names);
  if (says === undefined) {
    const telling = names.replace(LAYOUTS, " ");
    says = NAMES.test(telling) || WHOLE_NAMES.test(telling);
    // The same names come again and again within a page, and seldom on another.
    if (known.size > 5000) known.clear();
    known.set(names, says);
  }
  return says && !/^(?:article|body|html|main)$/.test(nameOf(element)) && element.querySelector("h1, main") === null;
}

/** Whether something that an extractor dropped from the middle of an article is text of it all the same. */
export function isWorthKeeping(element: Element): boolean {
  if (isOnlyFormula(element)) return true;
  if (isHidden(element) || namesSayBoilerplate(element) || KINDS.has(nameOf(element)) || nameOf(element) === "aside")
    return false;
  // Words of a sentence that an extractor took for something else by a name, such as that of a footnote.
  if (/^(?:cite|em|i|b|q|small|span|strong|su[bp])$/.test(nameOf(element)) && element.parentElement?.localName === "p")
    return true;
  const length = lengthOf(element);
  const linked = linkedShare(element);
  switch (nameOf(element)) {
    case "figure":
      return isWorthLookingAt(element);
    case "table":
    case "pre":
    case "blockquote":
    case "dl":
      return linked < 0.5;
    case "ul":
    case "ol":
      return linked < 0.3 && length > 20;
    case "h2":
    case "h3":
    case "h4":
      return linked < 0.3;
    case "img":
    case "picture":
      return false;
    case "p":
      return linked < 0.4;
    default:
      if (isOnlyFigures(element)) return [...element.querySelectorAll("figure")].every(isWorthLookingAt);
      return (
        linked < 0.1 &&
        length > 150 &&
        /[.!?。！？]/.test(element.textContent ?? "") &&
        element.querySelector("form, input, time, h2 a, h3 a, h4 a, article") === null
      );
  }
}

/** Signs that may stand beside what an element is there for. */
const BESIDE = 3;

/** Wikis hide a formula behind a picture of it, and extractors drop what is hidden. */
function isOnlyFormula(element: Element): boolean {
  const formula = element.querySelector("math");
  return formula !== null && lengthOf(element) - lengthOf(formula) <= BESIDE;
}

/** A picture's credit is links as well; a picture that leads to another article has nothing but links under it. */
function isWorthLookingAt(figure: Element): boolean {
  return linkedShare(figure) < (figure.querySelector("img") ? 0.8 : 0.5);
}

/** Whether an element is a box around figures, as galleries and newsletters have it. */
function isOnlyFigures(element: Element): boolean {
  const figures = [...element.querySelectorAll("figure")].filter((one) => !one.parentElement!.closest("figure"));
  return figures.length > 0 && lengthOf(element) - figures.reduce((sum, one) => sum + lengthOf(one), 0) <= BESIDE;
}

export function lengthOf(element: Element): number {
  return squeeze(element.textContent ?? "").length;
}

/** The part of its text that is in links, 0 to 1. */
export function linkedShare(element: Element): number {
  const length = lengthOf(element);
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll("a[href]")) linked += lengthOf(link);
  return linked / length;
}
