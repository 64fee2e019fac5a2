/** As many marks on one letter as `normalize` is given in a row, after UAX #15, §13: it takes the square of their number. */
const STREAM_SAFE = /\p{M}{30}(?=\p{M})/gu;

/** A text in a normal form. Marks beyond the thirtieth on one letter are parted from it by U+034F, as UAX #15 has it. */
export function normalForm(text: string, form: "NFC" | "NFKC"): string {
  return text.replace(STREAM_SAFE, "$&\u034F").normalize(form);
}

/** The letters and digits of a text in lower case, for comparing what is written with other signs and spaces. */
export function lettersOf(text: string): string {
  return normalForm(text, "NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
