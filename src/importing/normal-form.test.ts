import { describe, expect, it } from "vitest";
import { normalForm } from "./normal-form.ts";

describe("the normal form of a text", () => {
  it.each(["é", "ﬁ", "Ǻ"])("is the browser's own: %s", (text) => {
    for (const form of ["NFC", "NFKC"] as const)
      expect(normalForm(text.normalize("NFD"), form)).toBe(text.normalize(form));
  });

  it("is there at once for more marks than any letter has", () => {
    // By itself that takes minutes.
    expect(normalForm(`a${"\u0301\u0316".repeat(400_000)}`, "NFC").length).toBeGreaterThan(700_000);
  });
});
