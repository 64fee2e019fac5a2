import type { Visit } from "./visit.ts";

/** Everything that was measured under one name. */
export interface Series {
  name: string;
  /** The series it is compared with. */
  against: string;
  visits: Visit[];
}

/** The value below which this part of the numbers lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

/** One line for each series: median, middle half, ratio to what it is compared with, and how the time divides. */
export function printSeries(title: string, all: readonly Series[]): void {
  console.log(`\n${title}`);
  console.log(`  ${"".padEnd(44)}  LCP ms (middle half)   ratio   first byte  whole page`);
  for (const { name, against, visits } of all) {
    const of = (key: "lcp" | "response" | "received") => visits.map((visit) => visit[key]);
    const lcp = median(of("lcp"));
    const base = all.find((series) => series.name === against);
    const ratio = base && base.name !== name ? lcp / median(base.visits.map((visit) => visit.lcp)) : undefined;
    const spread = `${quantile(of("lcp"), 0.25).toFixed(0)} to ${quantile(of("lcp"), 0.75).toFixed(0)}`;
    console.log(
      `  ${name.padEnd(44)}  ${lcp.toFixed(0).padStart(6)} (${spread})`.padEnd(69),
      (ratio === undefined ? "" : `${ratio.toFixed(2)} ×`).padStart(7),
      median(of("response")).toFixed(0).padStart(11),
      median(of("received")).toFixed(0).padStart(11),
    );
  }
  const largest = new Set(all.flatMap(({ visits }) => visits.map((visit) => visit.largest)));
  console.log(`  Largest on screen: ${[...largest].join(", ")}`);
}

/** Weights in bytes, as they were sent. */
export function printSizes(title: string, sizes: readonly (readonly [name: string, bytes: number])[]): void {
  console.log(`\n${title}`);
  for (const [name, bytes] of sizes) console.log(`  ${name.padEnd(60)} ${String(bytes).padStart(7)}`);
}
