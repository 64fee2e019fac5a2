import { count } from "./plural.ts";

/** The words of the queue, fetched when it is first opened. */
export const enQueue = {
  title: "Listen",
  close: "Close",
  now: (title: string) => `Now: ${title}`,
  upNext: "Up next",
  nothingNext: "Nothing is waiting. Choose articles below; they are read aloud one after another.",
  waiting: (articles: number) =>
    count(articles, { one: "1 article is waiting.", other: `${articles} articles are waiting.` }),
  play: "Play in this order",
  clear: "Clear",
  cleared: "Nothing is waiting now.",
  moveUp: "Move up",
  moveDown: "Move down",
  remove: "Remove",
  /** The names of these buttons begin with what is seen of them. */
  of: (what: string, title: string) => `${what}: ${title}`,
  movedTo: (place: number, of: number) => `${place} of ${of}`,
  removed: (title: string) => `Removed: ${title}`,
  markHeard: "Mark what has been heard as read",
  markHeardExplained: "Otherwise it goes back to its beginning.",
  unread: "Not yet read",
  allRead: "You have read everything here.",
  listenToAll: "Listen to everything unread",
  listenNext: "Listen next",
  isNext: "Is next",
};

export type QueueWords = typeof enQueue;
