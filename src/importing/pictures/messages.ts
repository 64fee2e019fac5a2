/** What the page and the worker that makes pictures smaller say to each other. */

/** `small`: saves room on the device. `full`: as large as a screen shows it. */
export type PictureSize = "small" | "full";

export interface ToShrinker {
  id: number;
  picture: Blob;
  size: PictureSize;
}

/** A picture as it is kept; width and height in CSS pixels. */
export interface KeptPicture {
  type: string;
  bytes: ArrayBuffer;
  width: number;
  height: number;
}

/** Without `kept` it was no picture that this browser can show. */
export interface FromShrinker {
  id: number;
  kept?: KeptPicture;
}
