/** Longer than any healthy read of one article takes, and short enough for someone waiting for a page. In milliseconds. */
const PATIENCE = 1500;

/** The result; `otherwise` where storage fails or does not answer in time: an answer without it is better than none. */
export function inTime<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(otherwise);
    const timer = setTimeout(giveUp, PATIENCE);
    work.then(resolve, giveUp).finally(() => clearTimeout(timer));
  });
}
