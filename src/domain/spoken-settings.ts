/** What the reader decides about reading aloud, apart from the voice: the pauses, what is said, what is marked, and how words are said. */
import { isPronunciationList, type Pronunciation } from "./pronunciations.ts";

/** What is marked while it is read: "word-sentence" is both. */
export const MARKED = ["word-sentence", "word", "sentence", "paragraph", "none"] as const;
export type Marked = (typeof MARKED)[number];

export const MARK_STYLES = ["both", "background", "underline"] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** "theme": the theme's own colours. */
export const MARK_COLORS = ["theme", "yellow", "green", "blue", "pink"] as const;
export type MarkColor = (typeof MARK_COLORS)[number];

export const CODE_TELLINGS = ["skip", "announce", "read"] as const;
export type CodeTelling = (typeof CODE_TELLINGS)[number];

export const TABLE_TELLINGS = ["rows", "announce", "skip"] as const;
export type TableTelling = (typeof TABLE_TELLINGS)[number];

/** Of an address that stands in the text: "site" is the name of the site and no more. */
export const ADDRESS_TELLINGS = ["site", "read", "skip"] as const;
export type AddressTelling = (typeof ADDRESS_TELLINGS)[number];

/** What is said of an article, and how. */
export interface SpokenChoices {
  readCode: CodeTelling;
  readTables: TableTelling;
  readAddresses: AddressTelling;
  /** The descriptions of images. */
  readImages: boolean;
  readCaptions: boolean;
  /** Numbers and signs that refer to notes and sources. */
  readNoteMarks: boolean;
  /** The notes at the end. */
  readNotes: boolean;
  /** "Say it like": the reader's own way with words. */
  sayAs: readonly Pronunciation[];
}

export interface SpokenSettings extends SpokenChoices {
  /** Silence between sentences and between paragraphs, in milliseconds at rate 1. */
  sentencePause: number;
  paragraphPause: number;
  /** A longer pause before and after headings. */
  headingPause: boolean;
  marked: Marked;
  markStyle: MarkStyle;
  markColor: MarkColor;
  /** The page keeps what is being said in view. */
  followVoice: boolean;
}

export const SPOKEN_DEFAULTS: SpokenSettings = {
  sentencePause: 200,
  paragraphPause: 500,
  headingPause: true,
  readCode: "skip",
  readTables: "rows",
  readAddresses: "site",
  readImages: true,
  readCaptions: true,
  readNoteMarks: false,
  readNotes: false,
  sayAs: [],
  marked: "word-sentence",
  markStyle: "both",
  markColor: "theme",
  followVoice: true,
};

/** For those that are one of a few. */
export const SPOKEN_OFFERED: Readonly<Record<string, readonly string[]>> = {
  readCode: CODE_TELLINGS,
  readTables: TABLE_TELLINGS,
  readAddresses: ADDRESS_TELLINGS,
  marked: MARKED,
  markStyle: MARK_STYLES,
  markColor: MARK_COLORS,
};

/** For those that a look at the type does not settle: whether a stored value is one. */
export const SPOKEN_CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = { sayAs: isPronunciationList };

/** What "Reset" returns to its default: everything but the voices and the list of words, which is the reader's own work. */
export const RESET_SPOKEN = [
  "rate",
  "sentencePause",
  "paragraphPause",
  "headingPause",
  "readCode",
  "readTables",
  "readAddresses",
  "readImages",
  "readCaptions",
  "readNoteMarks",
  "readNotes",
  "marked",
  "markStyle",
  "markColor",
  "followVoice",
] as const satisfies readonly ("rate" | keyof SpokenSettings)[];

/** One key step of the speed is 0.05; these are the speeds one press away. */
export const RATE_PRESETS = [0.8, 1, 1.2, 1.5, 1.75, 2, 2.5, 3] as const;
