/** What a page of a PDF has for text: runs with their places. Lengths are in points, from the upper left corner of the page as it is shown. */

export interface Look {
  bold: boolean;
  italic: boolean;
  /** All its letters are equally wide, as a typewriter's. */
  mono: boolean;
}

/** What the file says a run is part of, where it does. */
export interface Tag {
  /** As the format names it: `P`, `H1`, `Lbl`. Empty: of nothing. */
  role: string;
  /** The paragraph, heading or the like, by a number of its own. */
  block: number;
  /** The lists and items it is in, outermost first, by numbers of their own. */
  items: { list: number; item: number }[];
  /** The cell it is in, by numbers that go up from cell to cell and from row to row. */
  cell?: { table: number; row: number; cell: number; header: boolean };
  /** The file does not say so: it is told by where the text stands. */
  isGuessed?: boolean;
}

export interface Run {
  text: string;
  /** The left edge, and the line the letters stand on. */
  x: number;
  y: number;
  width: number;
  /** Height of the type. */
  size: number;
  look: Look;
  /** Its letters run from right to left. */
  rtl: boolean;
  tag?: Tag;
}

/** Where a link is on the page. */
export interface LinkArea {
  href: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A picture, and where it is on the page. */
export interface Figure {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** As in `ImportedPicture`. */
  key: string;
  /** What it shows, where the file says so. */
  alt?: string;
}

export interface Page {
  width: number;
  height: number;
  runs: Run[];
  figures: Figure[];
  links: LinkArea[];
}

/** A chapter of the document's own contents. `page` counts from 0. */
export interface OutlineEntry {
  title: string;
  page: number;
  /** 0 for chapters, 1 for what is in them, and so on. */
  depth: number;
}

/** What the file says of itself, unexamined. */
export interface PdfInfo {
  title?: string;
  author?: string;
  subject?: string;
  lang?: string;
  /** As the format writes dates: `D:20240131120000Z`. Of the file, not of what is in it. */
  created?: string;
  /** As XMP writes dates: `2024-01-31`, with or without a time. `isSure`: it is said to be of the publication, not of whatever it is of. */
  published?: { value: string; isSure: boolean };
}
