/** How long sentences are that have been made into sound: known to the sample, as long as the same voice reads them. */
import type { MadeSentence } from "./engine.ts";
import { lettersIn } from "./timeline.ts";

type Sentence = Pick<MadeSentence, "text" | "lang" | "voice">;

export interface MadeLengths {
  add(made: MadeSentence): void;
  /** In seconds at rate 1; undefined for what has not been made. */
  of(sentence: Sentence): number | undefined;
  /** Letters a second, of all that a voice has made; undefined where that is little. */
  pace(voice: string): number | undefined;
  /** Grows with each new length. */
  readonly count: number;
}

/** Fewer letters say little of a voice's pace: about three sentences. */
const ENOUGH = 300;

export function createMadeLengths(): MadeLengths {
  const lengths = new Map<string, number>();
  const voices = new Map<string, { letters: number; seconds: number }>();

  return {
    add(made) {
      const name = nameOf(made);
      if (lengths.has(name)) return;
      lengths.set(name, made.seconds);
      const { letters, seconds } = voices.get(made.voice.key) ?? { letters: 0, seconds: 0 };
      voices.set(made.voice.key, { letters: letters + lettersIn(made.text), seconds: seconds + made.seconds });
    },
    of: (sentence) => lengths.get(nameOf(sentence)),
    pace(voice) {
      const made = voices.get(voice);
      return made && made.letters >= ENOUGH && made.seconds > 0 ? made.letters / made.seconds : undefined;
    },
    get count() {
      return lengths.size;
    },
  };
}

function nameOf({ text, lang, voice }: Sentence): string {
  return `${voice.key}\n${lang}\n${text}`;
}
