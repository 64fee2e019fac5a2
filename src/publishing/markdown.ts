import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Article, ArticleRecord, Block } from "#domain/article.ts";
import { countWords, readingMinutes } from "#domain/reading-time.ts";
import { isArticleId } from "#domain/route.ts";
import { leavesOf } from "#domain/text.ts";
import { blocksOf } from "./blocks.ts";
import { type Context, definitionsIn } from "./context.ts";
import { Footnotes } from "./footnotes.ts";
import { readFrontMatter } from "./front-matter.ts";
import { checkHeadingOrder } from "./heading-order.ts";
import { parseMarkdown } from "./parse.ts";
import { splitRelated } from "./related.ts";
import { fail, type Source } from "./source.ts";

/**
 * An article from its Markdown, node by node. `file` is its path: the name without `.md` becomes the article's id, and pictures
 * are read from the folder of that name beside it. Throws an `ArticleError` with `file:line: reason` for whatever could not be
 * shown as it was meant.
 */
export function compileArticle(markdown: string, file: string): Article {
  const text = markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const source: Source = { file, text };
  const slug = basename(file, ".md");
  if (!isArticleId(slug) || slug === "index") {
    fail(
      source,
      1,
      "The file's name becomes the article's address: use lower-case letters, digits and hyphens, and not “index”.",
    );
  }
  const root = parseMarkdown(text);
  const [head, ...nodes] = root.children;
  if (head?.type !== "yaml")
    fail(source, 1, "The article must begin with front matter between two lines of three hyphens.");
  const front = readFrontMatter(head, source);

  const context: Context = {
    source,
    slug,
    dir: front.dir,
    definitions: definitionsIn(root),
    footnotes: new Footnotes(root, source),
  };
  checkHeadingOrder(root, source);
  const { body, related } = splitRelated(nodes, context);
  const blocks = blocksOf(body, context);
  if (blocks.length === 0) fail(source, head, "The article has no text.");
  blocks.push(...noteBlocks(context));

  const leaves = leavesOf({ blocks });
  const words = countWords(leaves, front.lang);
  const { title, byline, site, lang, dir, published, summary, tags } = front;
  const record: Omit<ArticleRecord, "revision"> = {
    id: slug,
    title,
    ...(byline !== undefined && { byline }),
    ...(site !== undefined && { site }),
    lang,
    dir,
    published,
    ...(summary !== undefined && { summary }),
    tags,
    words,
    minutes: readingMinutes({ words }, lang),
    origin: "shipped",
    savedAt: Date.parse(published),
  };
  return {
    record: { ...record, revision: revisionOf([record, blocks, related]) },
    body: { id: slug, blocks, related },
  };
}

function noteBlocks(context: Context): Block[] {
  const notes: Block[] = [];
  for (const { id, label, definition } of context.footnotes.notes()) {
    const content = blocksOf(definition.children, context);
    if (content.length === 0) fail(context.source, definition, `The footnote [^${definition.label}] has no text.`);
    if (content.some((block) => block.type === "heading"))
      fail(context.source, definition, "A footnote cannot have a heading.");
    notes.push({ type: "note", id, label, content });
  }
  context.footnotes.checkAllUsed();
  return notes;
}

/** Twelve hexadecimal digits that change with the value. */
export function revisionOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
