import type { Block, Inline, TableCell } from "#domain/article.ts";
import { headRows } from "#domain/table.ts";
import { leafElementId } from "#domain/text.ts";
import type { Attributes, ElementFactory } from "./factory.ts";
import { renderAnchor, renderInlines } from "./inlines.ts";
import { renderMath } from "./math.ts";
import { imageAttributes, type RenderOptions } from "./options.ts";

/**
 * Blocks as elements. Each leaf of the text projection becomes the element with its `leafElementId`, in the order
 * `leavesOf` numbers them; nothing but the leaf's text stands inside that element. A block is made when it is asked for.
 */
export function createBlockRenderer<N>(factory: ElementFactory<N>, options: RenderOptions) {
  let next = 0;

  const { element } = factory;

  /** The anchor, where it is in this leaf and the leaf is no line of text. */
  function anchorAt(number: number): N[] {
    return options.anchor?.block === number ? [renderAnchor(factory)] : [];
  }

  /** The number is drawn before the children are made, as `leavesOf` does. */
  function leaf(name: string, content: readonly Inline[], attributes: Attributes = {}): N {
    const number = next++;
    const anchor = options.anchor?.block === number ? options.anchor.offset : undefined;
    return element(
      name,
      { id: leafElementId(number), ...attributes },
      renderInlines(content, factory, options, anchor),
    );
  }

  function* each(blocks: readonly Block[]): Generator<N> {
    for (const block of blocks) yield renderBlock(block);
  }

  const render = (blocks: readonly Block[]): N[] => [...each(blocks)];

  function renderBlock(block: Block): N {
    const { lang, dir } = block;
    switch (block.type) {
      case "paragraph":
        return leaf("p", block.content, { lang, dir });
      case "heading":
        return leaf(`h${block.level}`, block.content, { lang, dir });
      case "list":
        return element(
          block.ordered ? "ol" : "ul",
          {
            class: block.tight ? "tight" : undefined,
            start: block.start?.toString(),
            type: block.numbering,
            lang,
            dir,
          },
          block.items.map((item) => element("li", {}, render(item))),
        );
      case "definitions":
        return element(
          "dl",
          { lang, dir },
          block.items.flatMap(({ terms, details }) => [
            ...terms.map((term) => leaf("dt", term)),
            ...details.map((detail) => element("dd", {}, render(detail))),
          ]),
        );
      case "quote": {
        const { source } = block;
        const quote = element(
          "blockquote",
          { class: block.pull ? "pull" : undefined, lang, dir },
          render(block.content),
        );
        return source ? element("figure", {}, [quote, leaf("figcaption", source)]) : quote;
      }
      case "figure": {
        const number = next++;
        const image = element("img", { id: leafElementId(number), ...imageAttributes(block.image, options) }, []);
        const { enlarge, lang: spoken } = options.words;
        const button = element("button", { type: "button", class: "enlarge", lang: spoken, "aria-label": enlarge }, []);
        const parts = [...anchorAt(number), image, button];
        if (block.caption) parts.push(leaf("figcaption", block.caption));
        return element("figure", { lang, dir }, parts);
      }
      case "table":
        return renderTable(block);
      case "preformatted": {
        const number = next++;
        const content = [...anchorAt(number), factory.text(block.text)];
        // Its language is none that a voice or a hyphenation knows, whatever the article's: "" says so.
        const code = element("pre", { id: leafElementId(number), lang: "", translate: "no" }, [
          element("code", {}, content),
        ]);
        const { language } = block;
        return language
          ? element("figure", { class: "code" }, [element("figcaption", {}, [factory.text(language)]), code])
          : code;
      }
      case "math": {
        const number = next++;
        const math = renderMath(block, factory, { id: leafElementId(number), display: "block" });
        return element("div", { class: "math" }, [...anchorAt(number), math]);
      }
      case "rule":
        return element("hr", {}, []);
      case "note":
        return renderNote(block);
    }
  }

  function renderTable({ caption, rows, lang, dir }: Extract<Block, { type: "table" }>): N {
    const parts: N[] = caption ? [leaf("caption", caption)] : [];
    const first = next;
    const head = headRows(rows);
    const section = (name: string, start: number, end?: number) => {
      const content = rows.slice(start, end).map((cells) =>
        element(
          "tr",
          {},
          cells.map((cell) => renderCell(cell, name === "thead" ? "col" : "row", first)),
        ),
      );
      if (content.length > 0) parts.push(element(name, {}, content));
    };
    section("thead", 0, head);
    section("tbody", head);
    return element("div", { class: "table-scroller" }, [element("table", { lang, dir }, parts)]);
  }

  /** `first`: the number of the table's first cell. */
  function renderCell(
    { content, header, align, colSpan, rowSpan, headers }: TableCell,
    scope: string,
    first: number,
  ): N {
    return leaf(header ? "th" : "td", content, {
      scope: header ? scope + ((scope === "col" ? colSpan : rowSpan)! > 1 ? "group" : "") : undefined,
      colspan: colSpan?.toString(),
      rowspan: rowSpan?.toString(),
      headers: headers?.map((place) => leafElementId(first + place)).join(" "),
      class: align && align !== "start" ? `align-${align}` : undefined,
    });
  }

  function renderNote(block: Extract<Block, { type: "note" }>): N {
    const number = options.notes.indexOf(block.id) + 1;
    const back = element(
      "a",
      {
        href: `#ref-${number}`,
        class: "note-back",
        role: "doc-backlink",
        "aria-label": options.words.backToText(block.label),
      },
      [factory.text("↩")],
    );
    return element("li", { id: `note-${number}` }, [...render(block.content), back]);
  }

  return each;
}
