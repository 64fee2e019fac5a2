import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANY_SPOKEN } from "./fixtures/any-spoken.ts";
import {
  ALIGNMENTS,
  DEFAULTS,
  FONTS,
  LAYOUTS,
  LINE_FOCUSES,
  PICTURE_CHOICES,
  nearestStop,
  type NumericSetting,
  type Preferences,
  resolveSettings,
  type Settings,
  STOPS,
  stepSetting,
  THEMES,
  wordSpacingInForce,
} from "./settings.ts";

const NUMERIC = Object.keys(STOPS) as NumericSetting[];

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

const anySettings: fc.Arbitrary<Settings> = fc.record({
  ...ANY_SPOKEN,
  sentencePause: fc.constantFrom(...STOPS.sentencePause),
  paragraphPause: fc.constantFrom(...STOPS.paragraphPause),
  onlineVoices: fc.boolean(),
  singleKeys: fc.boolean(),
  playerKeys: fc.constantFrom({}, { toggle: "P" }),
  articleKeys: fc.constantFrom("", "dywznjs"),
  queue: fc.array(fc.constantFrom("tides", "dunes")),
  markHeard: fc.boolean(),
  paragraphSpacing: fc.constantFrom(...STOPS.paragraphSpacing),
  indent: fc.constantFrom(...STOPS.indent),
  weight: fc.constantFrom(...STOPS.weight),
  wordsFollowLetters: fc.boolean(),
  align: fc.constantFrom(...ALIGNMENTS),
  hyphens: fc.boolean(),
  ownColors: fc.record({ ink: anyColor, paper: anyColor, link: anyColor, mark: anyColor }),
  presets: fc.dictionary(fc.string(), fc.constant({ size: 24 })),
  preset: fc.string(),
  layout: fc.constantFrom(...LAYOUTS),
  vertical: fc.boolean(),
  lineFocus: fc.constantFrom(...LINE_FOCUSES),
  ruler: fc.boolean(),
  lineTint: fc.boolean(),
  syllables: fc.boolean(),
  autoScroll: fc.constantFrom(...STOPS.autoScroll),
  keepAwake: fc.boolean(),
  pictures: fc.constantFrom(...PICTURE_CHOICES),
  theme: fc.constantFrom(...THEMES),
  font: fc.constantFrom(...FONTS),
  size: fc.constantFrom(...STOPS.size),
  lineSpacing: fc.constantFrom(...STOPS.lineSpacing),
  width: fc.constantFrom(...STOPS.width),
  letterSpacing: fc.constantFrom(...STOPS.letterSpacing),
  wordSpacing: fc.constantFrom(...STOPS.wordSpacing),
  screenReaderMode: fc.boolean(),
  rate: fc.constantFrom(...STOPS.rate),
  voices: fc.dictionary(
    fc.constantFrom("en", "de"),
    fc.record({ uri: fc.string(), name: fc.string(), lang: fc.string() }),
  ),
});

describe("the stops of a setting", () => {
  it.each(NUMERIC)("%s: go up, and the default is one of them", (name) => {
    const stops = STOPS[name];
    expect([...stops].toSorted((a, b) => a - b)).toEqual([...new Set(stops)]);
    expect(stops).toContain(DEFAULTS[name]);
  });

  it("are what a reader with low vision needs", () => {
    expect(Math.max(...STOPS.size)).toBeGreaterThanOrEqual(96);
    // WCAG 2.2, 1.4.12: line height 1.5, letters 0.12 em, words 0.16 em.
    expect(STOPS.lineSpacing).toContain(1.5);
    expect(STOPS.letterSpacing).toContain(0.12);
    expect(Math.max(...STOPS.wordSpacing)).toBeGreaterThanOrEqual(0.16);
  });

  it("are reached one by one, and held at the ends", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NUMERIC), fc.double(), fc.integer({ min: -99, max: 99 }), (name, value, by) => {
        const stops = STOPS[name];
        expect(stops).toContain(nearestStop(name, value));
        expect(stops).toContain(stepSetting(name, value, by));
        expect(stepSetting(name, stops[0]!, -1)).toBe(stops[0]);
        expect(stepSetting(name, stops.at(-1)!, 1)).toBe(stops.at(-1));
      }),
    );
    for (const name of NUMERIC) {
      const walked = [STOPS[name][0]!];
      while (walked.length < STOPS[name].length) walked.push(stepSetting(name, walked.at(-1)!, 1));
      expect(walked).toEqual(STOPS[name]);
    }
  });
});

describe("settings from preferences", () => {
  it("are the defaults without any", () => {
    expect(resolveSettings(undefined)).toEqual(DEFAULTS);
    expect(resolveSettings({})).toEqual(DEFAULTS);
  });

  it("are what was chosen, the rest as it was", () => {
    expect(resolveSettings({ theme: "sepia", rate: 1.5 })).toEqual({ ...DEFAULTS, theme: "sepia", rate: 1.5 });
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(resolveSettings(settings)).toEqual(settings);
      }),
    );
  });

  it("are complete and on offer whatever was stored", () => {
    const junk = fc.record(
      Object.fromEntries(
        Object.keys(DEFAULTS).map((name) => [name, fc.oneof(fc.anything(), fc.double(), fc.string())]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(junk, (stored) => {
        const settings = resolveSettings(stored as Preferences);
        expect(Object.keys(settings).toSorted()).toEqual(Object.keys(DEFAULTS).toSorted());
        expect(THEMES).toContain(settings.theme);
        expect(FONTS).toContain(settings.font);
        for (const name of NUMERIC) expect(STOPS[name]).toContain(settings[name]);
        expect(typeof settings.screenReaderMode).toBe("boolean");
        expect(settings.voices).toBeTypeOf("object");
        expect(resolveSettings(settings)).toEqual(settings);
      }),
    );
  });
});

it("drops a list of words that is none, and keeps the rest", () => {
  const entry = { match: "GIF", say: "jif", wholeWord: true, matchCase: true };
  const stored = (sayAs: unknown) => ({ rate: 2, sayAs }) as Preferences;
  expect(resolveSettings(stored([entry])).sayAs).toEqual([entry]);
  for (const wrong of [{}, "list", [{ match: "GIF" }], [null], [{ ...entry, lang: 5 }]])
    expect(resolveSettings(stored(wrong))).toEqual({ ...DEFAULTS, rate: 2 });
});

describe("word spacing", () => {
  it("is at least twice the letter spacing, unless the reader parts the two", () => {
    const spaced = { ...DEFAULTS, letterSpacing: 0.2 };
    expect(wordSpacingInForce(spaced)).toBe(0.4);
    expect(wordSpacingInForce({ ...spaced, wordSpacing: 0.5 })).toBe(0.5);
    expect(wordSpacingInForce({ ...spaced, wordsFollowLetters: false })).toBe(0);
    expect(wordSpacingInForce(DEFAULTS)).toBe(0);
  });
});
