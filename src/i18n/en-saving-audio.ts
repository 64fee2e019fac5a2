import { count } from "./plural.ts";

const minutes = (seconds: number) => {
  const whole = Math.round(seconds / 60);
  return whole < 1 ? "less than a minute" : count(whole, { one: "1 minute", other: `${whole} minutes` });
};

/** Rounded to what can be said in few words: an estimate has no more digits than that. */
const megabytes = (bytes: number) => {
  const size = bytes / 1e6;
  if (size < 0.1) return "less than 0.1 MB";
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
};

const about = (amount: string) => (amount.startsWith("less") ? amount : `about ${amount}`);

/** The words of saving an article as a sound file, fetched when that is first opened. */
export const enSavingAudio = {
  title: "Save as audio",
  close: "Close",
  preparing: "Looking at the article …",
  couldNotLoad: "This part of Lectern could not be loaded. Check your connection, close this and try again.",
  explained: (seconds: number) =>
    `The whole article, read by the built-in voice, in a sound file: ${about(minutes(seconds))} at the voice’s own speed.`,
  asChosen: "It has what you have chosen to be read aloud, your pauses and your way of saying words.",
  nothing: (languages: string) =>
    `The built-in voice does not speak ${languages}, so there is nothing to save of this article.`,
  noText: "This article has no text that can be read aloud.",
  leftOut: (languages: string) =>
    `Passages in ${languages} will be left out: the built-in voice does not speak that language.`,
  leftOutMany: (languages: string) =>
    `Passages in ${languages} will be left out: the built-in voice does not speak those languages.`,
  format: "Kind of file",
  formats: {
    opus: (bytes: number) => `Opus, the small one: ${about(megabytes(bytes))}`,
    wav: (bytes: number) => `WAV, plays everywhere: ${about(megabytes(bytes))}`,
  },
  onlyWav: (bytes: number) => `It will be a WAV file, ${about(megabytes(bytes))}: this browser makes no smaller kind.`,
  start: "Start",
  preparingVoice: (language: string) => `Getting the voice ready for ${language} …`,
  progress: (percent: number) => `Reading into the file: ${percent} %`,
  meanwhile: "You can close this and read on: it goes on being made. Leaving Lectern ends it.",
  goesOn: "It goes on being made.",
  cancel: "Cancel",
  stopped: "Stopped. Nothing was kept.",
  ready: (seconds: number, bytes: number) => `Ready: ${minutes(seconds)}, ${megabytes(bytes)}.`,
  couldNotFetch: (languages: string) =>
    `Words in ${languages} were left out: their voice is not on this device and could not be fetched.`,
  isReady: "The audio file is ready.",
  /** Where it is told of beside everything else. */
  notice: {
    working: (percent: number) => `Saving as audio: ${percent} %`,
    preparing: (language: string) => `Saving as audio: getting the voice ready for ${language} …`,
    ready: (seconds: number, bytes: number) => `The audio file is ready: ${minutes(seconds)}, ${megabytes(bytes)}.`,
    failed: (problem: string) => `It could not be saved as audio. ${problem}`,
    details: "Details",
    discard: "Discard the file",
    close: "Close this message",
  },
  /** Where another article has the one place. */
  otherWorking: (title: string, percent: number) =>
    `One file is made at a time. That of “${title}” is being made: ${percent} %.`,
  otherReady: (title: string) =>
    `One file is made at a time. That of “${title}” is ready and not saved yet: save or discard it, then this one can be made.`,
  otherSaved: (title: string) =>
    `One file is made at a time. That of “${title}” is saved, so this one can be made now.`,
  otherHandedOver: (title: string) =>
    `One file is made at a time. That of “${title}” has been given to your browser to save. If it is not among your downloads, save it again before you press Start.`,
  cancelOther: "Cancel that one",
  save: "Save the file",
  saving: "Saving …",
  saved: (name: string) => `Saved as ${name}.`,
  notSaved: "The file could not be written there. Press Save the file to have it among your downloads.",
  kinds: { opus: "Opus audio", wav: "WAV audio" },
  again: "Make another one",
  tryAgain: "Try again",
  notFetched: (language: string) =>
    `The built-in voice for ${language} is not on this device and could not be fetched. Nothing was saved, and nothing is lost. Connect to a network, then press Try again.`,
  voice: "The voice stopped with an error, twice. Nothing was saved. Press Try again, or reload the page first.",
  outOfMemory:
    "This device has too little memory left for the voice. Nothing was saved. Close other tabs and apps, then press Try again.",
  memory: "There is not enough room on this device for the file. Make some, then press Try again.",
  memoryWav:
    "There is not enough room on this device for the file. Choose Opus, which is much smaller, or make some room.",
  encoder: "This browser could not make the file. Press Try again, or choose the other kind of file.",
  encoderOnly: "This browser could not make the file. Press Try again.",
  /** Where nothing is left of a title that a file could be called by. */
  fileName: "Article",
};

export type SavingAudioWords = typeof enSavingAudio;
