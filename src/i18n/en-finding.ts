/** What there is to say of a place in an article. */
export interface Place {
  /** The heading of the section it is in; undefined before the first. */
  section: string | undefined;
  /** Whether the article has headings at all. */
  hasSections: boolean;
  /** 0 to 100. */
  percent: number;
  /** How long it is to the end, in words; undefined when all has been read. */
  left: string | undefined;
}

/** The words of contents, notes, images and finding, fetched with the first of them. */
export const enFinding = {
  lang: "en",
  title: "Contents",
  close: "Close",
  whereAmI({ section, hasSections, percent, left }: Place): string {
    const read = left === undefined ? "read to the end" : `${percent}\u00a0% read, ${left}`;
    if (section) return `In the section “${section}”, ${read}.`;
    return hasSections ? `Before the first section, ${read}.` : `${read[0]!.toUpperCase()}${read.slice(1)}.`;
  },
  sayWhere: "Where am I?",
  place: "Where you are",
  find: "Find in the article",
  backToPlace: "Back to where you were",
  stayHere: "Stay here",
  sections: "Sections",
  start: "Beginning",
  noSections: "This article has no headings; it is one piece from beginning to end.",
  links: "Links",
  inLectern: "in Lectern",
  mail: "e-mail",
  telephone: "telephone",
  notes: "Notes",
  note: (label: string) => `Note ${label}`,
  goToNote: "Go to the note",
  opensContents: "These contents open with",
  shortcutKeys: (key: string, isMac: boolean) => `${isMac ? "Option" : "Alt"} + Shift + ${key}`,

  findLabel: "Find in the article",
  next: "Next match",
  previous: "Previous match",
  closeFind: "Close find",
  matches: (index: number, total: number) => `${index} of ${total}`,
  noMatches: "No matches",
  matchInWords: (index: number, total: number, sentence: string) => `${index} of ${total}: ${sentence}`,

  image: "Image",
  noDescription: "Nobody has described this image.",
  imageSize: "Size",
  percent: (value: number) => `${value} %`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  imagePart: "The image. Arrow keys move it when it is larger than the window.",
};

export type FindingWords = typeof enFinding;
