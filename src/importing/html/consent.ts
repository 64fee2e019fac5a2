import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { weightOfText } from "./extraction/readability.ts";

/** Longer texts that speak of cookies are about them, in Latin letters. */
const MOST = 3000;

const WORDS =
  /\bcookies?\b|\bconsent|accept all|reject all|\bprivacy\b|\bpartners\b|personali[sz]ed|datenschutz|einwillig|zustimm|confidentialité|consentement|partenaires|privacidad|consentimiento|\bacept|\baccett|toestemming|クッキー|同意|プライバシー|隐私|隱私/giu;

/** “Before you continue to …”, “We value your privacy”. */
const TITLE =
  /^(?:before you continue|we (?:value|respect|care about) your privacy|your privacy|cookies?\b.{0,30}(?:settings|preferences|consent)|bevor sie (?:fortfahren|zu)|avant (?:d[’']accéder|de continuer)|antes de (?:ir|continuar)|prima di continuare|voordat je verdergaat|続行する前に)/iu;

/** Whether a text is a page that asks for consent before it shows the article. */
export function asksForConsent(title: string, blocks: readonly Block[]): boolean {
  const text = leavesOf({ blocks: [...blocks] })
    .map((leaf) => leaf.text)
    .join(" ");
  const weight = weightOfText(text);
  if (weight > MOST) return false;
  const found = text.match(WORDS) ?? [];
  const kinds = new Set(found.map((word) => word.toLowerCase())).size;
  return TITLE.test(title) ? found.length > 1 : kinds > 2 && found.length * 120 > weight;
}
