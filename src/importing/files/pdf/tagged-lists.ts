import type { Block } from "#domain/article.ts";
import { BULLET, NUMBER } from "./paragraphs.ts";
import type { Line } from "./lines.ts";
import type { Tag } from "./page.ts";

type List = Extract<Block, { type: "list" }>;

/** Lists as the file has them: which list and which item of the file a list block and its last item stand for. */
export class TaggedLists {
  #made = new WeakMap<List, { list: number; item: number }>();

  /** Adds a paragraph of an item to the end of `blocks`, in the list or lists it is in. */
  add(blocks: Block[], items: Tag["items"], paragraph: Block, label: string): void {
    const [outer, ...inner] = items;
    if (!outer) return void blocks.push(paragraph);
    const last = blocks.at(-1);
    const known = last?.type === "list" ? this.#made.get(last) : undefined;
    let list = last as List;
    if (known?.list !== outer.list) {
      const number = inner.length === 0 ? Number(/\d+/.exec(label)?.[0] ?? Number.NaN) : Number.NaN;
      const ordered = !Number.isNaN(number);
      list = { type: "list", ordered, ...(ordered && number !== 1 ? { start: number } : {}), tight: true, items: [[]] };
      blocks.push(list);
    } else if (known.item !== outer.item) list.items.push([]);
    this.#made.set(list, outer);
    this.add(list.items.at(-1)!, inner, paragraph, label);
  }
}

/** What stands in front of an item: its own label, or the sign its text begins with. */
export function labelOf({ runs, text }: Line): string {
  const label = runs
    .filter(({ tag }) => tag?.role === "Lbl")
    .map((run) => run.text)
    .join("");
  return label || (BULLET.exec(text) ?? NUMBER.exec(text))?.[0] || "";
}
