import { count } from "./plural.ts";

/** The words of getting articles in, fetched when that view is first opened. The ways in that need steps are in `en-ways-in.ts`. */
export const enAdding = {
  title: "Add articles",

  field: "An address, or text to paste",
  fieldExplained: "Several addresses are fine. A text becomes an article of its own.",
  add: "Add",
  paste: "Paste",
  chooseFiles: "Choose files",
  filesExplained: "Web pages, EPUB, PDF, Markdown and plain text. You can also drop files anywhere in Lectern.",
  filesLost: (files: number) =>
    count(files, {
      one: "A file was shared too, and did not come through. Choose it here.",
      other: `${files} files were shared too, and did not come through. Choose them here.`,
    }),
  nothingToAdd: "There is nothing to add yet. Put an address or a text into the field first.",
  noAddress: "Lectern found no address in this, and no text long enough to be an article.",
  notOfTheWeb: (addresses: number) =>
    count(addresses, {
      one: "Lectern fetches from addresses that begin with http or https, and from no others. The one in the field was not added.",
      other: `Lectern fetches from addresses that begin with http or https, and from no others. The ${addresses} in the field were not added.`,
    }),
  noPasswords:
    "Lectern fetches no address with a user name or password in it. Take out what stands between “//” and “@”, the @ as well, and press “Add”.",
  pasteByHand:
    "This browser does not let Lectern read what you copied. Press and hold in the field, or press Ctrl and V (⌘ and V on a Mac), to paste it.",
  nothingCopied: "There is nothing to paste. Copy an address or a text first.",
  wasShared: "This was handed over by another page or app. Press “Add” if you want to have it.",
  waitingForPage: "Waiting for the page from your other tab …",
  pageOffered: (site: string) => `The site ${site} hands over a page. Add it to your library?`,
  pageCalled: (title: string) => `It calls the page “${title}”.`,
  pageUnasked: "If you did not press your bookmark on that site, leave it.",
  addPage: "Add this page",
  leavePage: "Leave it",
  pageAdded: (name: string) => `“${name}” has come from your other tab.`,
  pageLeft: "Nothing was added.",
  onlyAddress:
    "No page was handed over, and Lectern cannot tell who opened this tab. The address that came along is in the field: if it is the one you want, press “Add”, and Lectern tries to get it.",
  nothingHandedOver: "No page was handed over. On the page you want to keep, press the bookmark again.",
  closeTab: "Close this tab",

  arrivals: "What you have added",
  nothingYet: "What you add is listed here, with what becomes of it.",
  /** The names of these buttons begin with what is seen of them. */
  of: (what: string, name: string) => `${what}: ${name}`,
  open: "Open",
  tryAgain: "Try again",
  getNow: "Get it now",
  keep: "Keep for later",
  remove: "Remove",
  /** What it has become stays in the library. */
  clear: "Take off this list",
  clearFinished: "Clear the finished ones",
  stop: "Stop",
  otherWays: "Other ways",
  renew: "Replace",
  keepBoth: "Keep both",
  followFeeds: "Follow its feeds",
  leave: "Leave as it is",

  waiting: "Waiting for its turn.",
  waitingOffline: "Waiting until there is a network.",
  waitingAgain: (why: string) => `${why} Lectern also tries again by itself.`,
  working: {
    address: "Being fetched …",
    feed: "Being fetched …",
    share: "Being read …",
    page: "Being read …",
    paste: "Being read …",
    file: "Being read …",
  },
  progress: (done: number, of: number) => `Part ${done} of ${of}.`,
  reading: {
    page: (done: number, of: number) => `Page ${done} of ${of}.`,
    chapter: (done: number, of: number) => `Chapter ${done} of ${of}.`,
  },
  kept: "Kept for later.",
  done: "In your library.",
  doneMany: (articles: number) =>
    count(articles, { one: "1 article is in your library.", other: `${articles} articles are in your library.` }),
  allOf: (articles: number) => count(articles, { one: "Show the article", other: `Show all ${articles} articles` }),
  pictures: (here: number, of: number) =>
    here === of
      ? count(of, { one: "Complete, with its picture.", other: `Complete, with all ${of} pictures.` })
      : here === 0
        ? count(of, { one: "Without its picture.", other: `Without its ${of} pictures.` })
        : `${here} of ${of} pictures are here.`,
  known: (articles: number, title: string) =>
    articles === 1
      ? `You have this already, as “${title}”. Replace that with what has come now? Your place in it stays.`
      : `You have ${articles} articles of this already. Replace them with what has come now? Your places in them stay.`,
  doubts: {
    "cut-off": "The page seems to end in the middle, perhaps at a paywall.",
    "feed-only": "Its page could not be fetched. This is what the feed has of it, which may not be all.",
    "later-page": "This is one page of an article of several. Add the address of its first page to get all of it.",
    consent:
      "This looks like a page that asks about cookies, not like the article. Open it in your browser and answer there, then copy its text, save it as a file, or use the bookmark.",
    "little-text": "Little text was found on this page.",
    "mostly-links":
      "This looks like a list of links rather than an article. To keep one of its articles, open that and save its address.",
    "too-long": "It was too long for one article, and has been cut.",
    "left-out": "Some parts that are not text had to be left out.",
  },

  problems: {
    offline: "This device has no network. It goes on when there is one.",
    "no-companion": "This site does not let Lectern fetch its pages. There are other ways to get this one.",
    "companion-away": "The server that fetches pages for Lectern does not answer. Try again in a while.",
    "bad-address":
      "Lectern does not fetch from this address. Check it for typing mistakes; it has to begin with http or https, and ports that are unusual on the web are not used.",
    private:
      "This address belongs to a private network. Lectern does not fetch from there; save the page as a file and add that.",
    "not-found": "There is no page at this address. Check it for typing mistakes, or look whether the page has moved.",
    refused: "The site does not give this page out, or wants you to log in. There are other ways to get it.",
    failed: "The site had a fault, or broke off in the middle. Try again in a while.",
    timeout: "The site took too long to answer. Try again in a while.",
    "too-large": "This is larger than Lectern can take. A shorter piece of it may do.",
    "too-many-redirects": "The site sends Lectern round and round. There are other ways to get this page.",
    "wrong-type": "This address does not lead to a page with text. Lectern takes web pages, EPUB, PDF and plain text.",
    busy: "Too much was asked for at once. Try again in a minute.",
    robots: "The site asks programs to keep away from this page. You can open it yourself and hand it over.",
    empty: "There is no text in this.",
    "too-deep": "This page is built in a way that Lectern cannot read. Copy the text and paste it instead.",
    "not-an-article":
      "Lectern found no article here, only links or a login. If you can see an article, copy its text and paste it here.",
    "not-text": "This is not text, or not in a form that Lectern knows.",
    unsupported: "Lectern cannot read this kind of file. Save it as a web page, EPUB, PDF or plain text, and add that.",
    feed: "This is a feed, which lists the articles of a site. Put its address into the field under “Feeds” to follow it.",
    "feed-list": "This is a list of feeds, and no article. “Follow its feeds” adds them to those that you follow.",
    encrypted: "This PDF wants a password. Save a copy without one, and add that.",
    scanned:
      "This PDF is made of pictures and has no text to read. A program that recognises text can make one that has.",
    protected: "This book is locked by copy protection, so only the program it was bought for can open it.",
    damaged: "This file is damaged or not complete. Get it again, and then add it.",
    bomb: "This file unpacks to far more than it should. Lectern has left it alone.",
    "part-missing": "The part of Lectern that reads this is not on this device yet. Try again when there is a network.",
    quota: "The device has no room left. Free some space, then try again.",
    blocked: "Another tab with Lectern is in the way. Close it, then try again.",
    "newer-version": "Another tab has a newer version of Lectern. Load this page again.",
    unavailable: "This browser does not let Lectern keep anything, perhaps because the window is private.",
  },

  /** The limits are those of `importing/files/limits.ts`. */
  fileTooLarge:
    "This file is larger than Lectern can take. An EPUB may have 300 MB, a PDF 100 MB, a saved page 50 MB and a text 10 MB.",

  /** Said once when everything of a batch has come to an end. */
  outcome: {
    onItsWay: (things: number) => count(things, { one: "1 is on its way.", other: `${things} are on their way.` }),
    added: (articles: number) =>
      count(articles, { one: "1 article is in your library.", other: `${articles} articles are in your library.` }),
    addedOne: (title: string) => `In your library: ${title}.`,
    known: (things: number) =>
      count(things, { one: "1 was in your library already.", other: `${things} were in your library already.` }),
    failed: (things: number) => count(things, { one: "1 could not be added.", other: `${things} could not be added.` }),
    failedOne: (name: string, why: string) => `${name} could not be added. ${why}`,
    waiting: (things: number) =>
      count(things, { one: "1 waits for a network.", other: `${things} wait for a network.` }),
    cleared: (things: number) =>
      count(things, {
        one: "1 is off the list, and stays in your library.",
        other: `${things} are off the list, and stay in your library.`,
      }),
    removed: (name: string) => `Removed: ${name}`,
    kept: (name: string) => `Kept for later: ${name}`,
  },

  draft: {
    title: "Check it before it is saved",
    explained: "Lectern has guessed what is what in this text. Correct what is wrong.",
    name: "Title",
    byline: "Author",
    published: "Date",
    language: "Language",
    likely: "Likely",
    allLanguages: "All languages",
    unknown: "Not known",
    direction: "Direction of writing",
    directions: { ltr: "Left to right", rtl: "Right to left" },
    text: "The text",
    words: (words: number) => count(words, { one: "1 word", other: `${words} words` }),
    endsAt: "Where does the article end?",
    endsAtLast: "At the end of the text",
    endsBefore: (words: string) => `Before “${words}”`,
    endsExplained: "What comes after is kept apart as related, and never read aloud.",
    picture: "A picture",
    showAll: (more: number) => count(more, { one: "Show 1 more part", other: `Show ${more} more parts` }),
    related: "Kept apart as related",
    relatedExplained: "It is shown after the article and never read aloud.",
    putBack: "Put it back",
    wasPutBack: (title: string) => `Back in the text: ${title}`,
    save: "Save",
    discard: "Discard",
    saved: (title: string) => `Saved: ${title}`,
    discarded: "Nothing was saved.",
    undo: "Undo",
    needsTitle: "An article needs a title.",
  },

  other: {
    title: "Other ways to get this page",
    close: "Close",
    openPage: "Open the page in a new tab",
    openFirst: "Open the page first, and log in there if you have to. Then choose one of these ways.",
    bookmark: "Hand it over with the bookmark",
    bookmarkSteps: "On that page, press the bookmark “Save to Lectern”. It hands the page over just as you see it.",
    bookmarkMissing: "How to make this bookmark",
    copy: "Copy and paste it",
    copySteps: [
      "On that page, select everything: press Ctrl and A (⌘ and A on a Mac), or press and hold on the text and choose “Select all”.",
      "Copy it.",
      "Come back here and press “Paste the copy”.",
    ],
    paste: "Paste the copy",
    file: "Save it as a file",
    fileSteps: [
      "On that page, press Ctrl and S (⌘ and S on a Mac), or choose “Download” or “Save page” in the menu of the browser.",
      "Come back here and choose the file.",
    ],
    chooseFile: "Choose the file",
    later: "Or leave it for now",
  },
};

export type AddingWords = typeof enAdding;
