import { enDrops as words } from "#i18n/en-drops.ts";
import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./drops.css?inline";

export interface DropTaker {
  /** Whether it can do something with what is of these types and is over this element. */
  wants(types: readonly string[], over: Element): boolean;
  take(dropped: DataTransfer): void;
}

/** The view that is open, where it does something of its own with what is dropped. */
let own: DropTaker | undefined;

/** All that is dropped is this view's, until what is returned is called. */
export function takeDrops(taker: DropTaker): () => void {
  own = taker;
  return () => {
    if (own === taker) own = undefined;
  };
}

/** Milliseconds without a word of what is over the page, until it is taken to have gone: Firefox tells every 350. */
const GONE = 1000;

/**
 * Takes what is dropped anywhere on the page, and shows that it can be. Files are `elsewhere`'s where the open view has no use for them:
 * left to itself a browser would show the file in the place of the app. What is dragged from the page itself is left alone; pictures of an
 * article have files in them too.
 */
export function watchDrops(elsewhere: (files: File[]) => void): void {
  let fromHere = false;
  document.addEventListener("dragstart", () => {
    fromHere = true;
    // An element that has gone meanwhile tells nothing of its end; the pointer does not move before it.
    document.addEventListener("pointermove", () => (fromHere = false), { once: true });
  });
  document.addEventListener("dragend", () => (fromHere = false));

  const wanted = ({ dataTransfer, target }: DragEvent) =>
    !fromHere && dataTransfer && target instanceof Element && (own ?? anyFiles).wants(dataTransfer.types, target);
  const anyFiles: DropTaker = {
    wants: (types) => types.includes("Files"),
    take: ({ files }) => elsewhere([...files]),
  };

  let leaving = 0;
  document.addEventListener("dragover", (event) => {
    if (!wanted(event)) return hide();
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
    show();
    clearTimeout(leaving);
    leaving = window.setTimeout(hide, GONE);
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!relatedTarget) hide();
  });
  document.addEventListener("drop", (event) => {
    hide();
    if (!wanted(event)) return;
    event.preventDefault();
    (own ?? anyFiles).take(event.dataTransfer!);
  });
}

let shown: HTMLElement | undefined;

/** For the eye: who drops something looks where. Over sheets too, which lie above everything else. */
function show(): void {
  if (shown) return;
  adoptStyles(css);
  shown = document.createElement("div");
  Object.assign(shown, { className: "drop-here", ariaHidden: "true", popover: "manual" });
  const said = document.createElement("p");
  said.textContent = words.dropHere;
  shown.append(said);
  document.body.append(shown);
  shown.showPopover?.();
}

function hide(): void {
  shown?.remove();
  shown = undefined;
}
