import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEmscriptenPackage } from "./emscripten-package.ts";

const PACKAGE = "node_modules/@echogarden/espeak-ng-emscripten";
const code = (files: string, size: number) => `x();loadPackage({files:[${files}],remote_package_size:${size}})})();`;
const A = `{filename:"/d/a",start:0,end:3}`;

describe("the list of files that Emscripten has packed", () => {
  it("is read out of the code around it", () => {
    const { size, files } = parseEmscriptenPackage(code(`${A},{filename:"/d/e/b",start:3,end:10}`, 10));
    expect(size).toBe(10);
    expect([...files]).toEqual([
      ["/d/a", { start: 0, end: 3 }],
      ["/d/e/b", { start: 3, end: 10 }],
    ]);
  });

  it.each([
    ["code without one", "loadPackage()", "No list"],
    ["a gap", code(`${A},{filename:"/d/b",start:4,end:10}`, 10), "/d/b is not where"],
    ["an end that is not the package's", code(A, 10), "end at 3"],
  ])("is refused: %s", (_, text, why) => {
    expect(() => parseEmscriptenPackage(text)).toThrow(why);
  });

  it("covers the whole of espeak-ng's data", () => {
    const { size, files } = parseEmscriptenPackage(readFileSync(`${PACKAGE}/espeak-ng.js`, "utf8"));
    expect(size).toBe(readFileSync(`${PACKAGE}/espeak-ng.data`).length);
    expect(files.size).toBeGreaterThan(400);
    expect(files.get("/usr/share/espeak-ng-data/en_dict")).toBeDefined();
  });
});
