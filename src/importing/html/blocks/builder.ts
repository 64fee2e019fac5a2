import type { Block, ImageSource, Inline, Mark, TextDirection } from "#domain/article.ts";
import type { ImportDoubt } from "../../imported-article.ts";

/** The language and direction of a text; undefined while nothing has said them. */
export interface Spoken {
  lang?: string | undefined;
  dir?: TextDirection | undefined;
}

/** Where the walk stands. */
export interface Place {
  /** What holds here, by the nearest element that says it. */
  here: Spoken;
  /** What the block around this one has said already, so that only a difference is said again. */
  around: Spoken;
  /** The marks of the inline elements that are open, outermost first. */
  marks: readonly Mark[];
  /** How many elements deep; see `MAX_DEPTH`. */
  depth: number;
  /** How many blocks deep; see `MAX_NESTING`. */
  nesting: number;
  /** An element that is told of elsewhere and left out here. */
  without?: Element;
}

/** What the mappers of single elements share. They call back into the walk through it. */
export interface Builder {
  /** The blocks of an element's children. */
  blocksOf(element: Element, place: Place): Block[];
  /** The blocks of some nodes in order. */
  blocksOfNodes(nodes: Iterable<Node>, place: Place): Block[];
  /** All of an element's text in one line: what stood in blocks of its own is parted by line breaks. */
  inlinesOf(element: Element, place: Place): Inline[];
  inlinesOfNodes(nodes: Iterable<Node>, place: Place): Inline[];
  /** The picture of an `img` or `picture`; undefined for spacers, trackers and what is only decoration. */
  pictureOf(element: Element): ImageSource | undefined;
  /** The absolute address of a link, where following it can only lead to a page or a mail. */
  linkOf(href: string | null): string | undefined;
  /** The absolute address of something that a page shows. */
  addressOf(href: string | null): string | undefined;
  /** Whether the element is a note, which stands at the end of the article. */
  isNote(element: Element): boolean;
  /** Whether the element is no part of the article. */
  leavesOut(element: Element): boolean;
  doubt(doubt: ImportDoubt): void;
  words: MediaWords | undefined;
}

/** How what plays is called in the text, for its link: “Video: The harbour at dawn”. `name` is its title, or its host. */
export interface MediaWords {
  video(name: string): string;
  audio(name: string): string;
  embedded(name: string): string;
}

/**
 * Deeper elements are read as plain text. Browsers nest at most 512 of HTML (https://html.spec.whatwg.org/multipage/parsing.html
 * leaves it to them); XML and scripts can go further than a stack reaches.
 */
export const MAX_DEPTH = 600;

/** Lists, quotations and the like inside each other; what is deeper becomes part of the block it stands in. */
export const MAX_NESTING = 12;

/** The place inside a block that says its own language, if it has one of its own. */
export function inside(place: Place): Place {
  return { ...place, around: place.here, nesting: place.nesting + 1 };
}

/** What a block at this place has to say of its language, which is nothing where it is that of the text around. */
export function ownLanguage({ here, around }: Place): { lang?: string; dir?: TextDirection } {
  return {
    ...(here.lang !== undefined && here.lang !== around.lang && { lang: here.lang }),
    ...(here.dir !== undefined && here.dir !== around.dir && { dir: here.dir }),
  };
}
