import { leafElement } from "#reading/ranges.ts";
import { currentFlow, stayHere } from "#reading/window.ts";
import type { Leaf } from "#domain/text.ts";

/** As much of the text as is enough to judge it by, in lines. */
const ENOUGH = 2;

/**
 * At the head of an article a sheet at the foot of a phone leaves its title in view, and nothing of the text that the settings change:
 * then the text is moved up, and back by `putBack`. That is no reading: the position stays. `refresh` after the text has been set anew.
 */
export function showTextAbove(sheet: HTMLElement, leaves: readonly Leaf[]): { refresh(): void; putBack(): void } {
  const first = leaves.find(({ kind }) => kind !== "heading" && kind !== "image");
  const before = scrollY;
  let isMoved = false;

  const refresh = () => {
    const element = first && leafElement(first.number);
    const { top, left, right } = sheet.getBoundingClientRect();
    // Beside the text, or in the way of pages, which are turned whole.
    if (!element || left > 0 || right < innerWidth || currentFlow().placeOnPage || currentFlow().roll) return;
    const start = element.getBoundingClientRect().top;
    const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
    if (start + ENOUGH * line <= top) return;
    isMoved = true;
    // Under the toolbar, where there is room for it all the same.
    scrollBy({ top: start - currentFlow().view().top - line / 2, behavior: "instant" });
    stayHere();
  };

  return {
    refresh,
    putBack() {
      if (!isMoved) return;
      scrollTo({ top: before, behavior: "instant" });
      stayHere();
    },
  };
}
