/** A long text comes into the page in slices: from the parser while the page is still being sent, else from the reader's own script. */

let bring: (block: number) => unknown = () => {};

/** Says how blocks that are not in the page yet can be brought there at once; without a way, none are missing that could be. */
export function textComes(how: (block: number) => unknown = () => {}): void {
  bring = how;
}

/** Brings the text into the page up to and including this leaf, where that is in the hands of a script. `Infinity`: all of it. */
export function bringText(block: number): void {
  bring(block);
}

/** Whether a leaf that is not in the page may still come with it. */
export function isComing(): boolean {
  return document.readyState === "loading";
}
