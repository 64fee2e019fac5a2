import { enFinding, type FindingWords } from "#i18n/en-finding.ts";

/** The words of contents, notes, images and finding in the language the app speaks. */
export const findingWords: FindingWords = enFinding;
