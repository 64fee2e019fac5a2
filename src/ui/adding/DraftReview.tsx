import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RelatedLink, TextDirection } from "#domain/article.ts";
import { countWords } from "#domain/reading-time.ts";
import { leavesOf } from "#domain/text.ts";
import type { Draft } from "#state/adding-model.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Choices } from "../parts/Choices.tsx";
import { asParagraph, endBefore } from "#state/draft-parts.ts";
import { directionOf } from "./draft-languages.ts";
import { DraftText } from "./DraftText.tsx";
import { DraftTitle } from "./DraftTitle.tsx";
import { EndSelect } from "./EndSelect.tsx";
import { LanguageSelect } from "./LanguageSelect.tsx";
import { addingWords } from "./words.ts";

const words = addingWords.draft;
const DIRECTIONS: readonly TextDirection[] = ["ltr", "rtl"];

interface DraftReviewProps {
  draft: Draft;
  onSave(): void;
  onDiscard(): void;
}

/** What was pasted, as it will be saved, and all that can be wrong with it. What is changed here holds at once. */
export function DraftReview({ draft, onSave, onDiscard }: DraftReviewProps) {
  const { announcer } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const titleField = useRef<HTMLTextAreaElement>(null);
  const relatedHeading = useRef<HTMLHeadingElement>(null);
  const [lacksTitle, setLacksTitle] = useState(false);
  const { article, end, change } = draft;
  const { title, lang, dir, byline = "", published = "", blocks: whole, related: apart } = article;
  const { blocks, related } = useMemo(() => endBefore(whole, apart, end), [whole, apart, end]);
  const count = useMemo(() => countWords(leavesOf({ blocks }), lang), [blocks, lang]);
  useEffect(() => heading.current?.focus(), []);

  const putBack = (link: RelatedLink) => {
    const kept = apart.filter((other) => other !== link);
    change({ blocks: [...whole.slice(0, end), asParagraph(link), ...whole.slice(end)], related: kept, end: end + 1 });
    announcer.say(words.wasPutBack(link.title));
    relatedHeading.current?.focus();
    if (kept.length === 0) heading.current?.focus();
  };
  const save = () => {
    if (title.trim() !== "") return onSave();
    setLacksTitle(true);
    titleField.current?.focus();
  };
  return (
    <section class="draft" aria-labelledby="draft">
      <h2 id="draft" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.explained}</p>
      <DraftTitle
        field={titleField}
        title={title}
        lacking={lacksTitle}
        onChange={(next) => {
          setLacksTitle(false);
          change({ title: next });
        }}
      />
      <div class="draft-field">
        <label for="draft-byline">{words.byline}</label>
        <input
          id="draft-byline"
          type="text"
          dir="auto"
          autocomplete="off"
          value={byline}
          onInput={(event) => change({ byline: event.currentTarget.value })}
        />
      </div>
      <div class="draft-field">
        <label for="draft-published">{words.published}</label>
        <input
          id="draft-published"
          type="date"
          value={published}
          onInput={(event) => change({ published: event.currentTarget.value })}
        />
      </div>
      <LanguageSelect
        lang={lang}
        onChange={(next) => {
          const direction = directionOf(next);
          change({ lang: next, ...(direction && { dir: direction }) });
        }}
      />
      <div class="draft-direction">
        <Choices
          name="draft-dir"
          legend={words.direction}
          options={DIRECTIONS}
          label={(option) => words.directions[option]}
          value={dir}
          onChange={(next) => change({ dir: next })}
        />
      </div>
      <div class="draft-field">
        <label for="draft-end">{words.endsAt}</label>
        <p id="draft-end-explained" class="explained">
          {words.endsExplained}
        </p>
        <EndSelect whole={whole} end={end} onChange={(next) => change({ end: next })} />
      </div>
      {related.length > 0 && (
        <section aria-labelledby="draft-related">
          <h3 id="draft-related" ref={relatedHeading} tabIndex={-1}>
            {words.related}
          </h3>
          <p class="explained">{words.relatedExplained}</p>
          <ul class="draft-related">
            {related.map((link) => (
              <li key={`${link.href} ${link.title}`}>
                <p lang={lang === "und" ? "" : lang} dir="auto">
                  {link.title}
                </p>
                {apart.includes(link) && (
                  <button
                    type="button"
                    class="button"
                    aria-label={addingWords.of(words.putBack, link.title)}
                    onClick={() => putBack(link)}
                  >
                    {words.putBack}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="draft-acts">
        <Button class="primary" label={words.save} onClick={save} />
        <Button label={words.discard} onClick={onDiscard} />
      </div>
      <article class="draft-article" aria-labelledby="draft-text">
        <h3 id="draft-text">{words.text}</h3>
        <p class="explained">{words.words(count)}</p>
        <DraftText blocks={blocks} lang={lang} dir={dir} />
      </article>
    </section>
  );
}
