import type { Block, RelatedLink } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import type { Origins } from "./blocks/flow.ts";
import type { Tidied } from "./extraction/tidy-blocks.ts";

/** What was made of a region: its blocks as they were built, what each was made of, and what tidying left of them. */
export interface Outcome {
  built: readonly Block[];
  origins: Origins;
  tidied: Tidied;
}

/** The pieces that blocks were made of, and whether any of those is left. Of other pieces nothing was made. */
export function outcomesOf({ built, origins, tidied }: Outcome, pieces: readonly Element[]): Map<Element, boolean> {
  const all = new Set(pieces);
  const left = partsLeft(tidied);
  const outcomes = new Map<Element, boolean>();
  for (const block of built) {
    const isLeft = leftOf(block, left) !== undefined;
    for (const node of origins.get(block) ?? [])
      for (const piece of piecesAt(node, all)) outcomes.set(piece, isLeft || outcomes.get(piece) === true);
  }
  return outcomes;
}

/**
 * Tidies the blocks of a changed region as the region was tidied before: what was taken out then is, and nothing else. What was made of
 * pieces that were put back stays.
 */
export function tidiedAsBefore(
  before: Outcome,
  blocks: readonly Block[],
  origins: Origins,
  put: ReadonlySet<Element>,
): Tidied {
  const left = partsLeft(before.tidied);
  const known = new Map<Node | undefined, Map<string, Block>>();
  for (const block of before.built) {
    const [first] = before.origins.get(block) ?? [];
    const same = known.get(first) ?? new Map<string, Block>();
    known.set(first, same.set(whatItSays(block), block));
  }
  const putBack: Block[] = [];
  const kept = blocks.flatMap((block): Block[] => {
    const from = origins.get(block) ?? [];
    if (from.some((node) => piecesAt(node, put).length > 0)) {
      putBack.push(block);
      return [block];
    }
    const same = known.get(from[0])?.get(whatItSays(block));
    if (!same) return [block];
    const rest = leftOf(same, left);
    if (block.type !== "list" || same.type !== "list" || rest?.type !== "list") return rest ? [block] : [];
    return [{ ...block, items: block.items.filter((_, i) => rest.items.includes(same.items[i]!)) }];
  });
  const related = withoutThoseIn(putBack, before.tidied.related);
  return { ...before.tidied, blocks: kept, related, cutOff: before.tidied.cutOff && put.size === 0 };
}

/** Blocks, and of lists their items: a list can be left with some of them. */
function partsLeft({ blocks }: Tidied): ReadonlySet<unknown> {
  return new Set<unknown>(blocks.flatMap((block): unknown[] => (block.type === "list" ? block.items : [block])));
}

function leftOf(block: Block, left: ReadonlySet<unknown>): Block | undefined {
  if (block.type !== "list") return left.has(block) ? block : undefined;
  const items = block.items.filter((item) => left.has(item));
  return items.length > 0 ? { ...block, items } : undefined;
}

/** The piece that a node is in, else those in it. */
function piecesAt(node: Node, pieces: ReadonlySet<Element>): Element[] {
  for (let at: Node | null = node; at; at = at.parentNode) if (pieces.has(at as Element)) return [at as Element];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  return [...(node as Element).querySelectorAll("*")].filter((element) => pieces.has(element));
}

function whatItSays(block: Block): string {
  const texts = leavesOf({ blocks: [block] }).map(({ text }) => text);
  return [block.type, ...texts].join("\n");
}

/** Links are told once: those that are in the text now stand there alone. */
function withoutThoseIn(blocks: Block[], related: readonly RelatedLink[]): RelatedLink[] {
  const marks = leavesOf({ blocks }).flatMap(({ content }) => content.flatMap((inline) => inline.marks ?? []));
  const said = new Set(marks.flatMap((mark) => (mark.type === "link" ? [mark.href] : [])));
  return related.filter(({ href }) => href === undefined || !said.has(href));
}
