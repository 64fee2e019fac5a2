/** The words of reading in pages, fetched with the first page. */
export const enPages = {
  lang: "en",
  pages: "Pages",
  previous: "Previous page",
  next: "Next page",
  page: (page: number, count: number) => `Page ${page} of ${count}`,
  tooLow:
    "This window is too low for pages with text of this size, so the text scrolls. Smaller text or a taller window brings the pages back.",
};

export type PagesWords = typeof enPages;
