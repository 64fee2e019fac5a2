/** What the service worker says when there is no app left to say it with. */
export const workerWords = {
  nothingLeft: "Lectern is not on this device any more, and there is no network. Connect and load this page again.",
};
