import type { Tag } from "../page.ts";

/** As the library gives it: https://github.com/mozilla/pdf.js/blob/v5.6.205/src/core/struct_tree.js */
export interface StructNode {
  role?: string;
  /** What a figure shows. */
  alt?: string;
  children?: (StructNode | StructContent)[];
}

interface StructContent {
  type: string;
  id: string;
}

/** Roles of what stands by itself; all others are parts of a line. */
const BLOCKS =
  /^(P|H|H[1-6]|Title|LI|Lbl|LBody|TD|TH|Caption|Note|FENote|Code|BlockQuote|TOCI|Div|Sect|Aside|Formula)$/;
const DEEPEST = 100;

/** What each stretch of marked text is part of, by its id. `first`: the number of the first block, so that each has its own in the document. */
export function tagsOf(tree: StructNode | null, first: number): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  let count = first;
  const walk = (node: StructNode, around: Tag, depth: number): void => {
    if (depth > DEEPEST) return;
    const role = node.role ?? "";
    let here = around;
    if (role === "L") here = { ...around, items: [...around.items, { list: count++, item: -1 }] };
    else if (role === "LI") here = { role, block: count++, items: withItem(around.items, count) };
    else if (BLOCKS.test(role)) here = { ...around, role, block: count++ };
    if (role === "Table") here = { ...around, cell: { table: count++, row: -1, cell: -1, header: false } };
    else if (role === "TR" && around.cell) here = { ...around, cell: { ...around.cell, row: count++ } };
    else if (/^T[HD]$/.test(role) && around.cell) {
      here = { ...here, cell: { ...around.cell, cell: count++, header: role === "TH" } };
    }
    for (const child of node.children ?? []) {
      if ("id" in child) tags.set(child.id, here);
      else walk(child, here, depth + 1);
    }
  };
  if (tree) walk(tree, { role: "", block: -1, items: [] }, 0);
  return tags;
}

function withItem(items: Tag["items"], item: number): Tag["items"] {
  const last = items.at(-1);
  return last ? [...items.slice(0, -1), { ...last, item }] : [{ list: item, item }];
}

/** What figures show, by the numbers of the marked stretches they are painted in. */
export function altsOf(tree: StructNode | null): Map<number, string> {
  const alts = new Map<number, string>();
  const walk = (node: StructNode, alt: string | undefined, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const child of node.children ?? []) {
      if (!("id" in child)) walk(child, child.alt || alt, depth + 1);
      else if (alt) {
        const [, number] = /_mc(\d+)$/.exec(child.id) ?? [];
        if (number) alts.set(Number(number), alt);
      }
    }
  };
  if (tree) walk(tree, undefined, 0);
  return alts;
}
