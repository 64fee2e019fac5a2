import { count } from "./plural.ts";

/** The words about the pictures of a saved article, at its end. */
export const enPictures = {
  label: "Your copy of this article",
  mend: "Something missing?",
  complete: (of: number) =>
    count(of, {
      one: "Complete offline: the text and its picture are on this device.",
      other: `Complete offline: the text and all ${of} pictures are on this device.`,
    }),
  some: (here: number, of: number) =>
    count(of, {
      one: "The text is on this device. Its picture is not.",
      other: `The text and ${here} of ${of} pictures are on this device.`,
    }),
  none: (of: number) =>
    count(of, {
      one: "The text is on this device, without its picture, as you have chosen.",
      other: `The text is on this device, without its ${of} pictures, as you have chosen.`,
    }),
  fetching: "Fetching the pictures that are missing …",
  tryAgain: "Fetch what is missing",
  /** Why most of those that are missing are. */
  why: {
    offline: "There is no network. They come when there is one.",
    "no-companion": "Their site does not let Lectern fetch them here.",
    "companion-away": "The server that fetches them for Lectern does not answer.",
    "not-found": "Their site does not have them any more.",
    refused: "Their site does not give them out.",
    "too-large": "They are too large.",
    damaged: "They could not be read.",
    other: "They did not come this time.",
  },
  choice: "Pictures that are kept of new articles",
  choices: {
    full: "Large",
    small: "Small",
    none: "None",
  },
  choiceExplained: "Large is as wide as a screen, and can be enlarged. Small takes a quarter of the room.",
};

export type PicturesWords = typeof enPictures;
