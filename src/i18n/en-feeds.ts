import { count } from "./plural.ts";

/** The words of following feeds, fetched with the view of adding. What can go wrong has its sentences in `en-adding.ts`. */
export const enFeeds = {
  title: "Feeds",
  explained:
    "Follow a site, and Lectern shows you here what it publishes. Nothing is added to your library unless you want it.",
  field: "Address of a site or a feed",
  follow: "Follow",
  following: "Looking for its feed …",
  followed: (title: string, offers: number) =>
    offers === 0
      ? `You follow “${title}”.`
      : `You follow “${title}”. ${count(offers, { one: "1 article is new.", other: `${offers} articles are new.` })}`,
  known: (title: string) => `You follow “${title}” already.`,
  noAddress: "Put the address of a site or a feed into the field first.",
  noFeed: "There is no feed at this address. Look on the site for a link that says “RSS” or “Feed”.",
  notFound: "There is no such site or page. Check the address for typing mistakes.",
  refused: "The site does not give its feed to Lectern, or wants you to log in.",
  noCompanion:
    "Feeds need the small server that comes with Lectern, and there is none where you opened Lectern from. Your list of feeds can be opened and saved all the same.",
  notStored: "It could not be kept. The message at the edge of the page says why.",
  choose: "This site has several feeds. Which one?",
  chooseNone: "None of them",

  offers: "New in your feeds",
  noOffers: "Nothing new at the moment.",
  checkNow: "Look for new articles",
  checking: "Looking for new articles …",
  checked: (found: number) =>
    count(found, { one: "1 new article.", other: found === 0 ? "Nothing new." : `${found} new articles.` }),
  save: "Save",
  saveAll: (offers: number) => count(offers, { one: "Save it", other: `Save all ${offers}` }),
  dismiss: "Not this one",
  dismissAll: "None of these",
  saved: (title: string) => `On its way: ${title}`,
  savedAll: (offers: number) =>
    count(offers, { one: "1 article is on its way.", other: `${offers} articles are on their way.` }),
  dismissed: (title: string) => `Not saved: ${title}`,
  dismissedAll: (offers: number) =>
    count(offers, { one: "1 article was left out.", other: `${offers} articles were left out.` }),
  undo: "Undo",
  offeredAgain: "It is offered again.",
  more: (left: number) => count(left, { one: "Show 1 more", other: `Show ${left} more` }),
  /** The names of these buttons begin with what is seen of them. */
  of: (what: string, name: string) => `${what}: ${name}`,

  list: "Feeds you follow",
  noFeeds: "You follow no feeds yet.",
  automatic: "Save new articles by themselves",
  unfollow: "Stop following",
  unfollowed: (title: string) => `You no longer follow “${title}”. What you saved of it stays.`,
  notUnfollowed: (title: string) => `You still follow “${title}”. The message at the edge of the page says why.`,
  checkedAt: (time: string) => `Looked at ${time}.`,
  notChecked: "Not looked at yet.",
  failed: (why: string) => `The last look failed. ${why}`,
  folder: "Folder",
  noFolder: "None",
  newFolder: "A new folder",
  newFolderName: "Name of the new folder",
  needsFolderName: "Give the folder a name first.",
  /** From the outermost one inwards. */
  folderName: (path: readonly string[]) => path.join(" / "),
  move: "Move",
  moved: (title: string, folder: string) => `“${title}” is in the folder “${folder}” now.`,
  movedOut: (title: string) => `“${title}” is in no folder now.`,
  openFile: "Open a list of feeds",
  saveFile: "Save the list of feeds",
  fileExplained: "Other readers write and read such lists as well. They are called OPML files.",
  fileName: "Feeds from Lectern.opml",
  fileTitle: "Feeds from Lectern",
  opened: (added: number, of: number) =>
    of === added
      ? count(added, { one: "You follow 1 more feed.", other: `You follow ${added} more feeds.` })
      : `You follow ${added} more of ${of} feeds; the others you followed already.`,
  leftOut: (of: number, left: number) =>
    count(left, {
      one: `Lectern takes ${of} feeds from one list. This list has one more, which was left out.`,
      other: `Lectern takes ${of} feeds from one list. This list has ${left} more, which were left out.`,
    }),
  notAList: "This file is not a list of feeds. It should end in “.opml” or “.xml”.",
  emptyList: "There are no feeds in this file.",
};

export type FeedsWords = typeof enFeeds;
