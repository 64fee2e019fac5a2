import { describe, expect, it } from "vitest";
import { describeEngine } from "./contract.ts";
import type { SpeechEvent } from "./engine.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeSpeechSynthesis, fakeVoice, type Habits } from "./fake-speech-synthesis.ts";
import { createSystemEngine } from "./system-engine.ts";

function setUp(habits: Partial<Habits> = {}, online = true) {
  const clock = new FakeClock();
  const fake = new FakeSpeechSynthesis(clock, habits);
  const { synth, newUtterance } = fake.asReal();
  const engine = createSystemEngine(synth, { clock, newUtterance, online: () => online });
  const say = (text: string, rate = 1) => {
    const events: SpeechEvent[] = [];
    const voice = engine.voicesNow()[0]!;
    engine.speak({ text, lang: "en", voice, rate }, (event) => events.push(event));
    return events;
  };
  return { clock, fake, engine, say };
}

const SENTENCE = "The quick brown fox jumps over the lazy dog.";
const types = (events: readonly SpeechEvent[]) =>
  events.map((event) => (event.type === "failure" ? event.reason : event.type));
const words = (text: string, events: readonly SpeechEvent[]) =>
  events.flatMap((event) => (event.type === "word" ? [text.slice(event.start, event.end)] : []));

for (const onCancel of ["error", "end", "late end", "nothing"] as const)
  describeEngine(`system (cancelling fires ${onCancel})`, () => {
    const clock = new FakeClock();
    const fake = new FakeSpeechSynthesis(clock, { onCancel });
    const { synth, newUtterance } = fake.asReal();
    return {
      engine: createSystemEngine(synth, { clock, newUtterance, online: () => true }),
      pass: clock.advance.bind(clock),
    };
  });

describe("handing over", () => {
  it("reaches the platform inside the call, as the first press on iOS demands", () => {
    const { fake, say } = setUp();
    say(SENTENCE);
    expect(fake.spoken).toHaveLength(1);
  });

  it("does so even when something is still being cancelled, as long as no voice has been heard", () => {
    const { fake, say } = setUp();
    say("Before.");
    say(SENTENCE);
    expect(fake.spoken.map(({ text }) => text)).toEqual(["Before.", SENTENCE]);
  });

  it("rests between cancelling and speaking, and not after a sentence that ended by itself", async () => {
    const { clock, fake, say } = setUp();
    say(SENTENCE);
    await clock.advance(500);
    say("Two.");
    const cancelled = clock.now();
    await clock.advance(5000);
    say("Three.");
    expect(fake.spoken[1]!.at - cancelled).toBeGreaterThanOrEqual(10);
    expect(fake.spoken[2]!.at).toBe(clock.now());
  });

  it("names voice and language both, the language as the platform spells it", () => {
    const { fake, say } = setUp({ voices: [fakeVoice("English United States", "en_US")] });
    say(SENTENCE);
    expect(fake.spoken[0]).toMatchObject({ voice: "English United States", lang: "en_US" });
  });

  it("is as loud as it was told to be, from the next sentence on", () => {
    const { engine, fake, say } = setUp();
    say(SENTENCE);
    engine.setVolume!(0.5);
    say(SENTENCE);
    expect(fake.spoken.map(({ volume }) => volume)).toEqual([1, 0.5]);
  });

  it("clears away speech that hangs before it begins", () => {
    const { fake, say } = setUp();
    fake.habits.neverStart = 1;
    fake.speak({
      text: "stuck",
      lang: "",
      rate: 1,
      pitch: 1,
      volume: 1,
      voice: null,
      onstart: null,
      onboundary: null,
      onend: null,
      onerror: null,
    });
    say(SENTENCE);
    expect(fake.cancels).toBe(1);
  });

  it("asks Safari for the rate that is heard as the one meant", () => {
    const safari = fakeVoice("Samantha", "en-US", { voiceURI: "com.apple.voice.compact.en-US.Samantha" });
    const rates = (voices: Habits["voices"]) =>
      [0.5, 1, 2.5, 4].map((rate) => {
        const { fake, say } = setUp({ voices });
        say(SENTENCE, rate);
        return fake.spoken[0]!.rate;
      });
    expect(rates([safari])).toEqual([0.5, 1, 1.5, 2]);
    expect(rates([fakeVoice("Anna")])).toEqual([0.5, 1, 2.5, 4]);
  });

  it("keeps markup from voices that parse it, without moving a letter", () => {
    const { fake, say } = setUp({ voices: [fakeVoice("Microsoft Ava Online (Natural) - English")] });
    say("R&D says a < b > c.");
    expect(fake.spoken[0]!.text).toBe("R＆D says a ＜ b ＞ c.");
  });

  it("keeps other voices from taking a text for a document, and leaves them the rest", () => {
    const { fake, say } = setUp();
    say('<p> or <?xml version="1.0"?> & <b>');
    expect(fake.spoken[0]!.text).toBe('＜p> or ＜?xml version="1.0"?> & <b>');
  });
});

