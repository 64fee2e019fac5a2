import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Block, TextDirection } from "#domain/article.ts";
import { articleWords } from "#i18n/article-words.ts";
import { createBlockRenderer } from "#rendering/blocks.ts";
import { domFactory } from "#rendering/dom-factory.ts";
import type { ElementFactory } from "#rendering/factory.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { addingWords } from "./words.ts";

interface DraftTextProps {
  blocks: readonly Block[];
  lang: string;
  dir: TextDirection;
}

/** So many blocks of a long text are shown until all are asked for. */
const FIRST = 200;

/** The pictures of a draft are not here yet: what they show stands in their place. */
const withoutPictures: ElementFactory<Node> = {
  text: domFactory.text,
  element: (name, attributes, children, math) =>
    name === "img"
      ? domFactory.element("span", { class: "draft-picture", role: "img", "aria-label": attributes["alt"] }, [
          domFactory.text(attributes["alt"] || addingWords.draft.picture),
        ])
      : domFactory.element(name, attributes, children, math),
};

/** The text as it will look once it is an article. */
export function DraftText({ blocks, lang, dir }: DraftTextProps) {
  const { base } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const shown = all ? blocks : blocks.slice(0, FIRST);
  useLayoutEffect(() => {
    const notes = shown.flatMap((block) => (block.type === "note" ? [block.id] : []));
    const render = createBlockRenderer(withoutPictures, { base, words: articleWords, notes, referred: new Set() });
    place.current?.replaceChildren(...render(shown));
    // Rendered again only when the text itself is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [blocks, all, base]);
  return (
    <>
      <div ref={place} class="draft-text prose" lang={lang === "und" ? "" : lang} dir={dir} />
      {blocks.length > shown.length && (
        <Button label={addingWords.draft.showAll(blocks.length - shown.length)} onClick={() => setAll(true)} />
      )}
    </>
  );
}
