import type { SettingsModel } from "#state/settings.ts";
import { ARTICLE_ACTIONS, type ArticleAction, articleActionOf } from "#domain/article-keys.ts";

/** What a reader asks for in an article: `ui/finding/` has it, and `ui/listening/` what is of the voice. */
export interface Wish {
  what?: ArticleAction;
  /** Or more of this: a reference to a note, an image, what stands beside an image to enlarge it. */
  of?: HTMLElement;
  /** Ends the keeping of what is typed ahead, and answers that: see `keepTyped`. */
  typed?: () => string;
}

export type VoiceWish = Exclude<ArticleAction, "contents" | "find" | "where">;
const VOICE = ARTICLE_ACTIONS.slice(3) as VoiceWish[];

export function voiceWish({ what }: Wish): VoiceWish | undefined {
  return VOICE.find((kind) => kind === what);
}

function wishOfPress({ target }: MouseEvent): Wish | null {
  const of = (target as Element).closest<HTMLElement>("#article :is(.note-reference, .enlarge, figure > img)");
  return of && { of };
}

/**
 * Keeps what is typed from now on, until it is asked for: the field that it is meant for is still being fetched. Escape, and a focus that
 * goes elsewhere, end it as well. What an input method composes cannot be kept.
 */
export function keepTyped(): () => string {
  let text = "";
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  const stop = () => end.abort();
  addEventListener("focusin", stop, options);
  addEventListener(
    "keydown",
    (event) => {
      const { key } = event;
      if (key === "Escape") {
        text = "";
        return stop();
      }
      if (event.ctrlKey || event.altKey || event.metaKey || (key.length > 1 && key !== "Backspace")) return;
      event.preventDefault();
      event.stopPropagation();
      text = key === "Backspace" ? text.slice(0, -1) : text + key;
    },
    options,
  );
  return () => {
    stop();
    return text;
  };
}

/** Hears of wishes that no button of the app speaks: what is pressed in the text, and Alt + Shift with a letter, the reader's own or the usual one. Returns the way to stop. */
export function watchWishes({ chosen }: Pick<SettingsModel, "chosen">, ask: (wish: Wish) => void): () => void {
  const end = new AbortController();
  const grant = (event: Event, wish: Wish | null | undefined) => {
    if (!wish) return;
    event.preventDefault();
    ask(wish);
  };
  // Before the article hears of it, where a press on the text shows or hides the toolbar.
  const options = { capture: true, signal: end.signal };
  addEventListener("click", (event) => grant(event, wishOfPress(event)), options);
  addEventListener(
    "keydown",
    (event) => {
      const what = articleActionOf(event, chosen.peek().articleKeys);
      grant(event, what && { what });
    },
    options,
  );
  return () => end.abort();
}
