import { enSavingAudio, type SavingAudioWords } from "#i18n/en-saving-audio.ts";

/** The words of saving an article as a sound file, in the language the app speaks. */
export const savingAudioWords: SavingAudioWords = enSavingAudio;
