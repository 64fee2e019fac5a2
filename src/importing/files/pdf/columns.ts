import { grouped } from "./grouped.ts";

/** The order in which the pieces of a page are read: columns are told by the white between them. */

export interface Segment {
  left: number;
  right: number;
  /** The line its letters stand on. */
  y: number;
  size: number;
  /** Segments of one row stand on one line across the page. */
  row: number;
}

/** Segments that are read together from top to bottom, and the room they have. */
export interface Column<T extends Segment> {
  left: number;
  right: number;
  segments: T[];
}

interface Gutter<T> {
  before: T[];
  after: T[];
  crossing: T[];
}

/** In multiples of the type's size. The white between columns is seldom narrower than one letter; a column is at least some words wide. */
const NARROWEST_GUTTER = 0.6;
const NARROWEST_COLUMN = 7;
/** Fewer lines beside each other are a table, or names under a title. */
const FEWEST_LINES = 4;
/** Lines of prose fill their column; cells of a table do not. */
const FILLED = 0.6;
/** Of a line, what is not white. */
const COVERED = 0.7;
const DEEPEST = 4;

/** `rtl`: the column at the right is read first. Every segment is in exactly one column. */
export function inReadingOrder<T extends Segment>(segments: T[], size: number, rtl: boolean, depth = 0): Column<T>[] {
  const gutter = depth < DEEPEST ? findGutter(segments, size, depth) : undefined;
  if (!gutter) return segments.length > 0 ? [columnOf(segments)] : [];
  const order = (part: T[]) => inReadingOrder(part, size, rtl, depth + 1);
  const [first, second] = (rtl ? [gutter.after, gutter.before] : [gutter.before, gutter.after]).map(
    (side) => new Set(side),
  );
  const columns: Column<T>[] = [];
  let rest = segments;
  // What runs across the gutter divides the page: above it all columns are read first, then it, then those below.
  for (const { top, bottom } of acrossBands(gutter.crossing)) {
    const above = rest.filter(({ y }) => y < top);
    columns.push(
      ...order(above.filter((segment) => first!.has(segment))),
      ...order(above.filter((segment) => second!.has(segment))),
    );
    columns.push(columnOf(rest.filter(({ y }) => y >= top && y <= bottom)));
    rest = rest.filter(({ y }) => y > bottom);
  }
  return [
    ...columns,
    ...order(rest.filter((segment) => first!.has(segment))),
    ...order(rest.filter((segment) => second!.has(segment))),
  ];
}

/** All of these as one column. */
export function columnOf<T extends Segment>(segments: T[]): Column<T> {
  return {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    segments: segments.toSorted((a, b) => a.row - b.row || a.left - b.left),
  };
}

/** Where lines run across, neighbours taken together. */
function acrossBands(crossing: Segment[]): { top: number; bottom: number }[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const { y, size } of crossing.toSorted((a, b) => a.y - b.y)) {
    const last = bands.at(-1);
    if (last && y - last.bottom < size * 2) last.bottom = y;
    else bands.push({ top: y, bottom: y });
  }
  return bands;
}

function findGutter<T extends Segment>(segments: T[], size: number, depth: number): Gutter<T> | undefined {
  if (segments.length < FEWEST_LINES * 2) return undefined;
  let best: { gutter: Gutter<T>; white: number } | undefined;
  for (const at of new Set(segments.map(({ right }) => right))) {
    const gutter: Gutter<T> = { before: [], after: [], crossing: [] };
    for (const segment of segments) {
      // What stands in the white itself, such as a page number, crosses it too.
      if (segment.right <= at + 0.1) gutter.before.push(segment);
      else gutter[segment.left >= at + size * NARROWEST_GUTTER ? "after" : "crossing"].push(segment);
    }
    const { before, after, crossing } = gutter;
    if (before.length < FEWEST_LINES || after.length < FEWEST_LINES || areMany(crossing, segments, depth)) continue;
    const white = Math.min(...after.map(({ left }) => left)) - at;
    if (!areBeside(before, after) || !isEdge(before, after)) continue;
    const fewer = crossing.length - (best?.gutter.crossing.length ?? Infinity);
    if (fewer < 0 || (fewer === 0 && white > best!.white)) best = { gutter, white };
  }
  if (!best) return undefined;
  // A side of two columns or more fills no line, and is parted in its turn.
  const isRead = (side: T[]) =>
    isProse(side, size) || (depth < DEEPEST && findGutter(side, size, depth + 1) !== undefined);
  return [best.gutter.before, best.gutter.after].every(isRead) ? best.gutter : undefined;
}

/** Too many run across. A column is not parted again where every other line of it would be. */
function areMany(crossing: Segment[], segments: Segment[], depth: number): boolean {
  const rows = (those: Segment[]) => new Set(those.map(({ row }) => row)).size;
  return depth === 0 ? crossing.length > segments.length / 3 : rows(crossing) > rows(segments) / 4;
}

function areBeside(before: Segment[], after: Segment[]): boolean {
  const extent = (side: Segment[]) =>
    [Math.min(...side.map(({ y }) => y)), Math.max(...side.map(({ y }) => y))] as const;
  const [[a, b], [c, d]] = [extent(before), extent(after)];
  return Math.min(b, d) - Math.max(a, c) > Math.min(b - a, d - c) / 2;
}

/** In points, and of a side's rows: columns have an edge in common. White that only happens to be below white, between words, has none. */
const SAME_EDGE = 2;
const EDGED = 0.4;

function isEdge(before: Segment[], after: Segment[]): boolean {
  const share = (edges: number[]) => {
    const near = grouped(edges, (edge) => Math.round(edge / SAME_EDGE));
    const counts = [...near].map(([key, those]) => those.length + (near.get(key + 1)?.length ?? 0));
    return Math.max(...counts) / edges.length;
  };
  const rows = (side: Segment[]) => [...grouped(side, ({ row }) => row).values()];
  const starts = rows(after).map((row) => Math.min(...row.map(({ left }) => left)));
  const ends = rows(before).map((row) => Math.max(...row.map(({ right }) => right)));
  return share(starts) >= EDGED || share(ends) >= EDGED;
}

function isProse(side: Segment[], size: number): boolean {
  const { left, right } = columnOf(side);
  const width = right - left;
  if (width < size * NARROWEST_COLUMN) return false;
  // Lines that are set to both edges have white between their words, as wide as that between columns.
  const rows = [...grouped(side, ({ row }) => row).values()];
  const full = rows.filter((row) => {
    const extent = Math.max(...row.map((segment) => segment.right)) - Math.min(...row.map((segment) => segment.left));
    const covered = row.reduce((sum, segment) => sum + segment.right - segment.left, 0);
    return extent > width * FILLED && covered > extent * COVERED;
  });
  return full.length >= rows.length / 2;
}
