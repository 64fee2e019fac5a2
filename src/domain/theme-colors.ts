import type { Settings, Theme } from "./settings.ts";

/** The page colour of each theme that has one of its own, for the browser's own bars. The same as `--paper` in `styles/tokens.css`; a test compares them. */
export const PAPER: Readonly<Record<Exclude<Theme, "automatic" | "own">, string>> = {
  light: "#fbfaf7",
  sepia: "#f5ecd9",
  grey: "#d9d9d6",
  dark: "#17181a",
  black: "#000000",
  "contrast-light": "#ffffff",
  contrast: "#000000",
};

/** The one page colour of the chosen theme; undefined where the system chooses between two. */
export function paperOf({ theme, ownColors }: Settings): string | undefined {
  if (theme === "automatic") return undefined;
  return theme === "own" ? ownColors.paper : PAPER[theme];
}
