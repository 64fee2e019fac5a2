/** The words of the reading aids, fetched with the text settings or with the first aid. */
export const enAids = {
  lang: "en",
  title: "Reading aids",
  lineFocus: "Line focus",
  lineFocuses: {
    none: "Off",
    "1": "1 line",
    "3": "3 lines",
    "5": "5 lines",
    sentence: "Sentence",
    paragraph: "Paragraph",
  },
  lineFocusExplained:
    "The rest of the text is dimmed. Move on with the arrow keys, by scrolling or by a tap; a voice takes it along.",
  ruler: "Reading ruler",
  lineTint: "Tint every other line",
  syllables: "Mark syllables",
  noPatterns: (language: string) => `Lectern does not know how words of this language are divided: ${language}.`,
  syllablesMissing:
    "The syllables could not be loaded. Check your connection, then turn “Mark syllables” off and on again in the text settings.",
  closeMessage: "Close this message",
  keepAwake: "Keep the screen on while reading or listening",
  autoScroll: "Automatic scrolling",
  speed: "Scrolling speed",
  slower: "Scroll slower",
  faster: "Scroll faster",
  wordsAMinute: (value: number) => `${value} words a minute`,
  start: "Start scrolling",
  pause: "Pause scrolling",
  resume: "Go on scrolling",
  stop: "Stop scrolling",
  autoScrollExplained:
    "Any touch, key or turn of the wheel pauses it. In pages it turns to the next one when you have had the time to read this one.",
  atEnd: "This is the end of the article.",
  couldNotLoad: "Automatic scrolling could not be loaded. Check your connection and try again.",
};

export type AidsWords = typeof enAids;
