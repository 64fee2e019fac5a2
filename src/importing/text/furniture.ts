import type { Block, RelatedLink } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { bare } from "./tail-cues.ts";

const words = (list: string) => new Set(list.normalize("NFC").split("|"));

/** Notices and buttons that stand between the paragraphs of a page and come along when it is copied. In lower case; each is all of its line. */
const NOTICES = words(
  "story continues below advertisement|article continues below advertisement|article continues after advertisement|" +
    "story continues after advertisement|continue reading the main story|scroll to continue|skip to main content|skip to content|skip advertisement|skip ad|" +
    "listen to this article|listen to article|listen to this story|listen to the article|listen to this post|share this|share this article|" +
    "share this story|share this post|share article|share on facebook|share on x|share on twitter|share on linkedin|share on whatsapp|share full article|" +
    "link copied|save article|save this article|save for later|print this article|print article|email this article|" +
    "gift this article|toggle caption|hide caption|" +
    "artikel anhören|artikel teilen|artikel merken|artikel drucken|zum inhalt springen|zum hauptinhalt springen|" +
    "écouter l'article|écouter cet article|partager l'article|partager cet article|aller au contenu|aller au contenu principal|" +
    "escuchar artículo|escuchar el artículo|escucha este artículo|saltar al contenido|ir al contenido|ir al contenido principal|" +
    "ascolta l'articolo|ascolta questo articolo|vai al contenuto|" +
    "ouvir artigo|ouça este artigo|ouvir notícia|ir para o conteúdo|pular para o conteúdo|" +
    "luister naar dit artikel|deel dit artikel|naar hoofdinhoud|この記事をシェア|本文へスキップ|跳至内容|跳到主要內容|收听本文",
);

/** They are as well what a text can be about. */
const ADVERTISEMENTS = words(
  "advertisement|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonse|mainos|reklama|реклама|reklam|" +
    "広告|广告|廣告|광고|إعلان|פרסומת",
);

/** And these what a part of it, such as of a manual, is about. */
const BUTTONS = words(
  "share|tweet|copy link|save|print|sign in|log in|login|" +
    "anhören|vorlesen|teilen|merken|drucken|link kopieren|anmelden|partager|enregistrer|imprimer|copier le lien|se connecter|" +
    "compartir|guardar|copiar enlace|iniciar sesión|condividi|salva|stampa|copia link|accedi|compartilhar|partilhar|salvar|copiar link|" +
    "delen|bewaren|opslaan|kopieer link|inloggen|logga in|udostępnij|zaloguj się|" +
    "поделиться|сохранить|распечатать|войти|слушать|поділитися|зберегти|роздрукувати|" +
    "シェア|シェアする|保存する|印刷する|ログイン|分享|分享到|打印|列印|登录|登入|공유|공유하기|인쇄|로그인|شارك|مشاركة|طباعة|שתפו|הדפסה",
);

const READING_TIME =
  /^(?:\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения)|\d+ ?分で読めます)$/u;

/** Whether a line, or each of several, reads as furniture of a page does. A sentence is none. */
export function isFurniture(text: string): boolean {
  return text.split("\n").every((line) => {
    if (line.length > 60 || /[.!?。！？؟]$/u.test(line)) return false;
    const said = bare(line);
    return NOTICES.has(said) || ADVERTISEMENTS.has(said) || BUTTONS.has(said) || READING_TIME.test(said);
  });
}

/** A text in its place among others. `isLine`: it can be furniture, as a heading or a list can not. */
export interface Piece {
  text: string;
  isLine: boolean;
}

/**
 * Which of the pieces of a text, without what stands over it, are furniture of its page: notices, and words on buttons where several stand together or
 * one comes again. A word alone over what speaks of it is a heading, and so is one that comes once.
 */
