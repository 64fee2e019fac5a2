import type { ImageSource } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import type { Attributes } from "./factory.ts";

/** The words of the app that stand inside an article. `i18n/` supplies them. */
export interface ArticleWords {
  /** BCP 47 language of these words. */
  lang: string;
  /** The title of the page of an article. */
  pageTitle(articleTitle: string): string;
  by(name: string): string;
  minutes(count: number): string;
  imageWithoutDescription: string;
  notes: string;
  backToText(noteLabel: string): string;
  related: string;
  relatedExplained: string;
  /** What a link adds to its name where it leads away from the app. */
  opensOutside: string;
  enlarge: string;
}

export interface RenderOptions {
  /** The app's base path, with a slash at both ends. */
  base: string;
  words: ArticleWords;
  /** Ids of the article's notes in their order: a reference finds its number here. */
  notes: readonly string[];
  /** The numbers of those that have been referred to so far. */
  referred: Set<number>;
  /** Where to put `<span id="at">`. */
  anchor?: Position;
}

export function imageAttributes(image: ImageSource, { base, words }: RenderOptions): Attributes {
  return {
    src: ownAddress(image.src, base),
    alt: image.alt ?? words.imageWithoutDescription,
    width: image.width?.toString(),
    height: image.height?.toString(),
    loading: "lazy",
    decoding: "async",
  };
}

/** Pictures lie under the app's own base path. An address anywhere else is left out: opening an article calls nobody. */
function ownAddress(src: string, base: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(src.trim()) ? undefined : base + src;
}
