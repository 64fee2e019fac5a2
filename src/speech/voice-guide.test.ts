import { describe, expect, it, vi } from "vitest";
import { makeVoice } from "./fake-engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeSpeechSynthesis, fakeVoice, type FakeVoice } from "./fake-speech-synthesis.ts";
import type { GuideFile } from "./guide-file.ts";
import { watchVoices } from "./native-voices.ts";
import { createSystemEngine } from "./system-engine.ts";
import { createVoiceGuide } from "./voice-guide.ts";
import { createVoiceGuides } from "./voice-guides.ts";
import { chooseVoice, voicesFor, type VoicePreferences } from "./voices.ts";

/** Some of what the build writes. */
const ENGLISH_FILE: GuideFile = {
  region: "en-US",
  sample: "Hello, my name is {name} and I am an English voice.",
  voices: [
    { names: ["Microsoft Emma Online (Natural) - English (United States)"], lang: "en-US", quality: [5] },
    {
      label: "Ava",
      names: ["Microsoft AvaMultilingual Online (Natural) - English (United States)"],
      lang: "en-US",
      quality: [5],
    },
    {
      label: "Female voice 1 (US)",
      names: ["Google US English 5 (Natural)", "Chrome OS US English 5"],
      ids: ["en-us-x-tpc-network", "en-us-x-tpc-local"],
      lang: "en-US",
      quality: [4],
      gender: "female",
    },
    { label: "Ava of California", names: ["Ava"], lang: "en-US", quality: [2, 3, 4], gender: "female" },
    { names: ["Allison"], lang: "en-US", quality: [2, 3] },
    { names: ["Samantha"], lang: "en-US", quality: [2, 3] },
    { names: ["Microsoft Zira - English (United States)"], lang: "en-US", quality: [3] },
  ],
};
const FRENCH_FILE: GuideFile = {
  region: "fr-FR",
  sample: "Bonjour, mon nom est {name} et je suis une voix française.",
  voices: [{ names: ["Aurélie"], lang: "fr-FR", quality: [2, 3, 4], rate: 0.9 }],
};
const FRENCH = createVoiceGuide(FRENCH_FILE);
const ENGLISH = createVoiceGuide(ENGLISH_FILE);
const guideOf = (language: string) => ({ en: ENGLISH, fr: FRENCH })[language];

const NOBODY: VoicePreferences = { voices: {}, languages: [], offlineOnly: true };

function listed(...natives: FakeVoice[]) {
  const { synth } = new FakeSpeechSynthesis(new FakeClock(), { voices: natives }).asReal();
  return watchVoices(synth, new FakeClock()).now();
}

const EDGE = listed(
  fakeVoice("Microsoft Zira - English (United States)", "en-US", { default: true }),
  fakeVoice("Microsoft AvaMultilingual Online (Natural) - English (United States)", "en-US", { localService: false }),
  fakeVoice("Microsoft Emma Online (Natural) - English (United States)", "en-US", { localService: false }),
  fakeVoice("Nobody has heard of it", "en-US"),
);
const APPLE = listed(
  fakeVoice("Samantha", "en-US", { voiceURI: "com.apple.voice.compact.en-US.Samantha" }),
  fakeVoice("Ava (Premium)", "en-US"),
  fakeVoice("Allison (Enhanced)", "en-US"),
  fakeVoice("Nobody has heard of it", "en-US"),
  fakeVoice("Bells", "en-US"),
  fakeVoice("Eddy (English (US))", "en-US"),
  fakeVoice("Aurélie (amélioré)", "fr-CA"),
);

