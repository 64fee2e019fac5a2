/** What there is to say, and who can say it: the article's sentences, with the cast that is to read them. */
import type { Position } from "#domain/position.ts";
import { sourceSpan, type Utterance } from "#domain/utterances.ts";
import type { Cast } from "./cast.ts";
import type { Voice } from "./engine.ts";
import { repairTag, spokenLanguage } from "./language-tags.ts";
import type { Reading } from "./player-api.ts";

export interface Script {
  readonly reading: Reading;
  /** The article's language, repaired. */
  readonly lang: string;
  at(index: number): Utterance | undefined;
  languageOf(index: number): string;
  /**
   * The first sentence from `index` on that can be said, and what stands in the way: languages skipped for want of a voice. Where
   * text in the article's own language has no voice, the search ends there without a voice.
   */
  from(index: number): { index: number; voice: Voice | undefined; skipped: string[] };
  /** Whether somebody speaks its language. Also while nobody is known yet, and where the article's own has no voice: that is told, not left out. */
  isSaid(utterance: Utterance): boolean;
  /** True the first time it is asked of a language. */
  firstMention(lang: string): boolean;
  /** The nearest sentence before `index` that can be said, so that going back does not land on one that is skipped; else `index`. */
  before(index: number): number;
  /** Where in the article an offset into the sentence's spoken text is; past the text, the sentence's end. */
  positionOf(index: number, offset: number): Position | undefined;
  /** The nearest index that exists. */
  clamp(index: number): number;
}

export function createScript(reading: Reading, readerLanguage: string, cast: Cast): Script {
  const { utterances } = reading;
  const lang = repairTag(reading.lang) || repairTag(readerLanguage);
  const mentioned = new Set<string>();
  const at = (index: number) => utterances[index];
  const repaired = new Map<string, string>();
  const languageOf = (index: number) => {
    const tag = at(index)?.lang ?? "";
    let language = repaired.get(tag);
    if (language === undefined) repaired.set(tag, (language = repairTag(tag) || lang));
    return language;
  };
  const isOwn = (language: string) => spokenLanguage(language) === spokenLanguage(lang);
  const voiceOf = (language: string) => (isOwn(language) ? cast.voiceFor(language) : cast.voiceWithin(language));
  // Rows of asterisks and the like; some voices never end with them.
  const hasWords = (index: number) => /[\p{L}\p{N}]/u.test(at(index)?.text ?? "");

  return {
    reading,
    lang,
    at,
    languageOf,
    from(index) {
      const skipped: string[] = [];
      for (; index < utterances.length; index++) {
        if (!hasWords(index)) continue;
        const language = languageOf(index);
        const voice = voiceOf(language);
        if (voice || isOwn(language)) return { index, voice, skipped };
        skipped.push(language);
      }
      return { index, voice: undefined, skipped };
    },
    isSaid(utterance) {
      const language = repairTag(utterance.lang) || lang;
      return isOwn(language) || !cast.ready() || cast.voiceWithin(language) !== undefined;
    },
    firstMention: (language) => !mentioned.has(language) && mentioned.add(language) !== undefined,
    before(index) {
      for (let i = index - 1; i >= 0; i--) if (hasWords(i) && (!cast.ready() || voiceOf(languageOf(i)))) return i;
      return index;
    },
    positionOf(index, offset) {
      const utterance = at(index);
      if (!utterance) return undefined;
      const { block, span, text } = utterance;
      if (offset <= 0) return { block, offset: span.start };
      return { block, offset: sourceSpan(utterance, { start: offset, end: text.length })?.start ?? span.end };
    },
    clamp: (index) => Math.min(Math.max(index, 0), Math.max(utterances.length - 1, 0)),
  };
}
