import type { Block, Inline, InlineImage, OwnLanguage } from "#domain/article.ts";
import { tidyInlines } from "#domain/white-space.ts";

/** By a block, what it was made of: one element, or the texts and pictures of a line. Of blocks within others too. */
export type Origins = WeakMap<Block, readonly Node[]>;

/** Gathers blocks, and the line of text that is not yet one. */
export class Flow {
  readonly blocks: Block[] = [];
  /** What is walked: the origin of what is pushed. */
  at: Node | undefined;
  #line: Inline[] = [];
  #from: Node[] = [];
  #origins: Origins | undefined;

  constructor(origins?: Origins) {
    this.#origins = origins;
  }

  push(inline: Inline): void {
    this.#line.push(inline);
    if (this.#origins && this.at) this.#from.push(this.at);
  }

  /** A block that is made of an element, or of something in it that is known already. */
  put(block: Block, element: Element): void {
    this.blocks.push(block);
    if (this.#origins?.has(block) === false) this.#origins.set(block, [element]);
  }

  /** Ends the line: what was gathered becomes paragraphs and figures. */
  end(own: OwnLanguage): void {
    if (this.#line.length === 0) return;
    const [line, from] = [this.#line, this.#from];
    [this.#line, this.#from] = [[], []];
    const before = this.blocks.length;
    for (const part of paragraphsIn(line)) this.#add(part, own);
    if (this.#origins) for (const block of this.blocks.slice(before)) this.#origins.set(block, from);
  }

  #add(content: Inline[], own: OwnLanguage): void {
    const before = leadingPictures(content);
    const after = leadingPictures(content.slice(before.length).toReversed()).toReversed();
    const text = tidyInlines(content.slice(before.length, content.length - after.length));
    for (const picture of before) this.#figure(picture);
    if (text.length > 0) this.blocks.push({ type: "paragraph", content: text, ...own });
    for (const picture of after) this.#figure(picture);
  }

  #figure({ image }: InlineImage): void {
    this.blocks.push({ type: "figure", image });
  }
}

/** A blank line made of line breaks parts paragraphs: many pages are written so. */
function paragraphsIn(line: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [];
  let part: Inline[] = [];
  /** Where the breaks before this place began, if nothing but white space has come since. */
  let breaks = 0;
  const close = () => {
    const tidy = tidyInlines(part);
    const content = trimBreaks(tidy);
    if (content.length > 0) parts.push(content);
    part = [];
  };
  for (const inline of line) {
    if ("text" in inline && inline.text === "\n") breaks++;
    else if (!("text" in inline) || /[^ ]/.test(inline.text)) {
      if (breaks > 1) close();
      breaks = 0;
    }
    part.push(inline);
  }
  close();
  return parts;
}

/** Without line breaks at the ends, which would show as empty lines. */
export function trimBreaks(inlines: readonly Inline[]): Inline[] {
  const content = inlines.map((inline) => ({ ...inline }));
  for (let first = content[0]; first && "text" in first; first = content[0]) {
    first.text = first.text.replace(/^[ \n]+/, "");
    if (first.text !== "") break;
    content.shift();
  }
  for (let last = content.at(-1); last && "text" in last; last = content.at(-1)) {
    // Up to the last that is neither: what looks for these at the end goes over every run of them on the way.
    [last.text] = /^[^]*[^ \n]/.exec(last.text) ?? [""];
    if (last.text !== "") break;
    content.pop();
  }
  return content;
}

/** A picture at the edge of a paragraph stands by itself; one as small as a letter, or in the middle of words, belongs to its line. */
function leadingPictures(content: readonly Inline[]): InlineImage[] {
  const pictures: InlineImage[] = [];
  for (const inline of content) {
    if (!("image" in inline) || isSmall(inline)) break;
    pictures.push(inline);
  }
  return pictures;
}

const SMALL = 48;

function isSmall({ image: { width, height } }: InlineImage): boolean {
  return height !== undefined && width !== undefined && height <= SMALL && width <= 4 * SMALL;
}
