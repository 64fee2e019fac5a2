import type { SettingsModel } from "#state/settings.ts";
import type { ARTICLE_ACTIONS, ArticleAction } from "#domain/article-keys.ts";

/** What a reader asks for in an article: `ui/finding/` has it, and `ui/listening/` what is of the voice. */
export interface Wish {
  what?: ArticleAction;
  /** Or more of this: a reference to a note, an image, what stands beside an image to enlarge it. */
  of?: HTMLElement;
  /** Ends the keeping of what is typed ahead, and answers that: see `keepTyped`. */
  typed?: () => string;
}

/** Their first letters are the usual ones. What `articleActionOf` does is done here once more, in less: every article is opened with it. */
const KINDS: typeof ARTICLE_ACTIONS = ["contents", "find", "where", "keys", "listen", "play", "sentence"];
export type VoiceWish = Exclude<ArticleAction, "contents" | "find" | "where">;

/** Whether it is of the voice: those come last. */
export const isOfVoice = (what: ArticleAction | undefined): what is VoiceWish => KINDS.indexOf(what!) > 2;

function wishOfPress({ target }: MouseEvent): Wish | null {
  const of = (target as Element).closest<HTMLElement>("#article :is(.note-reference, .enlarge, figure > img)");
  return of && { of };
}

function wishOfKey({ altKey, shiftKey, key, code, target }: KeyboardEvent, own?: string): Wish | false | undefined {
  // With these keys held a Mac types other signs, which are letters of their own in a field; where letters are not Latin, the
  // key's place on the keyboard counts.
  const isTyped = /^[a-z]$/i.test(key) || (target as Element).matches(":read-write");
  const letter = isTyped ? key : code.replace("Key", "");
  const what = KINDS.find((kind, i) => (own?.[i] ?? kind[0]) === letter.toLowerCase());
  return altKey && shiftKey && what && { what };
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

/**
 * Hears of wishes that no button of the app speaks: what is pressed in the text, and Alt + Shift with a letter, the reader's own or the
 * usual one. Returns the way to stop.
 */
export function watchWishes({ chosen }: Pick<SettingsModel, "chosen">, ask: (wish: Wish) => void): () => void {
  const end = new AbortController();
  const grant = (event: Event, wish: Wish | null | false | undefined) => {
    if (!wish) return;
    event.preventDefault();
    ask(wish);
  };
  // Before the article hears of it, where a press on the text shows or hides the toolbar.
  const options = { capture: true, signal: end.signal };
  addEventListener("click", (event) => grant(event, wishOfPress(event)), options);
  addEventListener("keydown", (event) => grant(event, wishOfKey(event, chosen.peek().articleKeys)), options);
  return () => end.abort();
}
