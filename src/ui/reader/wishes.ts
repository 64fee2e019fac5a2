/** What a reader asks for in an article: see `ui/finding/`. */
export interface Wish {
  what: "contents" | "find" | "where" | "note" | "image";
  /** The reference to the note, or what stands beside the image to enlarge it. */
  from?: HTMLElement;
}

const KEYS: Readonly<Record<string, Wish["what"]>> = { c: "contents", f: "find", w: "where" };

/**
 * Hears of wishes that are not spoken by a button of the app: references to notes and images that are pressed, and Alt + Shift
 * with a letter. Returns the way to stop.
 */
export function watchWishes(ask: (wish: Wish) => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  // Before the article hears of it, where a press on the text shows or hides the toolbar.
  document.addEventListener(
    "click",
    (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const pressed = (event.target as Element).closest<HTMLElement>(
        "#article :is(.note-reference, .enlarge, figure > img)",
      );
      if (!pressed) return;
      event.preventDefault();
      ask(
        pressed.localName === "a"
          ? { what: "note", from: pressed }
          : { what: "image", from: pressed.parentElement!.querySelector<HTMLElement>(".enlarge")! },
      );
    },
    { capture: true, signal },
  );
  addEventListener(
    "keydown",
    (event) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      // With these keys held a Mac types other signs; where letters are not Latin, the key's place on the keyboard counts.
      const letter = /^[a-z]$/i.test(event.key) ? event.key : event.code.replace("Key", "");
      const what = KEYS[letter.toLowerCase()];
      if (!what) return;
      event.preventDefault();
      ask({ what });
    },
    { signal },
  );
  return () => end.abort();
}
