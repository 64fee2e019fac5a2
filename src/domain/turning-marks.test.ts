import { expect, it } from "vitest";
import { withoutTurning } from "./turning-marks.ts";

it("a title keeps its letters and its marks, and turns nothing that follows it", () => {
  expect(withoutTurning("The \u202etides\u202c of \u2067June\u2069")).toBe("The tides of June");
  expect(withoutTurning("\u202a\u202b\u202d\u2066\u2068")).toBe("");
  expect(withoutTurning("גאות C++\u200e ושפל\u200f")).toBe("גאות C++\u200e ושפל\u200f");
});
