import { contrast, READABLE } from "./contrast.ts";

/** Colours of the reader's own, each as `#rrggbb`. */
export interface OwnColors {
  ink: string;
  paper: string;
  link: string;
  /** Behind the sentence that is being read aloud. */
  mark: string;
}

export const OWN_COLORS = ["ink", "paper", "link", "mark"] as const satisfies readonly (keyof OwnColors)[];

/** Whether a stored value is a set of colours, fit to be written into a style sheet. */
export function isOwnColors(value: unknown): value is OwnColors {
  if (typeof value !== "object" || value === null) return false;
  return OWN_COLORS.every((name) => /^#[\da-f]{6}$/.test(String((value as Record<string, unknown>)[name])));
}

/** How much a tinted line differs from the paper, at least where there is room for it. */
const VISIBLE = 1.35;

/**
 * A tint of lines for a paper `#rrggbb`, on which texts of these colours can be read as well as they can be at all: towards the first of
 * them where that leaves it at 4.5:1, else away from it, and as far as it goes.
 */
export function tintOf(paper: string, texts: readonly string[]): string {
  const least = Math.min(READABLE, ...texts.map((text) => contrast(text, paper)));
  let best = paper;
  for (const towards of [texts[0]!, "#000000", "#ffffff"]) {
    for (let share = 2; share <= 100; share += 2) {
      const tint = mix(towards, paper, share / 100);
      if (texts.some((text) => contrast(text, tint) < least)) break;
      if (contrast(tint, paper) > contrast(best, paper)) best = tint;
      if (contrast(best, paper) >= VISIBLE) return best;
    }
  }
  return best;
}

/** So much of the one colour over the other, as `color-mix(in srgb, ...)` has it. */
function mix(over: string, under: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(over, at) * share + channel(under, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
