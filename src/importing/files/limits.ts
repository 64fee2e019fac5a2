import { LARGEST_FILE } from "#protocol/inbox.ts";

/** How much is taken of each kind of file. Beyond it the answer is a reason, never a frozen page. Sizes are in bytes. */

const MEGABYTE = 1024 * 1024;

/** The longest novels have 3 to 6 MB; more is a log or a dump of data. */
export const TEXT_LIMIT = 10 * MEGABYTE;

/** A page with all its pictures in it, which is what SingleFile and MHTML write. The browser's parser holds it twice for a moment. */
export const PAGE_LIMIT = 50 * MEGABYTE;

/** Books of pictures are this large. An EPUB is read entry by entry from the disk, never as a whole. */
export const EPUB_LIMIT = LARGEST_FILE;

/** A PDF has to be in memory as a whole, and what is made of it besides: phones end a page at some hundreds of megabytes. */
export const PDF_LIMIT = 100 * MEGABYTE;

/** Pages of a PDF; the longest printed volumes have about 1,500, and 2,000 pages take a phone a minute or two. */
export const PDF_PAGE_LIMIT = 2000;

/** Up to here a PDF is one article; a longer one is taken part by part. About as long as a novel. */
export const PDF_PAGES_AT_ONCE = 400;

/** One chapter's markup. Whole novels written as a single file reach 2 MB. */
export const CHAPTER_LIMIT = 8 * MEGABYTE;

/** Markup of all chapters together, up to which a book is one article: about 130,000 words. */
export const BOOK_AT_ONCE = MEGABYTE;

/** Markup of all chapters together that is taken at all: some twenty times a long novel. */
export const BOOK_LIMIT = 100 * MEGABYTE;

/** Documents in a book's reading order. Bibles and dictionaries split by section reach a few thousand. */
export const CHAPTER_COUNT_LIMIT = 5000;

/** One picture inside a file, as for one from the network. */
export const PICTURE_LIMIT = 10 * MEGABYTE;

/** Entries of a zip: the largest books have some thousand. */
export const ENTRY_COUNT_LIMIT = 20_000;

/** What the entries may say they unpack to, all together. */
export const UNPACKED_LIMIT = 1024 * MEGABYTE;

/**
 * How many times larger a zip may become. Deflate ends at 1,032 for zeros; books of text have 3 to 5, and one of mostly style sheets 20.
 * Below the floor the factor says nothing: a file of blanks is small whatever becomes of it.
 */
export const UNPACKED_RATIO = 200;
export const UNPACKED_FLOOR = 10 * MEGABYTE;
