/** A stretch of parts of a page, by their places. */
export interface Run {
  from: number;
  /** Behind its last. */
  to: number;
  kept: boolean;
}

/** Stretches of pieces that are all kept, or all left out. */
export function runsOf(pieces: readonly { kept: boolean }[]): Run[] {
  const runs: Run[] = [];
  for (const [index, { kept }] of pieces.entries()) {
    const last = runs.at(-1);
    if (last?.kept === kept) last.to = index + 1;
    else runs.push({ from: index, to: index + 1, kept });
  }
  return runs;
}
