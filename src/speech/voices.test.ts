import { describe, expect, it } from "vitest";
import { makeVoice } from "./fake-engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeSpeechSynthesis, fakeVoice, type FakeVoice } from "./fake-speech-synthesis.ts";
import { watchVoices } from "./native-voices.ts";
import { nameOfSpeaker, qualityOf } from "./voice-quality.ts";
import { chooseVoice, voiceChoiceKey, voicesFor, type VoicePreferences } from "./voices.ts";

const NOBODY: VoicePreferences = { voices: {}, languages: [], offlineOnly: true };

/** Voices as the engine lists them, from what a platform would send. */
function listed(...natives: FakeVoice[]) {
  return watchVoices(
    new FakeSpeechSynthesis(new FakeClock(), { voices: natives }).asReal().synth,
    new FakeClock(),
  ).now();
}

const MACOS = listed(
  fakeVoice("Samantha", "en-US", { default: true }),
  fakeVoice("Daniel", "en-GB"),
  fakeVoice("Kate (Premium)", "en-GB"),
  fakeVoice("Bells", "en-US"),
  fakeVoice("Eddy (English (UK))", "en-GB"),
  fakeVoice("Karen (Enhanced)", "en-AU"),
  fakeVoice("Karen", "en-AU"),
  fakeVoice("Thomas", "fr-FR"),
  fakeVoice("Amélie", "fr-CA"),
  fakeVoice("Sinji", "zh-HK"),
  fakeVoice("Tingting", "zh-CN"),
  fakeVoice("Nora", "nb-NO"),
);
const LINUX = listed(
  fakeVoice("Afrikaans espeak-ng", "af", { default: true }),
  ...["", "+Adam", "+croak"].flatMap((variant) => [
    fakeVoice(`English (America)${variant} espeak-ng`, "en-US"),
    fakeVoice(`English (Great Britain)${variant} espeak-ng`, "en-GB"),
    fakeVoice(`English (Scotland)${variant} espeak-ng`, "en-GB-SCOTLAND"),
    fakeVoice(`Chinese (Mandarin, latin as Pinyin)${variant} espeak-ng`, "cmn-LATN-PINYIN"),
    fakeVoice(`Chinese (Mandarin, latin as English)${variant} espeak-ng`, "cmn"),
  ]),
);
const CHROME = listed(
  fakeVoice("Microsoft David - English (United States)", "en-US", { default: true }),
  fakeVoice("Google US English", "en-US", { localService: false }),
  fakeVoice("Google हिन्दी", "hi-IN", { localService: false }),
);

const names = (voices: readonly { name: string }[]) => voices.map(({ name }) => name);

