/**
 * Why something could not become an article. Each has a sentence on the screen that says what is wrong and what to do.
 * - `empty`: there is no text in it.
 * - `too-large`: more bytes than the limit for its kind.
 * - `too-deep`: markup nested beyond what a browser takes.
 * - `not-an-article`: a page without text to read, such as a list of links or a login.
 * - `not-text`: bytes that are no text in any known encoding, and no known kind of file.
 * - `unsupported`: a known kind of file that cannot be read, such as a word processor's.
 * - `feed`: a feed, which is to be followed.
 * - `feed-list`: a list of feeds, which is for the part that follows them.
 * - `encrypted`: a PDF that wants a password.
 * - `scanned`: a PDF that is made of pictures and has no text.
 * - `protected`: an EPUB under digital rights management.
 * - `damaged`: a file that breaks off or is not what it says.
 * - `bomb`: a file that unpacks to far more than it should.
 * - `part-missing`: the part of the app that reads this kind is not on the device, and there is no network.
 */
export type ImportReason =
  | "empty"
  | "too-large"
  | "too-deep"
  | "not-an-article"
  | "not-text"
  | "unsupported"
  | "feed"
  | "feed-list"
  | "encrypted"
  | "scanned"
  | "protected"
  | "damaged"
  | "bomb"
  | "part-missing";

/** The one error an importer rejects with. */
export class ImportProblem extends Error {
  override readonly name = "ImportProblem";
  readonly reason: ImportReason;

  constructor(reason: ImportReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
