import { describe, expect, it } from "vitest";
import { turnOfKey, turnOfSwipe, turnOfTap } from "./page-turns.ts";

const LTR = { onIsLeft: false };
const RTL = { onIsLeft: true };
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

describe("a key turns", () => {
  it.each([
    ["PageDown", "on"],
    ["PageUp", "back"],
    [" ", "on"],
    ["Home", "start"],
    ["End", "end"],
  ] as const)("%s: %s, whichever way the text runs", (key, turn) => {
    expect(turnOfKey(press(key), LTR)).toBe(turn);
    expect(turnOfKey(press(key), RTL)).toBe(turn);
  });

  it("the way it points", () => {
    expect(turnOfKey(press("ArrowRight"), LTR)).toBe("on");
    expect(turnOfKey(press("ArrowLeft"), LTR)).toBe("back");
    expect(turnOfKey(press("ArrowRight"), RTL)).toBe("back");
    expect(turnOfKey(press("ArrowLeft"), RTL)).toBe("on");
  });

  it("back, where Shift is held with the space bar, and nothing with other keys: they select", () => {
    expect(turnOfKey(press(" ", true), LTR)).toBe("back");
    for (const key of ["ArrowRight", "ArrowLeft", "PageDown", "End"])
      expect(turnOfKey(press(key, true), LTR)).toBe(undefined);
  });

  it("nothing, where it is a letter or moves a line", () => {
    for (const key of ["a", "j", "Enter", "Escape", "ArrowUp", "ArrowDown"])
      expect(turnOfKey(press(key), LTR)).toBe(undefined);
  });
});

describe("a tap turns", () => {
  it("at either third, and not in the middle", () => {
    expect([10, 99, 101, 150, 199, 201, 290].map((x) => turnOfTap(x, 300, LTR))).toEqual([
      "back",
      "back",
      undefined,
      undefined,
      undefined,
      "on",
      "on",
    ]);
    expect([10, 150, 290].map((x) => turnOfTap(x, 300, RTL))).toEqual(["on", undefined, "back"]);
  });
});

describe("a swipe turns", () => {
  it("to the page that it pulls in", () => {
    expect(turnOfSwipe(-80, 10, 200, LTR)).toBe("on");
    expect(turnOfSwipe(80, 10, 200, LTR)).toBe("back");
    expect(turnOfSwipe(80, 10, 200, RTL)).toBe("on");
    expect(turnOfSwipe(-80, 10, 200, RTL)).toBe("back");
  });

  it("nothing, where it is short, slow or more up than across", () => {
    expect(turnOfSwipe(-20, 0, 200, LTR)).toBe(undefined);
    expect(turnOfSwipe(-80, 0, 2000, LTR)).toBe(undefined);
    expect(turnOfSwipe(-80, 70, 200, LTR)).toBe(undefined);
  });
});
