import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../fake-clock.ts";
import { createSound, type Sound } from "./sound.ts";
import { layTape } from "./tape.ts";

/** A FAKE of the audio element, with the hands of its clock to turn, and what can go wrong with one. */
class FakeAudio extends EventTarget {
  src = "";
  currentTime = 0;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  paused = true;
  ended = false;
  seeking = false;
  preservesPitch = false;
  plays: string[] = [];
  refuses: string | undefined;

  play(): Promise<void> {
    this.plays.push(this.src);
    if (this.refuses) return Promise.reject(new DOMException("", this.refuses));
    this.paused = this.ended = false;
    return Promise.resolve();
  }

  pause(): void {
    this.paused = true;
  }

  removeAttribute(): void {
    this.src = "";
  }

  tell(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}

const TAPE = layTape([], 22_050);
const OTHER = layTape([], 22_050);

let audio: FakeAudio;
let clock: FakeClock;
let sound: Sound;
let heard: (number | string)[];
/** When the listener wants to be told next. */
let next: number;

beforeEach(() => {
  audio = new FakeAudio();
  clock = new FakeClock();
  heard = [];
  next = Infinity;
  sound = createSound(audio as unknown as HTMLAudioElement, clock, {
    at(seconds) {
      heard.push(seconds);
      return next;
    },
    ended: () => heard.push("ended"),
    failed: (reason) => heard.push(reason),
  });
});

function play(from = 0): void {
  sound.play(TAPE, from, 1);
  audio.tell("playing");
}

it("keeps the pitch, whatever the rate, also of the next recording", () => {
  sound.play(TAPE, 0, 2);
  expect(audio).toMatchObject({ preservesPitch: true, playbackRate: 2, defaultPlaybackRate: 2 });
});

it("looks at the clock when it was asked to, sooner at a higher rate", async () => {
  next = 1;
  sound.play(TAPE, 0, 2);
  audio.tell("playing");
  expect(heard).toEqual([0]);
  await clock.advance(490);
  expect(heard).toEqual([0]);
  audio.currentTime = 1;
  next = Infinity;
  await clock.advance(20);
  expect(heard).toEqual([0, 1]);
});

it("is told the time by the element where timers are held up", () => {
  next = 0.8;
  play();
  clock.holdUp(700);
  audio.currentTime = 0.7;
  audio.tell("timeupdate");
  expect(heard, "nothing is due yet").toEqual([0]);
  clock.holdUp(300);
  audio.currentTime = 1;
  audio.tell("timeupdate");
  expect(heard).toEqual([0, 1]);
});

it("says nothing of a place before it has been jumped to", () => {
  play();
  audio.seeking = true;
  sound.play(TAPE, 5, 1);
  audio.tell("timeupdate");
  expect(heard).toEqual([0]);
  audio.seeking = false;
  audio.tell("seeked");
  expect(heard).toEqual([0, 5]);
});

it("does not load the same recording again, and lets go of the one before", () => {
  play();
  play(3);
  expect(new Set(audio.plays).size).toBe(1);
  sound.play(OTHER, 0, 1);
  expect(new Set(audio.plays).size).toBe(2);
});

it("learns how long it takes until a recording is heard", async () => {
  const { delay } = sound;
  sound.play(TAPE, 0, 1);
  await clock.advance(500);
  audio.tell("playing");
  expect(sound.delay).toBeGreaterThan(delay + 100);
});

it("ends once", () => {
  play();
  audio.ended = true;
  audio.tell("pause"); // as browsers do at the end
  audio.tell("ended");
  audio.tell("timeupdate");
  expect(heard).toEqual([0, "ended"]);
});

describe("what goes wrong", () => {
  it("a browser that wants a press first", async () => {
    audio.refuses = "NotAllowedError";
    sound.play(TAPE, 0, 1);
    await clock.advance(0);
    expect(heard).toEqual(["blocked"]);
  });

  it("a recording that cannot be played", async () => {
    audio.refuses = "NotSupportedError";
    sound.play(TAPE, 0, 1);
    await clock.advance(0);
    expect(heard).toEqual(["failed"]);
    audio.refuses = undefined;
    play();
    audio.tell("error");
    expect(heard).toEqual(["failed", 0, "failed"]);
  });

  it.each(["error while it plays", "error while it rests", "play that is refused", "never being heard"])(
    "and loads the same recording anew at the next try, after an %s",
    async (fault) => {
      if (fault === "play that is refused") audio.refuses = "NotSupportedError";
      sound.play(TAPE, 0, 1);
      if (fault === "error while it rests") sound.pause();
      if (fault.startsWith("error")) audio.tell("error");
      await clock.advance(fault === "never being heard" ? 9000 : 0);
      audio.refuses = undefined;
      play(3);
      expect(new Set(audio.plays).size).toBe(2);
      expect(heard.at(-1)).toBe(3);
    },
  );

  it("but not after what is no fault of the element", async () => {
    audio.refuses = "NotAllowedError";
    sound.play(TAPE, 0, 1);
    await clock.advance(0);
    audio.refuses = undefined;
    play();
    audio.pause();
    audio.tell("pause");
    play();
    expect(new Set(audio.plays).size).toBe(1);
  });

  it("a recording that another has replaced is no failure", async () => {
    audio.refuses = "AbortError";
    sound.play(TAPE, 0, 1);
    await clock.advance(0);
    expect(heard).toEqual([]);
  });

  it("a system that pauses it: once, and it does not go on by itself", () => {
    play();
    audio.pause();
    audio.tell("pause");
    audio.tell("timeupdate");
    expect(heard).toEqual([0, "paused"]);
  });

  it("but not a pause of our own, whose event comes late", () => {
    play();
    sound.pause();
    audio.tell("pause");
    play(2);
    audio.tell("pause");
    expect(heard).toEqual([0, 2]);
  });

  it("never being heard", async () => {
    sound.play(TAPE, 0, 1);
    await clock.advance(9000);
    expect(heard).toEqual(["silent"]);
  });

  it("standing still", async () => {
    play();
    for (let second = 1; second <= 10; second++) {
      audio.currentTime = second;
      await clock.advance(1000);
    }
    expect(heard).not.toContain("silent");
    await clock.advance(17_000);
    expect(heard.at(-1)).toBe("silent");
  });
});

describe("unlocking", () => {
  it("plays a moment of silence within the press, once", () => {
    sound.unlock();
    sound.unlock();
    expect(audio.plays).toHaveLength(1);
    audio.tell("playing");
    audio.tell("ended");
    expect(heard).toEqual([]);
  });

  it("is not needed any more where something has been played", () => {
    play();
    sound.unlock();
    expect(audio.plays).toHaveLength(1);
  });
});
