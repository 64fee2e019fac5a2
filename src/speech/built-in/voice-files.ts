/** The files that the built-in voice is made of, as the build has cut them. Paths are relative to the app's base. */
export interface VoiceFiles {
  /** espeak-ng's own code, compiled to JavaScript. */
  engine: VoiceFile;
  /** The bytes of data that the code expects; what is in no pack is left zero. */
  size: number;
  core: VoicePack;
  /** By the name of the dictionary. */
  dictionaries: Readonly<Record<string, VoicePack>>;
  voices: readonly BuiltInVoice[];
}

export interface VoiceFile {
  path: string;
  /** Bytes that come over the network. */
  bytes: number;
}

export interface VoicePack extends VoiceFile {
  /** What it holds, one after the other, when it is unpacked (gzip): where each part belongs in the data, and its length. */
  slices: readonly (readonly [start: number, length: number])[];
}

export interface BuiltInVoice {
  /** BCP 47. */
  lang: string;
  /** espeak-ng's name for it. */
  voice: string;
  /** A key of `dictionaries`. */
  dictionary: string;
}
