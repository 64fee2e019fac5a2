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
    offline: "There is no network. What is missing comes when there is one.",
    "no-companion": "The site does not let Lectern fetch what is missing.",
    "companion-away": "The server that fetches for Lectern does not answer.",
    "not-found": "The site does not have what is missing any more.",
    refused: "The site does not give out what is missing.",
    "too-large": "What is missing is too large.",
    damaged: "What is missing could not be read.",
    other: "What is missing did not come this time.",
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
