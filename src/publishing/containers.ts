import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Block, Numbering } from "#domain/article.ts";
import { checkClosed } from "./closed.ts";
import type { Context } from "./context.ts";
import { definitionsOf } from "./definitions.ts";
import { attributesOf, languageOf, nameOf } from "./directives.ts";
import { quoteOf } from "./quote.ts";
import { fail } from "./source.ts";
import { tableIn } from "./table.ts";

/** For messages. */
export const CONTAINERS = ":::definitions, :::lang, :::list, :::pull, :::quote, :::related and :::table";

type BlocksOf = (nodes: readonly RootContent[], context: Context) => Block[];

/** The blocks that a directive with three colons stands for. */
export function containerOf(node: ContainerDirective, context: Context, blocksOf: BlocksOf): Block[] {
  const { source } = context;
  checkClosed(node, context);
  switch (node.name) {
    case "pull":
    case "quote":
      return [quoteOf(node, context, blocksOf)];
    case "definitions":
      return [definitionsOf(node, context, blocksOf)];
    case "list":
      return [listOf(node, context, blocksOf)];
    case "table":
      return [tableIn(node, context)];
    case "lang":
      return inLanguage(node, context, blocksOf);
    case "related":
      return fail(source, node, "“:::related” must be the last thing in the article.");
    default:
      return fail(source, node, `“${nameOf(node)}” is not known; the block directives are ${CONTAINERS}.`);
  }
}

const NUMBERINGS: readonly Numbering[] = ["a", "A", "i", "I"];

function listOf(node: ContainerDirective, context: Context, blocksOf: BlocksOf): Block {
  const { type } = attributesOf(node, ["type"], context);
  const numbering = NUMBERINGS.find((one) => one === type);
  if (!numbering) fail(context.source, node, "“:::list” needs a type: “a”, “A”, “i” or “I”, as in “:::list{type=a}”.");
  const [list, ...others] = blocksOf(node.children, context);
  if (list?.type !== "list" || !list.ordered || others.length > 0)
    fail(context.source, node, "“:::list” must hold one numbered list and nothing else.");
  return { ...list, numbering };
}

/** Each block that has words of its own declares the language. */
function inLanguage(node: ContainerDirective, context: Context, blocksOf: BlocksOf): Block[] {
  const own = languageOf(attributesOf(node, ["lang", "dir"], context), node, context);
  if (Object.keys(own).length === 0)
    fail(context.source, node, "“:::lang” needs a language or a direction, as in “:::lang{lang=ar}”.");
  const blocks = blocksOf(node.children, { ...context, dir: own.dir ?? context.dir });
  if (blocks.length === 0) fail(context.source, node, "“:::lang” has no text.");
  return blocks.map((block) => (HAVE_NO_WORDS.has(block.type) ? block : { ...own, ...block }));
}

const HAVE_NO_WORDS: ReadonlySet<Block["type"]> = new Set(["preformatted", "math", "rule"]);