describe("choosing a voice", () => {
  const choose = (
    voices: readonly ReturnType<typeof makeVoice>[],
    lang: string,
    more: Partial<VoicePreferences> = {},
  ) => chooseVoice(voices, lang, { ...NOBODY, ...more })?.name;

  it("takes the text's own region before a better voice of another", () => {
    expect(choose(MACOS, "en-US")).toBe("Samantha");
    expect(choose(MACOS, "en-GB")).toBe("Kate (Premium)");
  });

  it("takes the reader's region where the text names none, then a region the reader has for another language, then the likeliest", () => {
    expect(choose(MACOS, "en", { languages: ["en-AU", "en-GB"] })).toBe("Karen (Enhanced)");
    expect(choose(MACOS, "fr", { languages: ["en-CA"] })).toBe("Amélie");
    expect(choose(MACOS, "fr")).toBe("Thomas");
    expect(choose(MACOS, "en")).toBe("Samantha");
    expect(choose(MACOS, "fr-BE", { languages: ["de"] })).toBe("Thomas");
  });

  it("never crosses languages", () => {
    expect(choose(MACOS, "cy")).toBeUndefined();
    expect(choose(MACOS, "")).toBeUndefined();
    expect(choose(MACOS, "nonsense!")).toBeUndefined();
    expect(choose([], "en")).toBeUndefined();
  });

  it("keeps Mandarin and Cantonese apart, but reads Hong Kong's texts in Mandarin where nobody speaks Cantonese", () => {
    expect(choose(MACOS, "zh-TW")).toBe("Tingting");
    expect(choose(MACOS, "zh-HK")).toBe("Sinji");
    expect(
      choose(
        MACOS.filter(({ name }) => name !== "Sinji"),
        "zh-HK",
      ),
    ).toBe("Tingting");
    expect(
      choose(
        MACOS.filter(({ name }) => name !== "Sinji"),
        "yue",
      ),
    ).toBeUndefined();
  });

  it("lets Norwegian be Norwegian", () => {
    for (const lang of ["no", "nb", "nn-NO"]) expect(choose(MACOS, lang)).toBe("Nora");
  });

  it("takes no joke and no robot where there is anything else, and the robot where there is not", () => {
    const [joke, robot, plain] = [
      makeVoice("Zarvox", "en-US", { quality: 0 }),
      makeVoice("eSpeak", "en-US", { quality: 1 }),
      makeVoice("Plain", "en-ZA", { quality: 2 }),
    ];
    expect(choose([joke, robot, plain], "en-US")).toBe("Plain");
    expect(choose([joke, robot], "en-US")).toBe("eSpeak");
    expect(choose([joke], "en-US")).toBe("Zarvox");
  });

  it("finds the plain voice among espeak's variants, and for Chinese the one that reads Chinese", () => {
    expect(choose(LINUX, "en-GB")).toBe("English (Great Britain) espeak-ng");
    expect(choose(LINUX, "zh-CN")).toBe("Chinese (Mandarin, latin as English) espeak-ng");
  });

  it("leaves out voices that need a network unless they are allowed", () => {
    expect(choose(CHROME, "en")).toBe("Microsoft David - English (United States)");
    expect(choose(CHROME, "hi")).toBeUndefined();
    expect(choose(CHROME, "en", { offlineOnly: false })).toBe("Google US English");
    expect(choose(CHROME, "hi", { offlineOnly: false })).toBe("Google हिन्दी");
  });

  it("takes the plain voice of a region before its dialects, in whatever order they come", () => {
    const firefox = listed(
      fakeVoice("English (West Midlands)", "en-GB-X-GBCWMD", {
        voiceURI: "urn:moz-tts:speechd:English%20(West%20Midlands)?en",
      }),
      fakeVoice("English (Great Britain)+Robert", "en-GB", { voiceURI: "urn:moz-tts:speechd:English+Robert?en-GB" }),
      fakeVoice("English (Great Britain)", "en-GB", { voiceURI: "urn:moz-tts:speechd:English?en-GB" }),
    );
    expect(choose(firefox, "en-GB")).toBe("English (Great Britain)");
  });

  it("takes the system's default among equals", () => {
    const equals = listed(fakeVoice("A"), fakeVoice("B", "en-US", { default: true }));
    expect(choose(equals, "en-US")).toBe("B");
  });

  describe("that the reader has chosen", () => {
    const [a, b] = [
      makeVoice("Daniel", "en-GB", { uri: "one" }),
      makeVoice("Daniel", "en-GB", { uri: "two", key: "other" }),
    ];
    const best = makeVoice("Best", "en-GB", { quality: 4 });
    const chosen = (uri: string, name = "Daniel", lang = "en-GB") =>
      chooseVoice([best, a, b], "en-US", { ...NOBODY, voices: { en: { uri, name, lang } } });

    it("finds it by address, name and language", () => expect(chosen("two")).toBe(b));
    it("finds it by name and language where addresses change", () => expect(chosen("three")).toBe(a));
    it("takes the best where it is gone", () => expect(chosen("one", "Gone")).toBe(best));
    it("does not take a namesake of another language", () => expect(chosen("one", "Daniel", "en-US")).toBe(best));
    it("counts for every region of the language and no other language", () => {
      expect(["en", "en-GB", "nb", "no-NO", "zh-HK", "iw", ""].map(voiceChoiceKey)).toEqual([
        "en",
        "en",
        "no",
        "no",
        "yue",
        "he",
        "",
      ]);
    });
  });
});

