import { expect, it } from "vitest";
import { EPUB_LIMIT, PAGE_LIMIT, PDF_LIMIT } from "./limits.ts";
import { refusalOf } from "./refusal.ts";

const MEGABYTE = 1024 * 1024;

/** A file that begins so and is said to be this large; no more of it is there to be read. */
function file(start: BlobPart, size: number, type = ""): File {
  const made = new File([start], "a", { type });
  Object.defineProperty(made, "size", { value: size });
  return made;
}

const noise = new Uint8Array(16_384).map((_, at) => (at * at * 31 + at * 7) % 256);
const text = "The tide comes in twice a day. ".repeat(600);

it.each([
  ["a film without a known start", file(noise, 130 * MEGABYTE), "not-text"],
  ["a film by its declared type", file("", 5, "video/mp4"), "unsupported"],
  ["a picture", file("GIF89a", 5), "unsupported"],
  ["a book that is too large", file("PK\x03\x04", EPUB_LIMIT + 1), "too-large"],
  ["a PDF that is too large", file("%PDF-1.7", PDF_LIMIT + 1), "too-large"],
  ["a page that is too large", file(text, PAGE_LIMIT + 1), "too-large"],
  ["a beginning of a book", file("PK", 2), "damaged"],
])("%s is refused by its size and its first bytes", async (_, refused, reason) => {
  expect(await refusalOf(refused)).toBe(reason);
});

it.each([
  ["a large book", file("PK\x03\x04", EPUB_LIMIT)],
  ["a large PDF", file("%PDF-1.7", PDF_LIMIT)],
  ["a large page", file(text, PAGE_LIMIT)],
  [
    "a large text in UTF-16",
    file(new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer), 2 * MEGABYTE),
  ],
  [
    "a large text in Japanese, cut in the middle of a character",
    file("潮は日に二度満ちる。".repeat(999), 2 * MEGABYTE),
  ],
  ["what has to be read to be known", file(noise.slice(0, 300), 300)],
])("%s is not", async (_, taken) => {
  expect(await refusalOf(taken)).toBeUndefined();
});
