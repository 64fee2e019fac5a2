/** The words of the text settings, fetched when they are first opened. */
export const enSettings = {
  title: "Text settings",
  keys: "Keys",
  close: "Close",
  reset: "Reset text settings",
  wasReset: "Text settings are back to what they were at first.",
  undo: "Undo",
  undone: "Your text settings are back.",
  theme: "Theme",
  themes: {
    automatic: "Automatic",
    light: "Paper",
    sepia: "Sepia",
    grey: "Grey",
    dark: "Dark",
    black: "Black",
    "contrast-light": "High contrast, light",
    contrast: "High contrast, dark",
    own: "My own colours",
  },
  font: "Font",
  fonts: {
    serif: "Serif",
    sans: "Sans serif",
    mono: "Monospace",
    atkinson: "Atkinson Hyperlegible",
    literata: "Literata",
    lexend: "Lexend",
    opendyslexic: "OpenDyslexic",
  },
  fontMissing: (font: string) =>
    `${font} is not on this device yet. The text is in another typeface until there is a network.`,
  preset: "Ready-made settings",
  presets: {
    standard: "Standard",
    larger: "Larger and looser",
    dyslexia: "Dyslexia-friendly",
    "low-vision": "Low vision",
    wcag: "WCAG visual presentation",
  },
  presetName: "Keep these settings under a name",
  keepPreset: "Keep",
  presetNameless: "Give it a name first.",
  presetKept: (name: string) => `Kept as “${name}”.`,
  presetTaken: (name: string) => `There are settings of this name already: ${name}. Give them another name.`,
  presetExplained: "What is kept: the type, the theme with its colours, and the reading aids.",
  presetRemoved: (name: string) => `“${name}” is removed.`,
  removePreset: (name: string) => `Remove: ${name}`,
  ownColors: "My own colours",
  colors: { ink: "Text", paper: "Background", link: "Links", mark: "Sentence read aloud" },
  contrast: (ratio: number) => {
    const shown = `Contrast ${Math.floor(ratio * 10) / 10} to 1`;
    if (ratio >= 7) return `${shown}: meets AAA.`;
    return ratio >= 4.5 ? `${shown}: meets AA.` : `${shown}: too low to read with ease. Take at least 4.5.`;
  },
  resetOne: (setting: string) => `Reset: ${setting}`,
  size: "Size",
  lineSpacing: "Line spacing",
  width: "Line length",
  letterSpacing: "Letter spacing",
  wordSpacing: "Word spacing",
  paragraphSpacing: "Paragraph spacing",
  indent: "Paragraph indent",
  weight: "Weight",
  wordsFollowLetters: "Word spacing grows with letter spacing",
  align: "Alignment",
  alignments: { start: "Start", center: "Centre", end: "End", justify: "Justified" },
  layout: "Layout",
  layouts: { scroll: "Scrolled", pages: "Pages" },
  pagesExplained:
    "Tap or swipe at either side, or use the arrow keys, the space bar or the buttons, to turn a page. A tap in the middle hides the toolbar.",
  vertical: "Vertical writing",
  hyphens: "Divide long words at line ends",
  cannotDivide: (language: string) =>
    `This browser cannot divide words of this language: ${language}. So long words stay whole, and text is not justified.`,
  strokes: (value: number) => {
    const names: Readonly<Record<number, string>> = {
      300: "light",
      400: "regular",
      500: "medium",
      600: "semi-bold",
      700: "bold",
      800: "extra bold",
    };
    return names[value] ? `${value}, ${names[value]}` : String(value);
  },
  smaller: (setting: string) => `Less: ${setting}`,
  larger: (setting: string) => `More: ${setting}`,
  pixels: (value: number) => `${value} pixels`,
  times: (value: number) => `${value} times`,
  characters: (value: number) => `${value} characters`,
  em: (value: number) => (value === 0 ? "none" : `${Math.round(value * 100)} % of the text size`),
  screenReader: "Screen reader",
  screenReaderMode: "Screen-reader mode",
  screenReaderExplained:
    "Your place is taken from what you focus, activate or hear, not from scrolling, and the toolbar always stays.",
  kept: "Changes are kept on this device.",
};

export type SettingsWords = typeof enSettings;
