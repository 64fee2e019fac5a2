import { describe, expect, it } from "vitest";
import type { TableCell } from "./article.ts";
import { tieHeaders } from "./table-headers.ts";

const head = (text: string, rest: Partial<TableCell> = {}): TableCell => ({
  content: [{ text }],
  header: true,
  ...rest,
});
const cell = (text: string, rest: Partial<TableCell> = {}): TableCell => ({ content: [{ text }], ...rest });

/** For each cell its text and those of its heads. */
function heads(rows: TableCell[][]): string[] {
  const text = ({ content: [run] }: TableCell) => (run && "text" in run ? run.text : "");
  const tied = tieHeaders(rows).flat();
  return tied.map((one) => `${text(one)}: ${(one.headers ?? []).map((place) => text(tied[place]!)).join(" ")}`);
}

describe("the heads of a cell", () => {
  it("are those above and before it, through every span", () => {
    expect(
      heads([
        [head("Port", { rowSpan: 2 }), head("High", { colSpan: 2 })],
        [head("Time"), head("Height")],
        [head("Dover", { rowSpan: 2 }), cell("1:00"), cell("6 m")],
        [cell("13:00"), cell("7 m")],
        [head("Leith"), cell("none", { colSpan: 2 })],
      ]),
    ).toEqual([
      "Port: ",
      "High: ",
      "Time: High",
      "Height: High",
      "Dover: Port",
      "1:00: High Time Dover",
      "6 m: High Height Dover",
      "13:00: High Time Dover",
      "7 m: High Height Dover",
      "Leith: Port",
      "none: High Time Height Leith",
    ]);
  });

  it("are left to rows and columns where no head spans any", () => {
    const rows = [[head("Port"), head("Height")], [head("Dover"), cell("6 m", { rowSpan: 2 })], [head("Leith")]];
    expect(tieHeaders(rows)).toEqual(rows);
  });
});
