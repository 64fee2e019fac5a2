/** Fewer words than this are a label or a button, whatever they end in; in scripts without spaces, fewer letters. */
const WORDS = 4;
const LETTERS = 10;

/** Whether a line is written to be read: it ends as a sentence does and has some words. “Loading…” and “10:15 a.m.” do not. */
export function isSentence(line: string): boolean {
  const text = line.trim();
  if (
    !/[.!?。！？؟।۔]["”’»“」』)）\]]*$/u.test(text) ||
    /\.\.\.$|(?<!\p{L})(?:[ap]\.m|jr|sr|inc|ltd|co|min)\.$/iu.test(text)
  )
    return false;
  const spaceless = text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0;
  return spaceless >= LETTERS || (text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0) >= WORDS;
}