describe("voices to offer", () => {
  const offer = (voices: typeof MACOS, lang: string, languages: string[] = []) =>
    names(voicesFor(voices, lang, { languages, offlineOnly: true }));

  it("come best first, robots last, jokes not at all, and each speaker once a region", () => {
    expect(offer(MACOS, "en-GB")).toEqual([
      "Kate (Premium)",
      "Daniel",
      "Samantha",
      "Karen (Enhanced)",
      "Eddy (English (UK))",
    ]);
  });

  it("are all of the language", () => {
    expect(offer(MACOS, "fr", ["fr-CA"])).toEqual(["Amélie", "Thomas"]);
    expect(offer(MACOS, "cy")).toEqual([]);
  });

  it("do not drown in variants", () => {
    expect(offer(LINUX, "en-US")).toEqual([
      "English (America) espeak-ng",
      "English (Great Britain) espeak-ng",
      "English (Scotland) espeak-ng",
    ]);
  });

  it("begin with the one that would be chosen", () => {
    for (const list of [MACOS, LINUX, CHROME])
      for (const lang of ["en", "en-GB", "fr", "zh", "no"]) {
        const preferences = { ...NOBODY, languages: ["en-AU"] };
        expect(voicesFor(list, lang, preferences)[0]).toBe(chooseVoice(list, lang, preferences));
      }
  });
});

describe("13,000 voices", () => {
  const many = listed(
    ...Array.from({ length: 13_000 }, (_, i) => {
      const lang = ["af", "en-US", "en-GB", "de", "cmn", "fr-FR", "ar", "cy", "ru", "pt-BR"][i % 10]!;
      return fakeVoice(`Voice ${Math.floor(i / 10)}${i % 100 < 10 ? "" : `+variant${i % 100}`} espeak-ng`, lang);
    }),
  );

  it("are read once to choose, and sorted only in the language", () => {
    let reads = 0;
    const counted = many.map((voice) =>
      Object.defineProperty({ ...voice }, "lang", { get: () => (reads++, voice.lang) }),
    );
    expect(chooseVoice(counted, "en-GB", NOBODY)?.lang).toBe("en-GB");
    expect(reads).toBeLessThan(13_000 * 1.5);
    reads = 0;
    expect(voicesFor(counted, "de", NOBODY)).toHaveLength(130);
    expect(reads).toBeLessThan(13_000 * 1.5);
  });
});

describe("quality, from the name", () => {
  const cases: [name: string, uri: string, quality: number][] = [
    ["Whisper", "", 0],
    ["Bonnes nouvelles", "", 0],
    ["Bells", "com.apple.speech.synthesis.voice.Bells", 0],
    ["German+female3 espeak-ng", "", 0],
    ["German+female3", "urn:moz-tts:speechd:German+female3?de", 0],
    ["German espeak-ng", "", 1],
    ["Rocko (German (Germany))", "", 1],
    ["Eddy", "com.apple.eloquence.en-US.Eddy", 1],
    ["Samantha", "com.apple.voice.compact.en-US.Samantha", 2],
    ["Microsoft Hedda - German (Germany)", "", 2],
    ["English United States", "English United States", 2],
    ["Google UK English Female", "", 3],
    ["Anna (erweitert)", "", 3],
    ["Ava", "com.apple.voice.enhanced.en-US.Ava", 3],
    ["Ava (Premium)", "", 4],
    ["Microsoft Ava Online (Natural) - English (United States)", "", 4],
  ];
  for (const [name, voiceURI, quality] of cases)
    it(`${name} is ${quality}`, () => expect(qualityOf({ name, voiceURI })).toBe(quality));
});

it("knows one speaker in two editions, and does not take two for one", () => {
  expect(nameOfSpeaker("Karen (Enhanced)")).toBe(nameOfSpeaker("Karen"));
  expect(nameOfSpeaker("Microsoft David Desktop - English (United States)")).toBe(
    nameOfSpeaker("Microsoft David - English (United States)"),
  );
  expect(nameOfSpeaker("Eddy (English (UK))")).not.toBe(nameOfSpeaker("Eddy (English (US))"));
});