export function furnitureIn(pieces: readonly Piece[]): boolean[] {
  const likely = pieces.map(({ text, isLine }) => isLine && isFurniture(text));
  if (!likely.includes(true)) return likely;
  const times = new Map<string, number>();
  for (const [i, { text }] of pieces.entries())
    if (likely[i]) for (const line of text.split("\n")) times.set(bare(line), (times.get(bare(line)) ?? 0) + 1);
  const texts = pieces.map(({ text }) => text);
  const labels = labelsIn(texts);
  const isText = (i: number) => {
    const said = bare(texts[i]!);
    const next = texts[i + 1];
    if (likely[i - 1] || likely[i + 1] || next === undefined || !isWord(said)) return false;
    // Over another heading it is none.
    if (pieces[i + 1]!.isLine && speaksOf(next, said)) return true;
    if (times.get(said)! > 1) return false;
    if (ADVERTISEMENTS.has(said)) return texts.some((text, at) => at !== i && speaksOf(text, said));
    return i > 0 || labels.size > 1;
  };
  return likely.map((one, i) => one && !isText(i));
}

/** Whether a line that reads as furniture, at the top of a text or under its title, is a heading for the lines under it. */
export function isLabel(line: string, under: readonly string[]): boolean {
  const said = bare(line);
  const first = under.findIndex((one) => one.trim() !== "");
  if (NOTICES.has(said) || READING_TIME.test(said) || said.includes("\n")) return false;
  if (first < 0 || isFurniture(under[first]!)) return false;
  const end = under.findIndex((one, i) => i > first && one.trim() === "");
  if (speaksOf(under.slice(first, end < 0 ? undefined : end).join("\n"), said)) return true;
  const labels = labelsIn([line, "", ...under.filter((one) => one.trim() !== "")]);
  return labels.size > 1 && labels.has(said);
}

const isWord = (said: string) => ADVERTISEMENTS.has(said) || BUTTONS.has(said);

/** The words on buttons that each stand over a text, and once. */
function labelsIn(texts: readonly string[]): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const [i, text] of texts.entries()) {
    const said = text.length > 60 ? "" : bare(text);
    if (!BUTTONS.has(said)) continue;
    const around = [texts[i - 1], texts[i + 1]];
    const isAlone = i + 1 < texts.length && !around.some((one) => one !== undefined && isFurniture(one));
    if (!isAlone || once.has(said)) again.add(said);
    once.add(said);
  }
  return new Set([...once].filter((said) => !again.has(said)));
}

/** Whether a text has the word, in any of its forms: its first letters, at the beginning of a word where words are parted. */
function speaksOf(text: string, word: string): boolean {
  const stem = word.slice(0, Math.max(5, word.length - 2)).trim();
  const said = text.toLowerCase();
  for (let at = said.indexOf(stem); at >= 0; at = said.indexOf(stem, at + 1))
    if (at === 0 || !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(said[at - 1]!)) return true;
  return false;
}

function pieceOf(block: Block): Piece {
  const isLine = block.type === "paragraph";
  return { text: isLine || block.type === "heading" ? textOf(block.content) : "", isLine };
}

/** What of a page's furniture stands in paragraphs of its own, apart from the text and each line once. Where there is nothing else it is the text. */
export function splitFurniture(blocks: readonly Block[]): { blocks: Block[]; apart: RelatedLink[] } {
  const pieces = blocks.map(pieceOf);
  const isApart = furnitureIn(pieces);
  if (!isApart.includes(false)) return { blocks: [...blocks], apart: [] };
  return { blocks: blocks.filter((_, i) => !isApart[i]), apart: titlesOf(pieces.filter((_, i) => isApart[i])) };
}

/** The same of what stands in front of all else. It is taken out of the blocks. */
export function takeLeadingFurniture(blocks: Block[]): RelatedLink[] {
  const pieces = blocks.map(pieceOf);
  const start = pieces.findIndex(({ text, isLine }) => !isLine || !isFurniture(text));
  const under = pieces.slice(start).flatMap(({ text }) => [text, ""]);
  if (start < 1 || (start === 1 && isLabel(pieces[0]!.text, under))) return [];
  blocks.splice(0, start);
  return titlesOf(pieces.slice(0, start));
}

function titlesOf(pieces: readonly Piece[]): RelatedLink[] {
  const lines = pieces.flatMap(({ text }) => text.split("\n"));
  return [...new Map(lines.map((title) => [bare(title), { title }])).values()];
}
