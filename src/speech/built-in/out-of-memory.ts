/** Call stacks that are too deep are the program's own fault. */
const OTHERWISE = /call stack|recursion/i;

/**
 * Whether an error says that the device has no memory or room left, as browsers put it: an array or a WebAssembly memory that cannot grow, a
 * worker that is ended for it, a blob that finds no room.
 */
export function isOutOfMemory(message: string): boolean {
  const says = /out of memory|OutOfMemory|memory access out of bounds|allocation failed|RangeError|QuotaExceeded/i;
  return says.test(message) && !OTHERWISE.test(message);
}
