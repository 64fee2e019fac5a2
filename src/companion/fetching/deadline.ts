import { FetchProblem } from "./fetch-problem.ts";

interface Deadline {
  /** Aborted with the `FetchProblem` that says why. */
  signal: AbortSignal;
  /** To be called when it is no longer needed. */
  end(): void;
}

/** A signal that is aborted after so many milliseconds (`timeout`), or when `outer` is (`failed`, or its own problem). */
export function deadline(milliseconds: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new FetchProblem("timeout")), milliseconds);
  const leave = (): void => {
    controller.abort(outer.reason instanceof FetchProblem ? outer.reason : new FetchProblem("failed"));
  };
  if (outer.aborted) leave();
  outer.addEventListener("abort", leave);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      outer.removeEventListener("abort", leave);
    },
  };
}
