import fc from "fast-check";
import { FONTS, type NumericSetting, STOPS } from "../../src/domain/settings.ts";

const stop = (name: NumericSetting) => fc.constantFrom(...STOPS[name]);

/** What can be chosen of the letters and the room around them: any stop of each slider. A seed finds the same while their order is the same. */
export const ANY_LETTERS = {
  font: fc.constantFrom(...FONTS),
  size: stop("size"),
  lineSpacing: stop("lineSpacing"),
  paragraphSpacing: stop("paragraphSpacing"),
  indent: stop("indent"),
  width: stop("width"),
  weight: stop("weight"),
  letterSpacing: stop("letterSpacing"),
  wordSpacing: stop("wordSpacing"),
};
