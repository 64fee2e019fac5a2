/** Language tags as platforms write them, made into BCP 47, and which languages can stand for which. */

/**
 * The tag in canonical BCP 47, as language, script and region; empty for what names no language. Repairs what platforms
 * send: `en_US` and `zh_CN_#Hans` (Chrome on Android), `eng-US-f000` (Firefox on Android), `cmn` for Mandarin (speech-dispatcher),
 * `iw` for Hebrew, `en-GB-X-RP` and `en-GB-SCOTLAND` (espeak; what follows the region says how, not which language).
 */
export function repairTag(tag: string): string {
  const [language = "", ...rest] = tag.trim().replaceAll("#", "").split(/[-_]+/);
  if (!/^[a-z]{2,3}$/i.test(language)) return "";
  let script = "";
  let region = "";
  for (const part of rest) {
    if (part.length === 1) break;
    if (!script && /^[a-z]{4}$/i.test(part)) script = part;
    else if (!region && /^([a-z]{2}|\d{3})$/i.test(part)) region = part;
  }
  try {
    const canonical = Intl.getCanonicalLocales([language, script, region].filter(Boolean).join("-"))[0] ?? "";
    return canonical.startsWith("und") ? "" : canonical;
  } catch {
    return "";
  }
}

/**
 * The spoken language that a repaired tag means, as a key: `en` for `en-GB`. `nb` is what `no` means in writing; voices
 * tagged `zh-HK` or `zh-MO` speak Cantonese, so their language is `yue`. Empty for an empty tag.
 */
export function spokenLanguage(tag: string): string {
  if (/^zh(-\w{4})?-(HK|MO)$/.test(tag)) return "yue";
  const language = tag.split("-", 1)[0]!;
  return language === "nb" ? "no" : language;
}

/**
 * The spoken languages that text with this tag can be read in, best first. More than one only where readers expect it: text
 * written in Hong Kong reads in Mandarin too, and Nynorsk is read by Bokmål voices.
 */
export function readableIn(tag: string): readonly string[] {
  const language = spokenLanguage(tag);
  if (language === "yue" && tag.startsWith("zh")) return ["yue", "zh"];
  if (language === "nn") return ["nn", "no"];
  return language ? [language] : [];
}

/**
 * Script and region of a repaired tag, with the likely ones filled in where it leaves them out (CLDR's likely subtags). The two ways
 * of writing Chinese count as one script: a voice reads either.
 */
export function likely(tag: string): { script: string; region: string } {
  if (!tag) return { script: "", region: "" };
  const { script = "", region = "" } = new Intl.Locale(tag).maximize();
  return { script: script.replace(/^Han[st]$/, "Hani"), region };
}
