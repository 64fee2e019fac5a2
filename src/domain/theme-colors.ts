import type { Theme } from "./settings.ts";

/** The page colour of each theme, for the browser's own bars (`<meta name="theme-color">`). The same as `--paper` in `styles/tokens.css`; a test compares them. */
export const PAPER: Readonly<Record<Exclude<Theme, "automatic">, string>> = {
  light: "#fbfaf7",
  dark: "#17181a",
  sepia: "#f5ecd9",
  contrast: "#000000",
};
