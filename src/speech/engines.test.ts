import { beforeEach, describe, expect, it } from "vitest";
import { combineEngines } from "./engines.ts";
import type { SpeechEngine, SpeechEvent, Voice } from "./engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeEngine, makeVoice } from "./fake-engine.ts";
import { chooseVoice } from "./voices.ts";

const ADA = makeVoice("Ada", "en-GB", { engine: "system" });
const FRED = makeVoice("Fred", "en-GB", { engine: "system", quality: 1 });
const BUILT_IN = makeVoice("eSpeak", "en-GB", { engine: "built-in", quality: 1 });
const BUILT_IN_US = makeVoice("eSpeak", "en-US", { engine: "built-in", quality: 1 });
const GERMAN = makeVoice("eSpeak", "de", { engine: "built-in", quality: 1 });

/** Two fakes, the first slow to list its voices. */
class NamedFake extends FakeEngine {
  constructor(
    override readonly id: "system" | "built-in",
    clock: FakeClock,
    voices: readonly Voice[],
  ) {
    super(clock, voices);
  }
}

let clock: FakeClock;
let system: NamedFake;
let builtIn: NamedFake;
let all: SpeechEngine;

beforeEach(() => {
  clock = new FakeClock();
  system = new NamedFake("system", clock, [ADA]);
  builtIn = new NamedFake("built-in", clock, [BUILT_IN, GERMAN]);
});

describe("the voices of both", () => {
  it("are there at once where the system's are", () => {
    all = combineEngines(system, [builtIn], clock);
    expect(all.voicesNow()).toEqual([ADA, BUILT_IN, GERMAN]);
    expect(all.voicesNow()).toBe(all.voicesNow());
  });

  it("wait for the system's while these have their usual short time", async () => {
    system.listTakes = 500;
    all = combineEngines(system, [builtIn], clock);
    expect(all.voicesNow()).toEqual([]);
    const list = all.voices();
    await clock.advance(600);
    expect(await list).toEqual([ADA, BUILT_IN, GERMAN]);
  });

  it("do not wait the eight seconds in which a system without voices never says so", async () => {
    system.changeVoices([]);
    system.listTakes = 8000;
    all = combineEngines(system, [builtIn], clock);
    const list = all.voices();
    await clock.advance(800);
    expect(await list).toEqual([BUILT_IN, GERMAN]);
  });

  /** A FAKE of what the device remembers. */
  const remembering = (known: "some" | "none" | undefined) => {
    const noted: string[] = [];
    return { noted, read: () => Promise.resolve(known), note: async (found: string) => void noted.push(found) };
  };

  it("wait for nothing where the browser listed none before, and still take up what comes", async () => {
    system.listTakes = 4000;
    const memory = remembering("none");
    all = combineEngines(system, [builtIn], clock, memory);
    await clock.advance(0);
    expect(all.voicesNow()).toEqual([BUILT_IN, GERMAN]);
    await clock.advance(5000);
    expect(all.voicesNow()).toEqual([ADA, BUILT_IN, GERMAN]);
    expect(memory.noted.at(-1)).toBe("some");
  });

  it("wait longer where it is known to list some, and remember where it never does", async () => {
    system.listTakes = 2000;
    const memory = remembering("some");
    all = combineEngines(system, [builtIn], clock, memory);
    await clock.advance(1900);
    expect(all.voicesNow()).toEqual([]);
    await clock.advance(200);
    expect(all.voicesNow()).toEqual([ADA, BUILT_IN, GERMAN]);
    system.changeVoices([]);
    system.listTakes = 8000;
    const none = remembering(undefined);
    all = combineEngines(system, [builtIn], clock, none);
    await clock.advance(7000);
    expect(none.noted).toEqual([]);
    await clock.advance(1100);
    expect(none.noted).toEqual(["none"]);
  });

  it("are told to whoever has something to get ready meanwhile", () => {
    system.listTakes = 500;
    all = combineEngines(system, [builtIn], clock);
    expect(all.spareVoices!()).toEqual([BUILT_IN, GERMAN]);
  });

  it("are told of when the system's come later after all", async () => {
    system.listTakes = 4000;
    all = combineEngines(system, [builtIn], clock);
    let told = 0;
    all.onVoicesChanged(() => told++);
    await clock.advance(3000);
    expect(all.voicesNow()).toEqual([BUILT_IN, GERMAN]);
    const before = told;
    await clock.advance(2000);
    expect(told).toBeGreaterThan(before);
    expect(all.voicesNow()).toEqual([ADA, BUILT_IN, GERMAN]);
  });
});

describe("speaking", () => {
  const request = (voice: Voice) => ({ text: "One sentence.", lang: voice.lang, voice, rate: 1 });

  it("goes to the engine of the voice, and silences the other", async () => {
    all = combineEngines(system, [builtIn], clock);
    const heard: SpeechEvent[] = [];
    all.speak(request(ADA), (event) => heard.push(event));
    all.speak(request(GERMAN), () => {});
    expect(system.speaking).toBeUndefined();
    expect(builtIn.speaking).toBe("One sentence.");
    await clock.advance(3000);
    expect(heard).toEqual([]);
  });

  it("asks only the engine that speaks to make sound ahead", () => {
    const asked: string[] = [];
    Object.assign(builtIn, { ahead: () => asked.push("built-in") > 0, changeRate: () => true });
    all = combineEngines(system, [builtIn], clock);
    all.speak(request(ADA), () => {});
    expect(all.ahead!(() => undefined)).toBe(false);
    expect(all.changeRate!(2)).toBe(false);
    all.speak(request(GERMAN), () => {});
    expect(all.ahead!(() => undefined)).toBe(true);
    expect(all.changeRate!(2)).toBe(true);
    expect(asked).toEqual(["built-in"]);
  });
});

describe("choosing between them", () => {
  const wishes = { voices: {}, languages: ["en-US"], offlineOnly: true };
  const choose = (voices: readonly Voice[], lang: string, more = {}) =>
    chooseVoice(voices, lang, { ...wishes, ...more });

  it("takes a voice of the system first, of any region and even a robotic one", () => {
    expect(choose([BUILT_IN, BUILT_IN_US, ADA], "en-US")).toBe(ADA);
    expect(choose([BUILT_IN, BUILT_IN_US, FRED], "en-US")).toBe(FRED);
  });

  it("takes the built-in one where the system has none for the language, or only one that needs a network", () => {
    expect(choose([ADA, BUILT_IN, GERMAN], "de-AT")).toBe(GERMAN);
    expect(choose([{ ...ADA, offline: false }, BUILT_IN], "en")).toBe(BUILT_IN);
  });

  it("takes no joke of the system's for a voice", () => {
    expect(choose([makeVoice("Zarvox", "en-US", { engine: "system", quality: 0 }), BUILT_IN], "en")).toBe(BUILT_IN);
  });

  it("has the reader's own choice first", () => {
    const voices = { en: { uri: BUILT_IN.uri, name: BUILT_IN.name, lang: BUILT_IN.lang } };
    expect(choose([ADA, BUILT_IN, BUILT_IN_US], "en-US", { voices })).toBe(BUILT_IN);
  });

  it("takes none where neither has one", () => {
    expect(choose([ADA, BUILT_IN, GERMAN], "sux")).toBeUndefined();
  });
});
