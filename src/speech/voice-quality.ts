/**
 * How good a voice sounds, guessed from its name and address: platforms do not say. The names come from what Apple, Microsoft,
 * Google and the free synthesisers ship; https://github.com/readium/speech keeps the fullest list of them.
 */

/** Apple's sound effects, in the languages in which their names are translated. */
const NOVELTIES = new Set(
  (
    "albert|bad news|mauvaises nouvelles|malas noticias|brutte notizie|bahh|bells|cloches|campanas|campane|boing|bubbles|bulles|" +
    "burbujas|bollicine|cellos|violoncelles|violonchelos|violoncelli|deranged|good news|bonnes nouvelles|buenas noticias|" +
    "buone notizie|hysterical|jester|bouffon|bufón|giullare|organ|pipe organ|orgue|órgano|organo|superstar|superestrella|" +
    "trinoids|trinoïdes|whisper|murmure|susurro|sussurro|wobble|zarvox"
  ).split("|"),
);
const NOVELTY_URI =
  /com\.apple\.speech\.synthesis\.voice\.(Albert|BadNews|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|GoodNews|Hysterical|Organ|Princess|Trinoids|Whisper|Zarvox)/;
/** espeak's variants ("English (America)+croak espeak-ng"): a hundred for each language, through speech-dispatcher. */
const ESPEAK_VARIANT = /\+.*espeak/i;
/** The same in Firefox, which leaves the synthesiser's name out. */
const SPEECHD_VARIANT_URI = /^urn:moz-tts:speechd:[^?]*\+/;

/** Eloquence and Apple's oldest voices: clear at any speed, and robotic. */
const ROBOTIC = new Set("eddy|flo|fred|grandma|grandpa|jacques|junior|kathy|ralph|reed|rocko|sandy|shelley".split("|"));
const ROBOTIC_WORD = /espeak|eloquence|festival|flite|\bpico\b/i;

/** Apple writes these words in the language of the system, and in French the better edition is what elsewhere is the best. */
const ENHANCED = anyOf(
  "enhanced|محسن|millorada|vylepšen|forbedret|erweitert|βελτιωμένη|mejorad|parannettu|am[ée]lior|משופר|बेहतर|poboljšani|továbbfejlesztett|" +
    "ditingkatkan|ottimizzata|migliorat|拡張|고품질|향상|dipertingkat|verbeterd|rozszerzony|melhorad|aprimorad|îmbunătățit|улучшенный|" +
    "izboljšan|förbättrad|geliştirilmiş|вдосконалений|nâng cao|增强|優化|优化|增強",
);
const PREMIUM = anyOf(
  "premium|استثنائي|prèmium|prémium|prémiový|høj kvalitet|υψηλής ποιότητας|hochwertig|korkealaatuinen|de qualité|פרימיום|प्रीमियम|vrhunski|" +
    "プレミアム|프리미엄|고급|высшее качество|prvovrsten|คุณภาพสูง|yüksek kaliteli|високої якості|cao cấp|高音质|高音質",
);

function anyOf(words: string): RegExp {
  return new RegExp(words.normalize("NFC"), "iu");
}

/** Which edition of a voice it is, as its name or address tells: 0 the plain one, 1 a better, 2 the best. */
export function editionOf({ name, uri }: { name: string; uri: string }): number {
  const both = `${name} ${uri}`.normalize("NFC");
  if (PREMIUM.test(both)) return 2;
  return ENHANCED.test(both) ? 1 : 0;
}

export function qualityOf(voice: { name: string; voiceURI: string }): number {
  const { name, voiceURI } = voice;
  const bare = name
    .replace(/\s*\(.*$/, "")
    .normalize("NFC")
    .toLowerCase();
  if (NOVELTIES.has(bare) || NOVELTY_URI.test(voiceURI)) return 0;
  if (ESPEAK_VARIANT.test(name) || SPEECHD_VARIANT_URI.test(voiceURI)) return 0;
  if (ROBOTIC.has(bare) || ROBOTIC_WORD.test(name) || ROBOTIC_WORD.test(voiceURI)) return 1;
  const edition = editionOf({ name, uri: voiceURI });
  if (/natural|neural|\bsiri\b/i.test(`${name} ${voiceURI}`) || edition === 2) return 4;
  if (/^Google |\bonline\b|piper/i.test(name) || edition === 1) return 3;
  return 2;
}

/** The name without what only tells the quality or the edition: the same for the two forms in which one voice is installed. */
export function nameOfSpeaker(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s*\(([^()]*)\)/g, (all, inside: string) => (ENHANCED.test(inside) || PREMIUM.test(inside) ? "" : all))
    .replace(/ desktop\b/, "")
    .trim();
}
