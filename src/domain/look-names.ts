/** All attributes that a look can put on the root. Apart from `look.ts`, which a first visit does without. */
export const LOOK_ATTRIBUTES: readonly string[] = [
  "data-theme",
  "data-scheme",
  "data-font",
  "data-align",
  "data-hyphens",
  "data-line-tint",
  "data-vertical",
  "data-layout",
  "data-screen-reader",
];
