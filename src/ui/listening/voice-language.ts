import { words as appWords } from "../words.ts";
import { listeningWords } from "./words.ts";

/** One for all: a list can have hundreds of tags, and making what names them takes longer than naming. */
let names: Intl.DisplayNames | undefined;

/**
 * The language of a voice and where it is spoken so, "en-029" as "English (Caribbean)", in the language of the app: also where the browser has a number
 * for that. The tag itself where it has no name.
 */
export function voiceLanguage(tag: string): string {
  names ??= new Intl.DisplayNames([appWords.lang], { type: "language", languageDisplay: "standard" });
  try {
    const name = names.of(tag) || tag;
    const [region] = /(?<=-)\d{3}$/.exec(tag) ?? [];
    if (!region || !name.includes(region)) return name;
    const known = listeningWords.regions[region];
    return known ? name.replace(region, known) : names.of(tag.slice(0, -4)) || tag;
  } catch {
    return tag;
  }
}
