import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import close from "icon:x";
import down from "icon:chevron-down";
import up from "icon:chevron-up";
import { createFinder, type Match, nearestMatch } from "#domain/find.ts";
import type { Position } from "#domain/position.ts";
import { clearMatches, paintMatches, revealInScroller, showPosition } from "#reading/matches.ts";
import { scrollToPosition } from "#reading/window.ts";
import type { OpenArticle, ReaderModel } from "#state/reader.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import type { Wish } from "../reader/wishes.ts";
import { sentenceAround } from "./sentence-around.ts";
import { findingWords as labels } from "./words.ts";

interface FindBarProps {
  open: OpenArticle;
  reader: ReaderModel;
  /** Each new one brings the focus to the field. */
  wish: Wish;
  /** Where the reader leaves: at a match, or undefined where nothing was found. */
  onClose(match: Position | undefined): void;
}

/** Milliseconds without a key before the number of matches is said: it changes with every letter. */
const PAUSE = 700;

const NOTHING: { matches: readonly Match[]; current: number } = { matches: [], current: 0 };

/** As if the reader had typed it. */
function typeInto(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Finds words in the open article, which stays in view and in reach. */
export function FindBar({ open, reader, wish, onClose }: FindBarProps) {
  const { announcer } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [{ matches, current }, setFound] = useState(NOTHING);
  const finder = useMemo(() => createFinder(open.leaves), [open]);
  const sayingRef = useRef(0);
  const [before] = useState(() => document.activeElement);

  const match = matches[current];
  const count = match ? labels.matches(current + 1, matches.length) : labels.noMatches;

  const say = (text: string, after: number, lang?: string) => {
    clearTimeout(sayingRef.current);
    sayingRef.current = setTimeout(() => announcer.say(text, lang), after);
  };
  const show = (found: readonly Match[], index: number) => {
    setFound({ matches: found, current: index });
    paintMatches(found, index);
    const shown = found[index];
    if (!shown) return;
    revealInScroller(shown);
    showPosition({ block: shown.block, offset: shown.start });
  };
  const look = (text: string) => {
    setQuery(text);
    const found = finder.find(text);
    const index = nearestMatch(found, reader.position.peek());
    show(found, index);
    if (text.trim() === "") clearTimeout(sayingRef.current);
    else say(found.length > 0 ? labels.matches(index + 1, found.length) : labels.noMatches, PAUSE);
  };
  const step = (by: number) => {
    if (!match) return say(labels.noMatches, 0);
    const index = (current + by + matches.length) % matches.length;
    show(matches, index);
    const sentence = sentenceAround(matches[index]!, open);
    // Most of it are the article's words.
    const lang = open.leaves[matches[index]!.block]?.lang ?? open.article.record.lang;
    say(labels.matchInWords(index + 1, matches.length, sentence), 0, lang);
  };
  const leave = () => {
    if (!match) {
      // The letters on the way to these words may have been found elsewhere.
      scrollToPosition(reader.position.peek());
      const back = before?.isConnected ? before : document.querySelector(".reader-bar button");
      // The toolbar, which may be where the focus came from, is there again.
      field.current?.closest(".find-bar")?.setAttribute("data-closing", "");
      (back as HTMLElement | null)?.focus({ preventScroll: true });
    }
    onClose(match && { block: match.block, offset: match.start });
  };

  useEffect(() => {
    const early = wish.typed?.();
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.select();
    if (early && input) typeInto(input, early);
  }, [wish]);
  useEffect(
    () => () => {
      clearTimeout(sayingRef.current);
      clearMatches();
    },
    [],
  );
  // With the very match that is shown: the key may come before the next frame, and effects after it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      leave();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  });

  return (
    <form
      class="find-bar"
      role="search"
      aria-label={labels.find}
      onSubmit={(event) => {
        event.preventDefault();
        step(1);
      }}
    >
      <input
        ref={field}
        type="search"
        aria-label={labels.findLabel}
        placeholder={labels.findLabel}
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !event.shiftKey || event.isComposing) return;
          event.preventDefault();
          step(-1);
        }}
      />
      <p class="find-count">{query.trim() && count}</p>
      <div class="find-buttons">
        <Button
          class="plain"
          icon={up}
          iconOnly
          label={labels.previous}
          unavailable={!match}
          onClick={() => step(-1)}
        />
        <Button class="plain" icon={down} iconOnly label={labels.next} unavailable={!match} onClick={() => step(1)} />
        <Button class="plain" icon={close} iconOnly label={labels.closeFind} onClick={leave} />
      </div>
    </form>
  );
}
