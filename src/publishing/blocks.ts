import type { Code, Heading, List, Paragraph, RootContent } from "mdast";
import type { Block } from "#domain/article.ts";
import type { Context } from "./context.ts";
import { codeLanguageName } from "#domain/code-language.ts";
import { CONTAINERS, containerOf } from "./containers.ts";
import { figureOf } from "./figure.ts";
import { inlinesOf } from "./inlines.ts";
import { parseMath } from "./math.ts";
import { quoteOf } from "./quote.ts";
import { fail } from "./source.ts";
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
        blocks.push(tableOf(next, context, { caption: inlinesOf(caption, context) }));
        i++;
        continue;
      }
    }
    blocks.push(...blockOf(node, context));
  }
  return blocks;
}

/** None for definitions of links and notes: they are used where something refers to them. */
function blockOf(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case "containerDirective":
      return containerOf(node, context, blocksOf);
    case "definition":
    case "footnoteDefinition":
      return [];
    default:
      return [plainBlockOf(node, context)];
  }
}

function plainBlockOf(node: RootContent, context: Context): Block {
  const { source } = context;
  switch (node.type) {
    case "paragraph":
      return figureOf(node, context) ?? paragraphOf(node, context);
    case "heading":
      return headingOf(node, context);
    case "list":
      return listOf(node, context);
    case "blockquote":
      return quoteOf(node, context, blocksOf);
    case "code":
      return node.lang === "math" ? mathOf(node, context) : preformattedOf(node);
    case "thematicBreak":
      return { type: "rule" };
    case "table":
      return tableOf(node, context);
    case "html":
      return fail(source, node, "Raw HTML is not allowed; write “\\<” for the character itself.");
    case "leafDirective":
      return fail(source, node, `“::${node.name}” is not known; the block directives are ${CONTAINERS}.`);
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
  return { type: "preformatted", text: node.value, ...(node.lang && { language: codeLanguageName(node.lang) }) };
}

function mathOf(node: Code, { source }: Context): Block {
  const alt = /^alt="([^"]*)"$/.exec(node.meta?.trim() ?? "")?.[1]?.trim();
  if (!alt) fail(source, node, 'A formula needs itself in words, as it is read aloud: ```math alt="x squared".');
  return { type: "math", math: parseMath(node.value, (reason) => fail(source, node, reason)), alt };
}
