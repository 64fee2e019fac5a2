/** What was fetched for the reader, by the companion or directly. */

/** A page as text, or a file such as a PDF. */
export type FetchedPage = {
  /** Where it was found in the end. */
  address: string;
  /** Media type, lower case, without parameters. */
  type: string;
} & ({ text: string } | { file: Blob });

export interface FetchedImage {
  address: string;
  /** Media type by its bytes, or as declared where it was fetched directly. */
  type: string;
  bytes: Blob;
}

export interface FetchedFeed {
  address: string;
  type: string;
  text: string;
  /** To be handed over the next time. */
  etag?: string;
  lastModified?: string;
}
