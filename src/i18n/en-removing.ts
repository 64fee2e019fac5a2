/** The words of removing an article that the reader has added. */
export const enRemoving = {
  remove: "Remove from this device …",
  title: "Remove this article?",
  keep: "Keep it",
  what: (title: string) => `“${title}” goes from this device: its text, its pictures, and the place where you stopped.`,
  original: "The page it came from is not touched.",
  confirm: "Remove",
  removed: (title: string) => `Removed: ${title}`,
  notRemoved: (title: string) => `“${title}” could not be removed, and is still here. Open it and try again.`,
  notRemovedLabel: "Article not removed",
  undo: "Undo",
  again: "Try again",
  dismiss: "Close",
  label: "Removed article",
  back: (title: string) => `Back in your library: ${title}`,
  notBack: (title: string) =>
    `“${title}” could not be brought back. It can be tried again for as long as this page is open.`,
};

export type RemovingWords = typeof enRemoving;
