/**
 * All voices there are, in order and to be searched: by language, the text's own first, and within one the best first. The list can hold
 * 13,000, so what is costly (names of languages, ranks) is made once for each language tag, and searching walks the list once.
 */
import type { Voice } from "./engine.ts";
import { readableIn, repairTag, spokenLanguage } from "./language-tags.ts";
import { type GuideOf, ranking } from "./voices.ts";

export interface CatalogueOptions {
  voices: readonly Voice[];
  /** Of the text to be read: its voices come first. */
  lang: string;
  /** What the reader reads, best first: these come next. */
  languages: readonly string[];
  /** Leaves out voices that need a network. */
  offlineOnly: boolean;
  guideOf: GuideOf;
  /** A language tag in the language of the app, and perhaps in its own: what readers search by. */
  nameOf(tag: string): string;
}

export interface VoiceWishes {
  /** Words that all have to be in a voice's name, language or region; case and accents do not matter. */
  search: string;
  /** Sound effects and the hundred variants of robotic voices too. */
  all: boolean;
  /** No more than so many, from the first on. */
  limit: number;
}

export interface VoiceGroup {
  /** The key of its language (`spokenLanguage`). */
  language: string;
  voices: readonly Voice[];
}

export interface FoundVoices {
  /** Up to the limit. */
  groups: readonly VoiceGroup[];
  /** How many there are without the limit. */
  count: number;
  /** How many more there would be with `all`. */
  hidden: number;
}

export interface VoiceCatalogue {
  find(wishes: VoiceWishes): FoundVoices;
}

interface Entry {
  voice: Voice;
  language: string;
  /** What is searched, folded. */
  text: string;
  rank: number;
}

export function createVoiceCatalogue(options: CatalogueOptions): VoiceCatalogue {
  let entries: readonly Entry[] | undefined;
  return {
    find({ search, all, limit }) {
      entries ??= entriesOf(options);
      const terms = fold(search).split(/\s+/).filter(Boolean);
      const groups: { language: string; voices: Voice[] }[] = [];
      let count = 0;
      let hidden = 0;
      for (const { voice, language, text } of entries) {
        if (!terms.every((term) => text.includes(term))) continue;
        if (voice.quality === 0 && !all) hidden++;
        else if (count++ < limit) {
          if (groups.at(-1)?.language !== language) groups.push({ language, voices: [] });
          groups.at(-1)!.voices.push(voice);
        }
      }
      return { groups, count, hidden };
    },
  };
}

/** In the order in which they are shown. */
function entriesOf({ voices, lang, languages, offlineOnly, guideOf, nameOf }: CatalogueOptions): Entry[] {
  const first = new Map<string, number>();
  for (const tag of [...readableIn(repairTag(lang)), ...languages.map((tag) => spokenLanguage(repairTag(tag)))])
    if (tag && !first.has(tag)) first.set(tag, first.size);
  const languageOf = once(spokenLanguage);
  const textOf = once((tag) => `${fold(nameOf(tag))} ${fold(ownName(tag))} ${tag.toLowerCase()}`);
  const own = readableIn(repairTag(lang));
  const rankIn = once((language) => ranking(own.includes(language) ? lang : language, languages));
  const names = once((language) => nameOf(language));
  const groups = new Map<string, Entry[]>();
  for (const listed of voices) {
    if (!listed.offline && offlineOnly) continue;
    const language = languageOf(listed.lang);
    const voice = guideOf(language)?.know(listed) ?? listed;
    const { name, known } = voice;
    const text = `${fold(known?.label ? `${known.label} ${name}` : name)} ${textOf(voice.lang)}`;
    // Robots come after what sounds like somebody, and jokes after those.
    const rank = rankIn(language)(voice) + Math.min(voice.quality, 2) * 1e6;
    const group = groups.get(language);
    if (group) group.push({ voice, language, text, rank });
    else groups.set(language, [{ voice, language, text, rank }]);
  }
  const collator = new Intl.Collator();
  const place = (language: string) => first.get(language) ?? Infinity;
  return [...groups]
    .sort(([a], [b]) => (place(a) === place(b) ? collator.compare(names(a), names(b)) : place(a) - place(b)))
    .flatMap(([, group]) => group.sort((a, b) => b.rank - a.rank));
}

/** "Deutsch" of "de-AT"; nothing where the browser knows no name. */
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(spokenLanguage(tag)) ?? "";
  } catch {
    return "";
  }
}

/** Remembers what it was asked. */
function once<T>(make: (of: string) => T): (of: string) => T {
  const made = new Map<string, T>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const fresh = make(of);
    made.set(of, fresh);
    return fresh;
  };
}

/** Without case and accents. */
function fold(text: string): string {
  // Most names are plain letters, and need no taking apart.
  const lower = text.toLowerCase();
  return /^[\u0020-\u007e]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "");
}
