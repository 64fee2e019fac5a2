import { pageTitle } from "./page-title.ts";
import { count } from "./plural.ts";

/**
 * The words of the app in English that its first load needs; the rest lies in the files beside this one and comes with what uses
 * it. The type of each object is the contract for other languages.
 */
export const en = {
  lang: "en",
  appName: "Lectern",
  pageTitle,

  library: {
    title: "Library",
    continueReading: "Continue reading",
    articles: "Articles",
    loading: "Opening your library …",
    emptyTitle: "Nothing here yet",
    empty: "There is no article on this device. Add one, or connect to the network once and load the page again.",
    add: "Add an article",
    reload: "Load again",
    minutes: (minutes: number) => count(minutes, { one: "1 minute", other: `${minutes} minutes` }),
    minutesLeft: (minutes: number) => count(minutes, { one: "1 minute left", other: `${minutes} minutes left` }),
    pictures: (here: number, of: number) => `${here} of ${count(of, { one: "1 picture", other: `${of} pictures` })}`,
    finished: "Finished",
    withoutScripts: "Scripts are switched off here: these articles can be read all the same.",
    install: "Install Lectern",
    installExplained:
      "Lectern can open like any other app on this device, without a browser around it and without a network.",
    percentRead: (percent: number) => `${percent} % read`,
  },

  add: "Add",
  listen: "Listen",
  textSettings: "Text settings",
  toLibrary: "Go to the library",

  reader: {
    loading: "Opening the article …",
    missingTitle: "This article is not on this device",
    missing: "It may have been removed, or it was never opened here while there was a network.",
    unreachableTitle: "The article did not open",
    unreachable:
      "It is not on this device yet, and the place it comes from cannot be reached. Connect to a network, then try again.",
    tryAgain: "Try again",
  },

  updates: {
    label: "Update",
    ready: "A new version of Lectern is ready.",
    apply: "Update now",
    later: "Later",
    notYet: "It can be put in place when reading aloud has stopped and sound files are saved.",
    incomplete: "This part of Lectern could not be loaded. You may be offline, or a new version has just appeared.",
  },

  storage: {
    label: "Storage",
    /** By the reason of a `StorageError`. */
    problems: {
      quota: "The device has no room left for Lectern, so this was not kept. Free some space, then try again.",
      blocked:
        "Another tab with Lectern is in the way of an update. Close the other tabs with Lectern, then load this page again.",
      "newer-version": "Another tab has a newer version of Lectern. Load this page again to go on.",
      unavailable:
        "This browser does not let Lectern keep anything, perhaps because the window is private. You can read, but nothing will be remembered.",
      failed:
        "Lectern could not save to this device just now. You can read on; what you did last may not be remembered.",
    },
    reload: "Load again",
    dismiss: "Close this message",
  },
};

export type Words = typeof en;
