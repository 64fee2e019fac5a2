import { cut } from "../blocks/elements.ts";

const BEGINNING =
  /^(?:(?:written|posted|published|words|story|text|article|opinion|review|report(?:ed)?|interview)\s+)?(?:by|von|par|por|door|av|af|di|de|przez|автор|作者|文)\s*[:：/]?\s+|^(?:author|autor|auteur|autore|автор|作者|文|著者)\s*[:：/／]\s*/i;
const MONTHS =
  "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic";
/** From where a byline speaks of time, place or work instead of people. */
const ENDING = new RegExp(
  String.raw`\s*(?:[|·•–—]|\s-\s|,?\s*\b(?:on|am|le|el|il)\s+(?=\d)).*$|,?\s*(?:(?:published|updated|posted|last modified)\b.*|\b(?:${MONTHS})[a-zé]*\.?\s+\d{1,2}\b.*|\d{1,2}\.?\s+(?:${MONTHS}).*|\d{4}[-/.年]\d{1,2}.*|\d+\s*min(?:ute)?s?\b.*|(?:senior|staff|chief|contributing)\s+(?:writer|reporter|editor|correspondent).*)$`,
  "i",
);

/** Who wrote it, as names alone: without “By”, dates, addresses and reading times. Undefined where no name is left. */
export function cleanByline(said: string | undefined, site: string | undefined): string | undefined {
  if (!said) return undefined;
  const line = cut(said, 300)
    .replace(BEGINNING, "")
    .replace(/\S+@\S+|https?:\/\/\S+/g, "")
    .replace(ENDING, "")
    .replace(/^[\s,;:|@]+|[\s,;:|]+$/g, "");
  if (line.length < 2 || line.length > 120 || !/\p{L}/u.test(line)) return undefined;
  if (/^(?:admin(?:istrator)?|author|editor|staff|guest|user|unknown|anonymous|null|undefined)$/i.test(line))
    return undefined;
  return site && line.toLowerCase() === site.toLowerCase() ? undefined : line;
}
