import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["The tides of June", "The tides of June"],
    ["Où va la mer ?", "Où va la mer"],
    ["AC/DC: why? <3", "AC DC why 3"],
    ["../../etc/passwd", "etc passwd"],
    ["...", ""],
    ["con", "c_on"],
    ["COM1.txt", "C_OM1.txt"],
    ["Contents", "Contents"],
    ["cod.\u202Eexe", "cod. exe"],
    ["日本語のタイトル", "日本語のタイトル"],
    ["One\nline", "One line"],
  ])("of “%s” is “%s”", (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });

  it("ends between characters where the title is longer than a name can be", () => {
    const name = fileNameOf("👩‍👩‍👧‍👦".repeat(40));
    expect(name).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  });

  it("is one that every system takes, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
        const name = fileNameOf(title);
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*\u202a-\u202e]|^[\s.]|[\s.]$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(201);
        expect(fileNameOf(name)).toBe(name);
      }),
    );
  });
});
