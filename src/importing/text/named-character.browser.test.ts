import { expect, test } from "vitest";
import { decodeNamedCharacterReference } from "./named-character.ts";

test.each<[string, string | false]>([
  ["amp", "&"],
  ["lt", "<"],
  ["nbsp", "\u00a0"],
  ["Tab", "\t"],
  ["NewLine", "\n"],
  ["semi", ";"],
  ["notin", "∉"],
  ["NotEqualTilde", "≂\u0338"],
  ["nothing", false],
  ["AMPERSAND", false],
  ["harbour", false],
])("the name %s", (name, characters) => {
  expect(decodeNamedCharacterReference(name)).toBe(characters);
  expect(decodeNamedCharacterReference(name), "and again").toBe(characters);
});
