import { effect, type ReadonlySignal } from "@preact/signals";

/** Does the work once nothing is busy: at once, or when what is has ended and nothing has begun in its place. */
export function whenIdle(busy: ReadonlySignal<boolean>, work: () => void): void {
  if (!busy.peek()) return work();
  let done = false;
  const stop = effect(() => {
    if (busy.value || done) return;
    // An article that has ended can be followed by the next at once.
    queueMicrotask(() => {
      if (done || busy.peek()) return;
      done = true;
      stop();
      work();
    });
  });
}
