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