describe("the guide of a language", () => {
  it("knows a voice by its name, its other names and its address", () => {
    const known = (name: string, lang: string, voiceURI = name) =>
      ENGLISH.know(listed(fakeVoice(name, lang, { voiceURI }))[0]!).known;
    expect(known("Ava (Premium)", "en-US")).toMatchObject({ label: "Ava of California", gender: "female" });
    expect(known("Chrome OS US English 5", "en-US")).toEqual(known("Google US English 5 (Natural)", "en-US"));
    expect(known("English United States", "en-US", "en-us-x-tpc-local")).toMatchObject({ gender: "female" });
    expect(known("Nobody has heard of it", "en-US")).toBeUndefined();
  });

  it("tells editions of one voice apart", () => {
    const [plain, better, best] = listed(
      fakeVoice("Ava", "en-US"),
      fakeVoice("Ava (Erweitert)", "en-US"),
      fakeVoice("Ava (高音质)", "en-US"),
    ).map((voice) => ENGLISH.know(voice).quality);
    expect([plain, better, best]).toEqual([2, 3, 4]);
  });

  it("leaves the built-in voice and jokes as they are", () => {
    const builtIn = makeVoice("Ava", "en-US", { engine: "built-in", quality: 1 });
    expect(ENGLISH.know(builtIn)).toBe(builtIn);
    const joke = listed(fakeVoice("Bells", "en-US"))[0]!;
    expect(ENGLISH.know(joke)).toBe(joke);
  });

  it("has a sentence to try a voice with", () => {
    expect(FRENCH.sample("$& Denise")).toBe("Bonjour, mon nom est $& Denise et je suis une voix française.");
  });
});

describe("choosing with a guide", () => {
  const choose = (voices: ReturnType<typeof listed>, lang: string, more: Partial<VoicePreferences> = {}) =>
    chooseVoice(voices, lang, { ...NOBODY, ...more }, guideOf)?.name;

  it("takes the best that works offline, and of equals the one that was found to sound best", () => {
    expect(choose(APPLE, "en-US")).toBe("Ava (Premium)");
    expect(choose(APPLE.slice(0, 1).concat(APPLE.slice(3)), "en-US")).toBe("Samantha");
    expect(choose(EDGE, "en-US")).toBe("Microsoft Zira - English (United States)");
    const [first, second] = voicesFor(EDGE, "en-US", { ...NOBODY, offlineOnly: false }, guideOf).map(
      ({ name }) => name,
    );
    expect([first, second]).toEqual([EDGE[2]!.name, EDGE[1]!.name]);
  });

  it("keeps voices that nobody has heard of usable, robots last, and sound effects away", () => {
    const offered = voicesFor(APPLE, "en-US", NOBODY, guideOf).map(({ name }) => name);
    expect(offered.slice(-2)).toEqual(["Nobody has heard of it", "Eddy (English (US))"]);
    expect(offered).not.toContain("Bells");
  });

  it("sets a voice as its makers meant it", async () => {
    const clock = new FakeClock();
    const fake = new FakeSpeechSynthesis(clock, { voices: [fakeVoice("Aurélie (Premium)", "fr-FR")] });
    const { synth, newUtterance } = fake.asReal();
    const engine = createSystemEngine(synth, { clock, newUtterance });
    const voice = chooseVoice(engine.voicesNow(), "fr-FR", NOBODY, guideOf)!;
    engine.speak({ text: "Bonjour.", lang: "fr-FR", voice, rate: 2 }, () => {});
    await clock.advance(10);
    expect(fake.spoken[0]).toMatchObject({ rate: 1.8, pitch: 1 });
    const pitched = { ...voice, known: { order: 0, pitch: 0.8 } };
    engine.speak({ text: "Bonjour.", lang: "fr-FR", voice: pitched, rate: 1 }, () => {});
    await clock.advance(1000);
    expect(fake.spoken.at(-1)).toMatchObject({ rate: 1, pitch: 0.8 });
  });
});

describe("fetching guides", () => {
  it("fetches that of a language once, when it is asked for, and tells when it has come", async () => {
    const load = vi.fn(async () => ENGLISH_FILE);
    const guides = createVoiceGuides({ cmn: "voices/cmn.json" }, load);
    const learnt = vi.fn();
    guides.onLearnt(learnt);
    expect(guides.of("cy")).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    expect(guides.of("zh")).toBeUndefined();
    expect(guides.of("zh")).toBeUndefined();
    await vi.waitFor(() => expect(learnt).toHaveBeenCalledOnce());
    expect(load.mock.calls).toEqual([["voices/cmn.json"]]);
    expect(guides.of("zh")).toBeDefined();
  });

  it("tries again a minute after it failed, and not sooner", async () => {
    const load = vi.fn(async (): Promise<GuideFile> => Promise.reject(new Error("offline")));
    let time = 0;
    const guides = createVoiceGuides({ en: "voices/en.json" }, load, () => time);
    guides.of("en");
    time = 59_000;
    await Promise.resolve();
    guides.of("en");
    expect(load).toHaveBeenCalledTimes(1);
    time = 61_000;
    guides.of("en");
    expect(load).toHaveBeenCalledTimes(2);
  });
});