describe("words", () => {
  const expected = ["The", "quick", "brown", "fox", "jumps", "over", "the", "lazy", "dog"];

  for (const kind of ["without length", "length 0"] as const)
    it(`reach to the end of the word where the event comes ${kind}`, async () => {
      const { clock, say } = setUp({ words: kind });
      const events = say(SENTENCE);
      await clock.advance(10_000);
      expect(words(SENTENCE, events)).toEqual(expected);
    });

  it("are taken as the voice gives them where it gives a length", async () => {
    const { clock, say } = setUp();
    const events = say(SENTENCE);
    await clock.advance(10_000);
    expect(words(SENTENCE, events)).toEqual([...expected.slice(0, -1), "dog."]);
  });
});

describe("a voice that does not start", () => {
  it("gets a second chance after three seconds", async () => {
    const { clock, fake, say } = setUp({ neverStart: 1 });
    const events = say(SENTENCE);
    await clock.advance(2900);
    expect(fake.spoken).toHaveLength(1);
    await clock.advance(8000);
    expect(fake.spoken).toHaveLength(2);
    expect(types(events).filter((type) => type !== "word")).toEqual(["start", "end"]);
  });

  it("is silent after the second", async () => {
    const { clock, fake, say } = setUp({ neverStart: 2 });
    const events = say(SENTENCE);
    await clock.advance(7000);
    expect(types(events)).toEqual(["silent"]);
    expect(fake.speaking).toBe(false);
  });
});

describe("a voice that does not end", () => {
  it("starts again at the last word it reported, and reports no second start", async () => {
    const { clock, fake, say } = setUp({ neverEnd: 1 });
    const events = say(SENTENCE);
    await clock.advance(60_000);
    expect(fake.spoken.map(({ text }) => text)).toEqual([SENTENCE, "dog."]);
    expect(types(events).filter((type) => type !== "word")).toEqual(["start", "end"]);
    expect(words(SENTENCE, events).slice(-2)).toEqual(["dog.", "dog."]);
  });

  it("is silent after the second attempt", async () => {
    const { clock, say } = setUp({ neverEnd: 2, words: "none" });
    const events = say(SENTENCE);
    await clock.advance(60_000);
    expect(types(events)).toEqual(["start", "silent"]);
  });

  it("has ended if the platform says that nothing is being spoken", async () => {
    const { clock, fake, say } = setUp({ losesEnd: true });
    const events = say(SENTENCE);
    await clock.advance(60_000);
    expect(types(events).at(-1)).toBe("end");
    expect(fake.spoken).toHaveLength(1);
  });

  it("is given time to go on after the machine has slept", async () => {
    const { clock, fake, say } = setUp({ words: "none", msPerLetter: 150 });
    const events = say(SENTENCE);
    await clock.advance(200);
    fake.habits.losesEnd = false;
    await clock.sleep(600_000);
    await clock.advance(20_000);
    expect(types(events)).toEqual(["start", "end"]);
    expect(fake.spoken).toHaveLength(1);
  });
});

