/** The longest side that a saved picture has, in pixels. */
export const WIDEST = 1600;

export interface Candidate {
  url: string;
  /** In pixels, where it is said. */
  width?: number;
  /** Pixels to a CSS pixel, where it is said. */
  density?: number;
}

/** Candidates as https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute reads them; commas inside an address stay. */
export function parseSrcset(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let rest = srcset.slice(0, 20_000);
  while (candidates.length < 50) {
    rest = rest.replace(/^[\s,]+/, "");
    const url = /^\S+/.exec(rest)?.[0];
    if (!url) break;
    rest = rest.slice(url.length);
    if (url.endsWith(",")) {
      candidates.push({ url: url.replace(/,+$/, "") });
      continue;
    }
    const descriptors = /^[^,]*/.exec(rest)![0];
    rest = rest.slice(descriptors.length);
    const width = /(?:^|\s)(\d+)w(?:\s|$)/.exec(descriptors)?.[1];
    const density = /(?:^|\s)(\d*\.?\d+)x(?:\s|$)/.exec(descriptors)?.[1];
    candidates.push({
      url,
      ...(width && { width: Number(width) }),
      ...(density && { density: Number(density) }),
    });
  }
  return candidates;
}

/** The widest that is not wider than `WIDEST`, else the least wide; by density the one nearest to 2. */
export function bestCandidate(candidates: readonly Candidate[]): Candidate | undefined {
  const wide = candidates.filter(({ width }) => width !== undefined).toSorted((a, b) => a.width! - b.width!);
  if (wide.length > 0) return wide.findLast(({ width }) => width! <= WIDEST) ?? wide[0];
  const away = ({ density = 1 }: Candidate) => Math.abs(density - 2);
  return candidates.toSorted((a, b) => away(a) - away(b))[0];
}
