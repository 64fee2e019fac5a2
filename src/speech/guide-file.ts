/** What is known of a language's voices, as the build writes it: one small file for each language. */

/** One voice. What is as usual is left out. */
export interface GuideVoice {
  /** What to call it, where its name is an address more than a name. */
  label?: string;
  /** All names it goes by on the systems and in the browsers that have it, without an edition ("(Premium)"). */
  names: readonly string[];
  /** The addresses it has where those are told. */
  ids?: readonly string[];
  /** BCP 47. */
  lang: string;
  /** As `Voice.quality`: one for each edition it is shipped in, the plain one first. */
  quality: readonly number[];
  gender?: "female" | "male";
  child?: true;
  /** What it has to be set to, to sound as its makers meant. */
  rate?: number;
  pitch?: number;
}

export interface GuideFile {
  /** The region that most voices and readers of the language mean, BCP 47. */
  region: string;
  /** A sentence to try a voice with; `{name}` stands for what it is called. */
  sample: string;
  /** The best first. */
  voices: readonly GuideVoice[];
}
