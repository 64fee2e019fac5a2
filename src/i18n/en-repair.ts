import { count } from "./plural.ts";

const words = (words: number) => count(words, { one: "1 word", other: `${words} words` });

/** The words of mending an article from the saved copy of its page. */
export const enRepair = {
  title: "Mend an article",
  of: (title: string) => `From the page of “${title}”`,
  explained:
    "Here is everything that was on the page. Tick what belongs in the article. The copy of the page stays as it is, so you can come back to it.",
  opening: "Opening the copy of the page …",
  missing: "This article is not on this device.",
  noPage: "Lectern has no copy of a web page for this article, so there is nothing to mend it from.",
  failed: "The copy of the page could not be opened. If you are offline, try again when there is a network.",
  back: "Back to the article",

  base: "Begin with",
  bases: {
    usual: (count: number) => `What Lectern took (${words(count)})`,
    other: (count: number) => `Where most of the text is (${words(count)})`,
    everything: (count: number) => `Everything but menus (${words(count)})`,
  },
  whole: (count: number) => `The whole page (${words(count)})`,
  region: (begins: string, count: number) => `The part “${begins}” (${words(count)})`,
  baseExplained: "Another choice here ticks the parts anew.",
  begun: (kept: number, of: number) => `${kept} of ${of} parts are in the article.`,

  pieces: "The parts of the page",
  leftOut: (parts: number) => count(parts, { one: "1 part left out", other: `${parts} parts left out` }),
  kinds: {
    heading: "Heading",
    paragraph: "Paragraph",
    list: "List",
    quote: "Quotation",
    table: "Table",
    code: "Code",
    picture: "Picture",
    media: "Sound or film",
    formula: "Formula",
  },

  /** Why a part was left out. */
  reasons: {
    outside: "Left out: it stands outside of what was taken.",
    extractor: "Left out: it did not look like text of the article.",
    boilerplate: "Left out: it looked like a menu, a notice or a link elsewhere.",
    hidden: "Left out: it is hidden on the page.",
    reader: "Left out by you.",
  },

  preview: "Show the article as it will be",
  previewTitle: "The article as it will be",
  nothingLeft: "Nothing would be left. Tick at least one part with text.",
  save: "Save",
  saved: "The article has been mended.",
  cancel: "Cancel",
};

export type RepairWords = typeof enRepair;
