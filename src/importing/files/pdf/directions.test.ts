import { describe, expect, it } from "vitest";
import { withMarks } from "./directions.ts";
import type { Run } from "./page.ts";

const LOOK = { bold: false, italic: false, mono: false };
const run = (text: string, x: number, rtl = true): Run => ({ text, x, y: 100, width: 6, size: 10, look: LOOK, rtl });
const textsOf = (runs: Run[]) => withMarks(runs).map(({ text }) => text);

describe("vowel signs that a file places one by one", () => {
  it("are joined to the letter drawn before them, and several to one", () => {
    const runs = [run("ب", 50), run("\u064E", 52), run("\u0651", 52), run("ت", 44), run("\u0650", 45)];
    expect(textsOf(runs)).toEqual(["ب\u064E\u0651", "ت\u0650"]);
  });

  it("are joined to the letter after them where letters are drawn from the left", () => {
    expect(textsOf([run("ب", 44), run("\u064E", 50), run("ت", 50)])).toEqual(["ب", "ت\u064E"]);
  });

  it("stay by themselves far from any letter, and where letters run from the left", () => {
    expect(textsOf([run("ب", 50), run("\u064E", 200)])).toEqual(["ب", "\u064E"]);
    expect(textsOf([run("a", 50, false), run("\u0301", 50)])).toEqual(["a", "\u0301"]);
  });

  // To look for its letter from each of them takes many minutes.
  it("are joined in time that grows with their number", () => {
    const signs = Array.from({ length: 150_000 }, () => run("\u064E", 200));
    expect(withMarks([run("ب", 50), ...signs, run("ت", 300)])).toHaveLength(150_002);
    const near = Array.from({ length: 400_000 }, (_, i) => run(i % 2 ? "\u064E" : "\u0650", 50));
    expect(withMarks([run("ب", 50), ...near])).toHaveLength(1);
  });
});
