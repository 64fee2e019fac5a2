import { enPictures, type PicturesWords } from "#i18n/en-pictures.ts";
import { enRemoving, type RemovingWords } from "#i18n/en-removing.ts";

/** The words about an article's pictures, in the language the app speaks. */
export const picturesWords: PicturesWords = enPictures;
export const removingWords: RemovingWords = enRemoving;
