/** The folder among the origin's own (https://fs.spec.whatwg.org) in which large sound files are made and wait to be saved. */
export const SOUND_FILES = "sound-files";
