import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Block, TextDirection } from "#domain/article.ts";
import { articleWords } from "#i18n/article-words.ts";
import { createBlockRenderer } from "#rendering/blocks.ts";
import { domFactory } from "#rendering/dom-factory.ts";
import type { Attributes, ElementFactory } from "#rendering/factory.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { addingWords } from "./words.ts";

interface DraftTextProps {
  blocks: readonly Block[];
  lang: string;
  dir: TextDirection;
  /** Keys of the pictures that are on this device. */
  pictures?: ReadonlySet<string>;
}

/** So many blocks of a long text are shown until all are asked for. */
const FIRST = 200;

/** The text as it will look once it is an article. */
export function DraftText({ blocks, lang, dir, pictures }: DraftTextProps) {
  const { base } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const shown = all ? blocks : blocks.slice(0, FIRST);
  useLayoutEffect(() => {
    place.current?.replaceChildren(...elementsOf(shown, base, pictures));
    // Rendered again only when the text itself is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [blocks, all, base, pictures]);
  return (
    <>
      <div ref={place} class="draft-text prose" lang={lang === "und" ? "" : lang} dir={dir} />
      {blocks.length > shown.length && (
        <Button label={addingWords.draft.showAll(blocks.length - shown.length)} onClick={() => setAll(true)} />
      )}
    </>
  );
}

/** Notes are apart from the rest, in a list of their own, as in an article. */
function elementsOf(blocks: readonly Block[], base: string, pictures?: ReadonlySet<string>): Node[] {
  const notes = blocks.flatMap((block) => (block.type === "note" ? [block.id] : []));
  const render = createBlockRenderer(factoryFor(base, pictures), {
    base,
    words: articleWords,
    notes,
    referred: new Set(),
  });
  const text = [...render(blocks.filter(({ type }) => type !== "note"))];
  if (notes.length === 0) return text;
  const { element } = domFactory;
  return [
    ...text,
    element("section", { class: "notes", role: "doc-endnotes", "aria-label": articleWords.notes }, [
      element("ol", {}, [...render(blocks.filter(({ type }) => type === "note"))]),
    ]),
  ];
}

/** Pictures that are not here have what they show in their place, and none can be enlarged. */
function factoryFor(base: string, pictures: ReadonlySet<string> = new Set()): ElementFactory<Node> {
  return {
    text: domFactory.text,
    element(name, attributes, children, math) {
      if (attributes["class"] === "enlarge") return domFactory.text("");
      if (name !== "img") return domFactory.element(name, attributes, children, math);
      const key = attributes["src"]?.slice(`${base}images/`.length) ?? "";
      if (!pictures.has(key)) return standInFor(attributes);
      const picture = domFactory.element(name, attributes, children) as HTMLImageElement;
      picture.addEventListener("error", () => picture.replaceWith(standInFor(attributes)), { once: true });
      return picture;
    },
  };
}

function standInFor({ alt }: Attributes): Node {
  return domFactory.element("span", { class: "draft-picture", role: "img", "aria-label": alt }, [
    domFactory.text(alt || addingWords.draft.picture),
  ]);
}
