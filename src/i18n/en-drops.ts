/** What is said while something is dragged over the page. */
export const enDrops = {
  dropHere: "Let go to add this",
};
