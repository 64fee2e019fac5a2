/** The browser's own names, of which it may lack some. */
import { expect, it } from "vitest";
import { voiceLanguage } from "./voice-language.ts";

it.each([
  ["en-029", "English (Caribbean)"],
  ["es-419", "Spanish (Latin America)"],
  ["en-GB", "English (United Kingdom)"],
  ["fr", "French"],
])("calls %s %s", (tag, name) => expect(voiceLanguage(tag)).toBe(name));
