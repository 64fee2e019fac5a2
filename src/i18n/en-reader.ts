import { count } from "./plural.ts";

/** By the eye: the player's times are the voice's. */
const minutesLeft = (minutes: number) =>
  count(minutes, { one: "1 minute to read", other: `${minutes} minutes to read` });

/** The words of the reader, fetched with it. */
export const enReader = {
  toolbar: "Reading",
  library: "Library",
  contents: "Contents",
  listen: "Listen",
  stopListening: "Stop listening",
  progress: (percent: number, minutes: number) => `${percent} % · ${minutesLeft(minutes)}`,
  minutesLeft,
  finished: "100 % · finished",

  player: "Read aloud",
  preparing: "Preparing the voice …",
  couldNotLoad: "The player could not be loaded. Check your connection and try again.",
  tryAgain: "Try again",
  closePlayer: "Close the player",

  /** The name of a table, code or a formula that is wider than the column, where it has no caption. */
  scrollable: (what: "table" | "code" | "formula") =>
    `${{ table: "Table", code: "Code", formula: "Formula" }[what]}, scrolls sideways`,

  /** What a voice says for things that are not text. */
  spoken: {
    image: (description: string) => `Image: ${description}`,
    imageWithoutDescription: "Image without a description",
    code: (lines: number) => `Code, ${lines} ${lines === 1 ? "line" : "lines"}.`,
    table: (rows: number, columns: number) => `Table, ${rows} by ${columns}.`,
  },
  /** Over the addresses at the end of a printed article. */
  printedLinks: "Links",
};

export type ReaderWords = typeof enReader;
