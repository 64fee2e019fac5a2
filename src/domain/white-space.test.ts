import { expect, test } from "vitest";
import fc from "fast-check";
import type { Inline, Mark } from "./article.ts";
import { textOf } from "./text.ts";
import { tidyInlines } from "./white-space.ts";

const mark = fc.constantFrom<Mark>({ type: "emphasis" }, { type: "strong" });
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\u00a0"), maxLength: 6 });
const marks = fc.array(mark, { minLength: 1, maxLength: 2 });
const run = fc.oneof(
  text.map((text): Inline => ({ text })),
  fc.tuple(text, marks).map(([text, marks]): Inline => ({ text, marks })),
);
const image = fc.constant<Inline>({ image: { src: "a", alt: "b" } });
const inlines = fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: image }));

/** What a browser makes of one text: `white-space: normal`, with "\n" for `<br>`. */
function collapsed(whole: string): string {
  return whole
    .replace(/ +/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/^ | $/g, "");
}

test("runs are collapsed as if they were one text", () => {
  fc.assert(
    fc.property(inlines, (content) => {
      expect(textOf(tidyInlines(content))).toBe(collapsed(textOf(content)));
    }),
  );
});

test("no run is empty, and no two neighbours have the same marks", () => {
  fc.assert(
    fc.property(inlines, (content) => {
      const tidy = tidyInlines(content);
      for (const [i, inline] of tidy.entries()) {
        if (!("text" in inline)) continue;
        expect(inline.text).not.toBe("");
        const next = tidy[i + 1];
        if (next && "text" in next) expect(next.marks).not.toEqual(inline.marks);
      }
    }),
  );
});

test("what is tidy stays as it is", () => {
  fc.assert(
    fc.property(inlines, (content) => {
      expect(tidyInlines(tidyInlines(content))).toEqual(tidyInlines(content));
    }),
  );
});

test("two references to one note do not run together", () => {
  const reference: Inline = { text: "1", marks: [{ type: "note-reference", note: "note-1" }] };
  expect(tidyInlines([reference, reference])).toHaveLength(2);
});
