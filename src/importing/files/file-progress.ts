/** How far the reading of a file is that takes its time. */
export interface FileProgress {
  unit: "page" | "chapter";
  /** Of `of`; from 1. */
  done: number;
  of: number;
}
