/** The words of the text settings, fetched when they are first opened. */
export const enSettings = {
  title: "Text settings",
  close: "Close",
  reset: "Reset text settings",
  wasReset: "Text settings are back to what they were at first.",
  undoReset: "Undo reset",
  undone: "Your text settings are back.",
  theme: "Theme",
  themes: { automatic: "Automatic", light: "Light", dark: "Dark", sepia: "Sepia", contrast: "High contrast" },
  font: "Font",
  fonts: { serif: "Serif", sans: "Sans serif", atkinson: "Atkinson Hyperlegible" },
  size: "Size",
  lineSpacing: "Line spacing",
  width: "Line length",
  letterSpacing: "Letter spacing",
  wordSpacing: "Word spacing",
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
