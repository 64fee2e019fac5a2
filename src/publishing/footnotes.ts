import type { FootnoteDefinition, FootnoteReference, Node } from "mdast";
import { walk } from "./context.ts";
import { fail, type Source } from "./source.ts";

/** The footnotes of one article: numbered 1, 2, 3 in the order in which they are first referred to. */
export class Footnotes {
  #source: Source;
  #definitions = new Map<string, FootnoteDefinition>();
  #order: FootnoteDefinition[] = [];

  constructor(root: Node, source: Source) {
    this.#source = source;
    for (const node of walk(root)) {
      if (node.type !== "footnoteDefinition") continue;
      const definition = node as FootnoteDefinition;
      if (this.#definitions.has(definition.identifier))
        fail(source, node, `The footnote [^${definition.label}] is defined twice.`);
      this.#definitions.set(definition.identifier, definition);
    }
  }

  /** The note that a reference means, and the label it shows. */
  refer(reference: FootnoteReference): { note: string; label: string } {
    const definition = this.#definitions.get(reference.identifier);
    if (!definition)
      fail(this.#source, reference, `The footnote [^${reference.label ?? reference.identifier}] is not defined.`);
    if (!this.#order.includes(definition)) this.#order.push(definition);
    const number = this.#order.indexOf(definition) + 1;
    return { note: `note-${number}`, label: `${number}` };
  }

  /** The notes that have been referred to. Reading one may refer to more: they come after it in the same loop. */
  *notes(): Generator<{ id: string; label: string; definition: FootnoteDefinition }> {
    for (let i = 0; i < this.#order.length; i++)
      yield { id: `note-${i + 1}`, label: `${i + 1}`, definition: this.#order[i]! };
  }

  /** Throws if a footnote is never referred to: it would vanish. */
  checkAllUsed(): void {
    for (const definition of this.#definitions.values()) {
      if (!this.#order.includes(definition))
        fail(this.#source, definition, `The footnote [^${definition.label}] is never referred to.`);
    }
  }
}
