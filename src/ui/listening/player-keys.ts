import { articleActionOf } from "#domain/article-keys.ts";
import { actionOf, keyName, type PlayerAction } from "#domain/player-keys.ts";
import type { Settings } from "#domain/settings.ts";

/** Controls in which any key may mean something. */
const TYPED_IN = "textarea, select, [contenteditable], input:not([type='range'], [type='checkbox'], [type='radio'])";
/** Controls that are worked with the arrows and their like, and what is scrolled with them. */
const STEERED = "input, [role='region'][tabindex], article[tabindex]";
/** Controls that are pressed with the space bar. */
const PRESSED = "button, summary, [role='button']";

/** Whether the key belongs to the control that has the focus. */
function isTaken(name: string, target: EventTarget | null): boolean {
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (within(TYPED_IN) || document.querySelector("dialog:modal")) return true;
  if (name.endsWith("Space")) return within(`${PRESSED}, input`);
  return name.length > 1 && within(STEERED);
}

/**
 * Single keys for the player, where the reader has turned them on. Heard before others hear of them: to the page, space bar and arrows
 * mean scrolling, or turning pages. Returns the way to stop.
 */
export function listenForKeys(settings: () => Settings, act: (action: PlayerAction) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { singleKeys, playerKeys } = settings();
    if (!singleKeys || event.defaultPrevented || event.isComposing) return;
    const name = keyName(event);
    const action = actionOf(name, playerKeys);
    if (!name || !action || isTaken(name, event.target)) return;
    event.preventDefault();
    // A key held down goes on stepping; it does not stutter between play and pause.
    if (!(event.repeat && action === "toggle")) act(action);
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}

/** Alt + Shift + P, or the reader's own letter, on pages without an article and so without an article's keys. Returns the way to stop. */
export function listenForPause(
  letters: () => string | undefined,
  hasArticle: () => boolean,
  toggle: () => void,
): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || articleActionOf(event, letters()) !== "play") return;
    if (hasArticle() || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    if (!event.repeat) toggle();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
