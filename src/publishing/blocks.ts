import type { Blockquote, Code, Heading, List, Paragraph, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { attributesOf, languageOf, nameOf } from "./directives.ts";
import { figureOf } from "./figure.ts";
import { inlinesOf } from "./inlines.ts";
import { fail, sourceOf } from "./source.ts";
import { captionBefore, tableOf } from "./table.ts";

/** Blocks from the children of a node, in order. */
export function blocksOf(nodes: readonly RootContent[], context: Context): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const next = nodes[i + 1];
    if (node.type === "paragraph" && next?.type === "table") {
      const caption = captionBefore(node);
      if (caption) {
        blocks.push(tableOf(next, inlinesOf(caption, context), context));
        i++;
        continue;
      }
    }
    const block = blockOf(node, context);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** Undefined for definitions: they are used where something refers to them. */
function blockOf(node: RootContent, context: Context): Block | undefined {
  const { source } = context;
  switch (node.type) {
    case "paragraph":
      return figureOf(node, context) ?? paragraphOf(node, context);
    case "heading":
      return headingOf(node, context);
    case "list":
      return listOf(node, context);
    case "blockquote":
      return { type: "quote", content: quoteContent(node, context) };
    case "code":
      return preformattedOf(node);
    case "thematicBreak":
      return { type: "rule" };
    case "table":
      return tableOf(node, undefined, context);
    case "containerDirective":
      return containerOf(node, context);
    case "definition":
    case "footnoteDefinition":
      return undefined;
    case "html":
      return fail(source, node, "Raw HTML is not allowed; write “\\<” for the character itself.");
    case "leafDirective":
      return fail(
        source,
        node,
        `“::${node.name}” is not known; the block directives are :::pull, :::quote and :::related.`,
      );
    default:
      return fail(source, node, `An article cannot have “${node.type}” here.`);
  }
}

function paragraphOf(node: Paragraph, context: Context): Block {
  const [first] = node.children;
  if (first?.type === "text" && first.value.startsWith("::")) {
    fail(
      context.source,
      node,
      "This looks like a block directive but is none; a name follows the colons at once, as in “:::pull”.",
    );
  }
  const content = inlinesOf(node.children, context);
  if (content.length === 0) fail(context.source, node, "This paragraph has no text.");
  return { type: "paragraph", content };
}

function headingOf(node: Heading, context: Context): Block {
  const { depth } = node;
  if (depth === 1)
    fail(context.source, node, "The title in the front matter is the only heading of level 1; begin with “##”.");
  const content = inlinesOf(node.children, context);
  if (content.length === 0) fail(context.source, node, "This heading has no text.");
  return { type: "heading", level: depth, content };
}

function listOf(node: List, context: Context): Block {
  const tight = !node.spread && node.children.every((item) => !item.spread);
  const items = node.children.map((item) => {
    const blocks = blocksOf(item.children, context);
    return blocks.length > 0 ? blocks : fail(context.source, item, "This list item has no text.");
  });
  const ordered = node.ordered === true;
  const start = ordered && typeof node.start === "number" && node.start !== 1 ? node.start : undefined;
  return { type: "list", ordered, ...(start !== undefined && { start }), tight, items };
}

function preformattedOf(node: Code): Block {
  return { type: "preformatted", text: node.value, ...(node.lang && { language: node.lang }) };
}

function containerOf(node: ContainerDirective, context: Context): Block {
  const { source } = context;
  checkClosed(node, context);
  switch (node.name) {
    case "pull":
    case "quote": {
      const own = languageOf(attributesOf(node, ["lang", "dir"], context), node, context);
      const content = quoteContent(node, { ...context, dir: own.dir ?? context.dir });
      return { type: "quote", ...(node.name === "pull" && { pull: true }), content, ...own };
    }
    case "related":
      return fail(source, node, "“:::related” must be the last thing in the article.");
    default:
      return fail(
        source,
        node,
        `“${nameOf(node)}” is not known; the block directives are :::pull, :::quote and :::related.`,
      );
  }
}

/** The parser lets an unclosed container swallow the rest of the article. */
export function checkClosed(node: ContainerDirective, context: Context): void {
  if (!/\n[ \t>]*:{3,}[ \t]*$/.test(sourceOf(context.source, node))) {
    fail(context.source, node, `“${nameOf(node)}” is never closed; end it with a line of three colons.`);
  }
}

function quoteContent(node: Blockquote | ContainerDirective, context: Context): Block[] {
  const first = node.children[0];
  if (first?.type === "paragraph" && first.data && "directiveLabel" in first.data) {
    fail(context.source, node, `“${node.type === "containerDirective" ? nameOf(node) : ">"}” takes no label.`);
  }
  const blocks = blocksOf(node.children, context);
  return blocks.length > 0 ? blocks : fail(context.source, node, "This quotation has no text.");
}
