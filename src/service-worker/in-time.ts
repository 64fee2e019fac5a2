/** Longer than any healthy read of one article takes, and short enough for someone waiting for a page. In milliseconds. */
const PATIENCE = 1500;

/** The result, or a rejection when storage does not answer in time: an answer without it is better than none. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Storage did not answer in time.")), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
