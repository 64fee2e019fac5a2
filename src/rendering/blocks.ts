import type { Block, Inline, TableCell } from "#domain/article.ts";
import { leafElementId } from "#domain/text.ts";
import type { Attributes, ElementFactory } from "./factory.ts";
import { renderAnchor, renderInlines } from "./inlines.ts";
import { imageAttributes, type RenderOptions } from "./options.ts";

/**
 * Blocks as elements. Each leaf of the text projection becomes the element with its `leafElementId`, in the order
 * `leavesOf` numbers them; nothing but the leaf's text stands inside that element.
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

  function render(blocks: readonly Block[]): N[] {
    return blocks.map(renderBlock);
  }

  function renderBlock(block: Block): N {
    switch (block.type) {
      case "paragraph":
        return leaf("p", block.content, { lang: block.lang, dir: block.dir });
      case "heading":
        return leaf(`h${block.level}`, block.content);
      case "list":
        return element(
          block.ordered ? "ol" : "ul",
          { class: block.tight ? "tight" : undefined, start: block.start === undefined ? undefined : `${block.start}` },
          block.items.map((item) => element("li", {}, render(item))),
        );
      case "quote":
        return element(
          "blockquote",
          { class: block.pull ? "pull" : undefined, lang: block.lang, dir: block.dir },
          render(block.content),
        );
      case "figure":
        return renderFigure(block);
      case "table":
        return renderTable(block);
      case "preformatted": {
        const number = next++;
        const content = [...anchorAt(number), factory.text(block.text)];
        const code = element("code", { "data-language": block.language }, content);
        return element("pre", { id: leafElementId(number) }, [code]);
      }
      case "rule":
        return element("hr", {}, []);
      case "note":
        return renderNote(block);
    }
  }

  function renderFigure(block: Extract<Block, { type: "figure" }>): N {
    const number = next++;
    const image = element("img", { id: leafElementId(number), ...imageAttributes(block.image, options) }, []);
    const parts = [...anchorAt(number), image];
    if (block.caption) parts.push(leaf("figcaption", block.caption));
    return element("figure", {}, parts);
  }

  function renderTable(block: Extract<Block, { type: "table" }>): N {
    const caption = block.caption && leaf("caption", block.caption);
    const rows = block.rows.map((cells) => {
      const columns = cells.every((cell) => cell.header);
      return {
        columns,
        element: element(
          "tr",
          {},
          cells.map((cell) => renderCell(cell, columns ? "col" : "row")),
        ),
      };
    });
    const bodyStart = rows.findIndex((row) => !row.columns);
    const split = bodyStart === -1 ? rows.length : bodyStart;
    const parts: N[] = caption === undefined ? [] : [caption];
    if (split > 0)
      parts.push(
        element(
          "thead",
          {},
          rows.slice(0, split).map((row) => row.element),
        ),
      );
    if (split < rows.length)
      parts.push(
        element(
          "tbody",
          {},
          rows.slice(split).map((row) => row.element),
        ),
      );
    return element("div", { class: "table-scroller" }, [element("table", {}, parts)]);
  }

  function renderCell(cell: TableCell, scope: string): N {
    const align = cell.align && cell.align !== "start" ? `align-${cell.align}` : undefined;
    return leaf(cell.header ? "th" : "td", cell.content, { scope: cell.header ? scope : undefined, class: align });
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

  return render;
}