describe("a sentence that is over before it can have been said", () => {
  it("is tried again, and then passed over: the voice may not know its script", async () => {
    const { clock, fake, say } = setUp({ endAtOnce: 2 });
    const events = say(SENTENCE);
    await clock.advance(1000);
    expect(types(events)).toEqual(["start", "end"]);
    expect(fake.spoken).toHaveLength(2);
  });

  it("is silence when it comes after another, so that an article does not rush past unheard", async () => {
    const { clock, say } = setUp({ endAtOnce: 100 });
    say(SENTENCE);
    await clock.advance(1000);
    const second = say(SENTENCE);
    await clock.advance(1000);
    expect(types(second)).toEqual(["silent"]);
    const asked = say(SENTENCE);
    await clock.advance(1000);
    expect(types(asked), "after the reader has asked again").toEqual(["start", "end"]);
  });

  it("may be so with hardly any text", async () => {
    const { clock, fake, say } = setUp({ endAtOnce: 1 });
    const events = say("Ah.");
    await clock.advance(100);
    expect(types(events)).toEqual(["start", "end"]);
    expect(fake.spoken).toHaveLength(1);
  });
});

describe("Chrome's Google voices", () => {
  const google = fakeVoice("Google US English", "en-US", { localService: false });
  const long = Array.from({ length: 12 }, (_, i) => `the clause with the number ${i} goes on a little`).join(", ");

  it("get long sentences in pieces, so that they are not cut off", async () => {
    const { clock, fake, say } = setUp({ voices: [google], words: "none", cutOffAfter: 14_500 });
    const events = say(long);
    await clock.advance(90_000);
    expect(types(events)).toEqual(["start", "end"]);
    expect(fake.spoken.length).toBeGreaterThan(2);
    expect(fake.spoken.map(({ text }) => text).join("")).toBe(long);
  });

  it("have ended after sixteen seconds, whatever they say", async () => {
    const { clock, fake, say } = setUp({ voices: [google], words: "none", neverEnd: 1 });
    const events = say(SENTENCE);
    await clock.advance(15_900);
    expect(types(events)).toEqual(["start"]);
    await clock.advance(200);
    expect(types(events)).toEqual(["start", "end"]);
    expect(fake.speaking).toBe(false);
  });
});

describe("errors", () => {
  const cases: [string, string][] = [
    ["network", "voice-lost"],
    ["voice-unavailable", "voice-lost"],
    ["language-unavailable", "voice-lost"],
    ["interrupted", "interrupted"],
    ["canceled", "interrupted"],
  ];
  for (const [error, reason] of cases)
    it(`${error} is told as ${reason}`, async () => {
      const { clock, say } = setUp({ breakOff: [error] });
      const events = say(SENTENCE);
      await clock.advance(10_000);
      expect(types(events).at(-1)).toBe(reason);
    });

  it("not-allowed, fired inside speak(), is told as blocked after it has returned", async () => {
    const { clock, say } = setUp({ refuse: ["not-allowed"] });
    const events = say(SENTENCE);
    expect(events).toEqual([]);
    await clock.advance(0);
    expect(types(events)).toEqual(["blocked"]);
  });

  it("lets a synthesiser that fails try once more, and then tells it", async () => {
    const once = setUp({ breakOff: ["synthesis-failed"] });
    const recovered = once.say(SENTENCE);
    await once.clock.advance(10_000);
    expect(types(recovered).at(-1)).toBe("end");
    const twice = setUp({ breakOff: ["synthesis-failed", "synthesis-failed"] });
    const failed = twice.say(SENTENCE);
    await twice.clock.advance(10_000);
    expect(failed.at(-1)).toEqual({ type: "failure", reason: "failed" });
  });

  it("any error of a voice that has left the list means that it is lost", async () => {
    const { clock, fake, say } = setUp({ breakOff: ["synthesis-failed"] });
    const events = say(SENTENCE);
    await clock.advance(120);
    fake.habits.voices = [fakeVoice("Other")];
    await clock.advance(1000);
    expect(types(events).at(-1)).toBe("voice-lost");
  });

  it("any error of a network voice without a network means that it is lost", async () => {
    const { clock, say } = setUp(
      { breakOff: ["synthesis-failed"], voices: [fakeVoice("Far", "en", { localService: false })] },
      false,
    );
    const events = say(SENTENCE);
    await clock.advance(1000);
    expect(types(events).at(-1)).toBe("voice-lost");
  });
});

