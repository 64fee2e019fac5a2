/** For tests: an article in the page, drawn as the app draws it. */
import type { ArticleBody, Block, Inline } from "#domain/article.ts";
import type { Position } from "#domain/position.ts";
import { type Leaf, leavesOf, OBJECT_REPLACEMENT } from "#domain/text.ts";
import { renderArticle } from "#rendering/article.ts";
import { domFactory } from "#rendering/dom-factory.ts";
import type { ArticleWords } from "#rendering/options.ts";

const WORDS: ArticleWords = {
  lang: "en",
  pageTitle: (title) => title,
  by: (name) => name,
  minutes: (count) => `${count}`,
  imageWithoutDescription: "",
  notes: "Notes",
  backToText: (label) => label,
  related: "Related",
  relatedExplained: "",
  opensOutside: "",
  enlarge: "",
};

export interface DrawnArticle {
  element: HTMLElement;
  leaves: readonly Leaf[];
  remove(): void;
}

/** Appends the article to the page; with `anchor`, as a service worker's page that opens there. */
export function drawArticle(blocks: Block[], anchor?: Position): DrawnArticle {
  const body: ArticleBody = { id: "drawn", blocks, related: [] };
  const element = document.createElement("article");
  const record = {
    id: "drawn",
    title: "Drawn",
    lang: "en",
    dir: "ltr" as const,
    tags: [],
    words: 1,
    minutes: 1,
    revision: "1",
    origin: "saved" as const,
    savedAt: 0,
  };
  element.append(
    ...renderArticle({ record, body }, domFactory, { base: "/", words: WORDS, ...(anchor && { anchor }) }),
  );
  document.body.append(element);
  return { element, leaves: leavesOf(body), remove: () => element.remove() };
}

export function paragraph(...content: (string | Inline)[]): Block {
  return { type: "paragraph", content: content.map((part) => (typeof part === "string" ? { text: part } : part)) };
}

/** What a range holds, as the text projection writes it. */
export function textOfRange(range: Range): string {
  let text = "";
  const content = range.cloneContents();
  for (const reading of content.querySelectorAll("rt")) reading.remove();
  for (const formula of content.querySelectorAll("math")) formula.replaceChildren();
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLBRElement) text += "\n";
    else if (node instanceof HTMLImageElement || node instanceof MathMLElement) text += OBJECT_REPLACEMENT;
  }
  return text;
}

/** The next frame is drawn, and what waits for it has run. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
