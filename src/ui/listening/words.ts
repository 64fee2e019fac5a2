import { enListening, type ListeningWords } from "#i18n/en-listening.ts";

/** The words of read-aloud in the language the app speaks. */
export const listeningWords: ListeningWords = enListening;
