import type { SpokenSettings } from "#domain/spoken-settings.ts";

/** Says on the root how marks are to look, for `marks.css`; what is usual has no attribute. Undefined: nothing is marked. */
export function showMarks(settings: SpokenSettings | undefined): void {
  const { dataset } = document.documentElement;
  const put = (name: "markStyle" | "markColor" | "markAlone", value: string | undefined, usual: string) => {
    if (value === undefined || value === usual) delete dataset[name];
    else dataset[name] = value;
  };
  put("markStyle", settings?.markStyle, "both");
  put("markColor", settings?.markColor, "theme");
  // Sentence or paragraph without a word in it, which would bear the line.
  put("markAlone", /^(?:sentence|paragraph)$/.test(settings?.marked ?? "") ? "" : undefined, "no");
}
