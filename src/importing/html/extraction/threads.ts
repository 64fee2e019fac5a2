import { cut, isHidden } from "../blocks/elements.ts";
import { squeeze } from "../blocks/text-within.ts";
import { isBoilerplate, isDiscussion } from "./boilerplate.ts";
import { type Markup, markupsIn } from "./forum-markup.ts";
import type { Region } from "./region.ts";

interface Post {
  name: string;
  texts: Element[];
}

const sections = new WeakMap<Document, Element>();

/**
 * Puts the posts of a thread together, each under its poster's name: what stands around them, such as pictures, ranks and dates, says nothing of
 * who speaks, and extractors take long posts alone. A page is a thread where two posts or more have names. Once for a page.
 */
export function gatherPosts(page: Document): void {
  let most: Post[] = [];
  for (const markup of markupsIn(page)) {
    const posts = postsBy(page, markup);
    if (posts.length > most.length && posts.filter(({ name }) => name !== "").length > 1) most = posts;
  }
  const [first] = most;
  if (!first) return;
  const section = page.createElement("section");
  const all = most.flatMap(({ texts }) => texts);
  childAround(all[0]!, all.slice(1)).before(section);
  for (const { name, texts } of most) {
    // Above all headings in posts. Without a name, words would be those of the post before.
    const head = page.createElement(name === "" ? "hr" : "h1");
    head.textContent = name;
    if (name !== "" || section.firstChild) section.append(head);
    section.append(...texts);
  }
  sections.set(page, section);
}

/** The child that holds the first text of the element that holds all of them. */
function childAround(first: Element, others: readonly Element[]): Element {
  let child = first;
  for (const other of others) while (!child.parentElement!.contains(other)) child = child.parentElement!;
  return child;
}

/** The posts that were gathered. */
export function threadOf(page: Document): Region | undefined {
  const root = sections.get(page);
  return (
    root && {
      root,
      isOut: (element) => element.parentElement !== root && isBoilerplate(element) && !isDiscussion(element),
    }
  );
}

/** Whether a region is the posts of a thread, of which nothing says itself that it is none. */
export const isThread = ({ root }: Region) => sections.get(root.ownerDocument) === root;

function postsBy(page: Document, markup: Markup): Post[] {
  const posts = new Map<Element, Post>();
  let opening: string | undefined;
  let last: Element | undefined;
  for (const text of page.querySelectorAll(markup.text)) {
    const post = text.closest(markup.post);
    if (!post || last?.contains(text) || !isShown(text)) continue;
    last = text;
    const open = posts.get(post);
    if (open) {
      open.texts.push(text);
      continue;
    }
    const name = nameIn(post, markup);
    // Some pages show the first post twice.
    const said = `${name}\n${squeeze(text.textContent ?? "")}`;
    if (said === opening) continue;
    opening ??= said;
    posts.set(post, { name, texts: [text] });
  }
  const [first] = posts.keys();
  if (!first) return [];
  const isWhole = markup.opener ? first.matches(markup.opener) : !hasMoreBeside(page, posts, markup);
  return isWhole ? [...posts.values()] : [];
}

/** Shorter paragraphs are labels, and less in all of them is what a forum says of itself, in letters. */
const PARAGRAPH = 150;
const NOTICES = 1000;

/** Whether the posts are only what is said under something longer. */
function hasMoreBeside(page: Document, posts: ReadonlyMap<Element, Post>, { post }: Markup): boolean {
  let left = NOTICES;
  for (const { texts } of posts.values()) for (const text of texts) left += squeeze(text.textContent ?? "").length;
  for (const paragraph of page.querySelectorAll("p")) {
    const { length } = squeeze(paragraph.textContent ?? "");
    if (length <= PARAGRAPH || paragraph.closest(post) || isInBoilerplate(paragraph)) continue;
    left -= length;
    if (left < 0) return true;
  }
  return false;
}

function isInBoilerplate(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (isHidden(at) || isBoilerplate(at) || /cookie|consent|privacy/i.test(`${at.getAttribute("class")} ${at.id}`))
      return true;
  return false;
}

const isShown = (text: Element) =>
  /\S/.test(text.textContent ?? "") || text.querySelector("img, video, iframe") !== null;

/** Empty where a post does not say it, as that of somebody who has left. */
function nameIn(post: Element, { post: posts, poster, named }: Markup): string {
  const said = named && post.getAttribute(named);
  if (said) return cut(said, 80);
  for (const element of post.querySelectorAll(poster)) {
    if (element.closest(posts) !== post) continue;
    const name = element.querySelector('[itemprop~="name"]') ?? element;
    const text = cut(name.getAttribute("content") ?? name.textContent ?? "", 80);
    if (text !== "") return text;
  }
  return "";
}
