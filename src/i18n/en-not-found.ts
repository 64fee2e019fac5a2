/** What is said where there is nothing. */
export const enNotFound = {
  title: "There is no page here",
  text: "The address may be mistyped, or what was here has moved.",
};

export type NotFoundWords = typeof enNotFound;
