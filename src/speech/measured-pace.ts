/** Hears how fast a voice speaks, so that what is left of an article can be estimated. */
import type { Clock } from "./clock.ts";
import type { SpeakRequest, SpeechEvent } from "./engine.ts";
import { lettersIn, USUAL_PACE } from "./timeline.ts";

export interface MeasuredPace {
  /** Letters a second at rate 1, of the voice of that key; the usual pace until it has been heard. */
  of(voice: string | undefined): number;
  /** An event of a sentence that is being said. */
  heard(request: SpeakRequest, event: SpeechEvent): void;
}

/** So much is known of a voice before it is heard: about three sentences at the usual pace, which single odd ones do not outweigh. */
const KNOWN = { letters: 20 * USUAL_PACE, seconds: 20 };
/** What older sentences count beside the next one. */
const FADE = 0.9;
/** Too little to measure: the voice's breath before and after counts more than its words. */
const SHORTEST = 60;
/** No voice is slower or faster; what seems so was a machine that slept, or a sentence that was dropped. */
const POSSIBLE = { slowest: 4, fastest: 60 };

export function createMeasuredPace(clock: Clock): MeasuredPace {
  const voices = new Map<string, { letters: number; seconds: number }>();
  let began: { request: SpeakRequest; at: number } | undefined;

  return {
    of(voice) {
      const { letters, seconds } = voices.get(voice ?? "") ?? KNOWN;
      return letters / seconds;
    },
    heard(request, event) {
      if (event.type === "start") began = { request, at: clock.now() };
      if (event.type !== "end" || began?.request !== request) return;
      const letters = lettersIn(request.text);
      const seconds = ((clock.now() - began.at) / 1000) * request.rate;
      const pace = letters / seconds;
      if (letters < SHORTEST || !(pace > POSSIBLE.slowest && pace < POSSIBLE.fastest)) return;
      const known = voices.get(request.voice.key) ?? KNOWN;
      voices.set(request.voice.key, {
        letters: known.letters * FADE + letters,
        seconds: known.seconds * FADE + seconds,
      });
    },
  };
}
