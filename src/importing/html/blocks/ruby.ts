import type { Inline, Mark } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import type { Builder, Place } from "./builder.ts";
import { cut, nameOf } from "./elements.ts";

/** Words with their readings: each part of the base with the `rt` that follows it. Bases in `rb` and readings in `rtc` are taken in turn. */
export function rubyOf(ruby: Element, place: Place, builder: Builder): Inline[] {
  const out: Inline[] = [];
  /** Bases that have no reading yet. */
  let bases: Inline[][] = [];
  const read = (reading: string) => {
    const base = bases.shift();
    if (!base) return;
    const text = textOf(base);
    out.push(...(reading === "" || text === "" ? base : [withReading(text, reading, base[0]?.marks)]));
  };
  const rest = () => {
    for (const base of bases) out.push(...base);
    bases = [];
  };
  for (const child of ruby.childNodes) {
    const name = child.nodeType === Node.ELEMENT_NODE ? nameOf(child as Element) : "#text";
    if (name === "rp") continue;
    if (name === "rt") read(cut(child.textContent ?? "", 200));
    else if (name === "rtc") {
      const readings = [...(child as Element).querySelectorAll("rt")];
      for (const reading of readings.length > 0 ? readings : [child]) read(cut(reading.textContent ?? "", 200));
    } else {
      const base = builder.inlinesOfNodes([child], place);
      if (base.length === 0) continue;
      if (name !== "rb" && bases.length > 0 && bases.at(-1)) bases.at(-1)!.push(...base);
      else bases.push(base);
    }
  }
  rest();
  return out;
}

function withReading(text: string, reading: string, marks: Mark[] | undefined): Inline {
  return { text: text.replaceAll("\n", " "), reading, ...(marks && { marks }) };
}