describe("the list of voices", () => {
  it("is waited for", async () => {
    const { clock, fake, engine } = setUp({ voices: [] });
    let known = -1;
    void engine.voices().then((voices) => (known = voices.length));
    await clock.advance(5600);
    expect(known).toBe(-1);
    fake.changeVoices([fakeVoice("Anna")]);
    await clock.advance(0);
    expect(known).toBe(1);
  });

  it("is taken when no more are coming in, where it comes in parts and without an event", async () => {
    const { clock, fake, engine } = setUp({ voices: [] });
    let known = -1;
    void engine.voices().then((voices) => (known = voices.length));
    const parts = ["Anna", "Bert", "Clara", "Dora"].map((name) => fakeVoice(name));
    for (const count of [1, 2, 4]) {
      fake.habits.voices = parts.slice(0, count);
      await clock.advance(250);
      expect(known).toBe(-1);
    }
    await clock.advance(250);
    expect(known).toBe(4);
  });

  it("is known to be empty eight seconds after the engine was made, and soon when asked later", async () => {
    const { clock, engine } = setUp({ voices: [] });
    let answers = 0;
    await clock.advance(2000);
    void engine.voices().then(() => answers++);
    await clock.advance(5900);
    expect(answers).toBe(0);
    await clock.advance(400);
    expect(answers).toBe(1);
    void engine.voices().then(() => answers++);
    await clock.advance(1300);
    expect(answers).toBe(2);
  });

  it("is empty at once where there is no speechSynthesis", async () => {
    const engine = createSystemEngine(undefined, { clock: new FakeClock() });
    expect(await engine.voices()).toEqual([]);
    expect(engine.voicesNow()).toEqual([]);
  });

  it("tells of a change once, and not when nothing changed", () => {
    const { fake, engine } = setUp();
    let changes = 0;
    engine.onVoicesChanged(() => changes++);
    engine.voicesNow();
    fake.changeVoices([fakeVoice("Anna"), fakeVoice("Bert")]);
    fake.changeVoices([fakeVoice("Anna"), fakeVoice("Bert")]);
    expect(changes).toBe(1);
    expect(engine.voicesNow().map(({ name }) => name)).toEqual(["Anna", "Bert"]);
  });

  it("is looked at again when it is asked for again, since not every browser tells of a new voice", async () => {
    const { fake, engine } = setUp();
    let changes = 0;
    engine.onVoicesChanged(() => changes++);
    const before = await engine.voices();
    expect(await engine.voices()).toBe(before);
    fake.habits.voices = [fakeVoice("Anna"), fakeVoice("Bert")];
    expect((await engine.voices()).map(({ name }) => name)).toEqual(["Anna", "Bert"]);
    expect(changes).toBe(1);
  });

  it("knows that Firefox's voices are the system's own, whatever it says on Linux", () => {
    const { engine } = setUp({
      voices: [
        fakeVoice("German", "de", { voiceURI: "urn:moz-tts:speechd:German?de", localService: false }),
        fakeVoice("Google Deutsch", "de-DE", { localService: false }),
      ],
    });
    expect(engine.voicesNow().map(({ offline }) => offline)).toEqual([true, false]);
  });

  it("puts the system's default first, unless every voice claims to be it", () => {
    const usual = { default: true };
    const names = (voices: Habits["voices"]) =>
      setUp({ voices })
        .engine.voicesNow()
        .map(({ name }) => name);
    expect(names([fakeVoice("A"), fakeVoice("B", "en", usual)])).toEqual(["B", "A"]);
    expect(names([fakeVoice("A", "en", usual), fakeVoice("B", "en", usual)])).toEqual(["A", "B"]);
  });
});
