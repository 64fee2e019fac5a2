import { type Position, START } from "#domain/position.ts";
import { takeFocus } from "#reading/focus.ts";
import { leafElement, positionOf, rangeOf } from "#reading/ranges.ts";
import { firstLine, scrollToPosition, visibleBand } from "#reading/window.ts";
import type { App } from "#state/app.ts";
import type { ReadingModel } from "#state/reading.ts";
import type { VoiceWish } from "../reader/wishes.ts";
import { KeysSheet } from "./KeysSheet.tsx";
import { pauseByKey } from "./pause-by-key.ts";

/** Grants what is asked of the voice with Alt + Shift and a letter, unless something modal is open. */
export function grantVoiceWish(
  what: VoiceWish,
  app: App,
  reading: ReadingModel,
  showKeys: (part: { KeysSheet: typeof KeysSheet }) => void,
): void {
  if (document.querySelector("dialog:modal")) return;
  const { reader, listening } = reading;
  if (what === "keys") showKeys({ KeysSheet });
  else if (what === "sentence") goToSentence(reading);
  else if (what === "listen") listening.startAt(selectedPlace() ?? focusedPlace() ?? reader.position.peek());
  else if (listening.session.peek()) pauseByKey(app, listening.session.peek()!);
  else listening.start();
}

/** Where the text begins that is selected in the article; undefined where none is. */
export function selectedPlace(): Position | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  const article = document.getElementById("article");
  if (!article?.contains(startContainer)) return undefined;
  // Title and standfirst stand before the text.
  return positionOf(startContainer, startOffset) ?? START;
}

function focusedPlace(): Position | undefined {
  const focused = document.activeElement;
  if (!focused?.closest("#article")) return undefined;
  return positionOf(focused, 0);
}

/**
 * Silences the voice, and goes to the sentence it has come to: the focus to its paragraph, the caret to its start, from where screen
 * readers and the keyboard go on. Before the text has begun that is the title.
 */
function goToSentence({ reader, listening }: ReadingModel): void {
  listening.pause();
  const here = listening.open.peek() ? listening.session.peek() : undefined;
  const spoken = here?.spoken.peek();
  if (!spoken && here?.spokenHeading.peek()) {
    scrollToPosition(START);
    return takeFocus(document.querySelector<HTMLElement>("#article h1") ?? undefined);
  }
  const place = spoken ? { block: spoken.block, offset: spoken.sentence.start } : reader.position.peek();
  const { top, bottom } = visibleBand();
  const line = firstLine(place);
  if (!line || line.top < top || line.bottom > bottom) scrollToPosition(place);
  takeFocus(leafElement(place.block));
  const start = rangeOf(place.block, { start: place.offset, end: place.offset });
  if (start) document.getSelection()?.collapse(start.startContainer, start.startOffset);
}
