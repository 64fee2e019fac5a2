import type { Position } from "#domain/position.ts";
import { positionOf } from "#reading/ranges.ts";

const CONTROLS = "a, button, summary, input, select, textarea, label, audio, video";

/**
 * Hears of taps on paragraphs, each with the start of its paragraph; `onTap` tells whether it took it. Not of taps on what is a
 * control itself, nor of one that lets go of selected text. Returns the way to stop.
 */
export function listenForTaps(article: HTMLElement, onTap: (position: Position) => boolean): () => void {
  const end = new AbortController();
  let hadSelection = false;
  const onClick = (event: MouseEvent) => {
    const { target, detail } = event;
    // What a screen reader or a script presses had no pointer come down before.
    const selected = detail > 0 && (hadSelection || document.getSelection()?.isCollapsed === false);
    if (event.defaultPrevented || detail > 1 || selected) return;
    if (!(target instanceof Element) || target.closest(CONTROLS)) return;
    const leaf = target.closest("[id^='b']");
    const position = leaf && article.contains(leaf) ? positionOf(leaf, 0) : undefined;
    // So that the toolbar does not take it for its own.
    if (position && onTap(position)) event.preventDefault();
  };
  addEventListener("pointerdown", () => (hadSelection = document.getSelection()?.isCollapsed === false), {
    capture: true,
    signal: end.signal,
  });
  // On the way down: after whoever turns pages by taps, and before the toolbar.
  article.addEventListener("click", onClick, { capture: true, signal: end.signal });
  return () => end.abort();
}
