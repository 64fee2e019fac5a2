import type { Block, RelatedLink } from "#domain/article.ts";
import { textOf } from "#domain/text.ts";
import { bare } from "./tail-cues.ts";

/** Buttons, labels and notices that stand between the paragraphs of a page and come along when it is copied. In lower case; each is all of its line. */
const LINES = new Set(
  (
    "advertisement|story continues below advertisement|article continues below advertisement|article continues after advertisement|" +
    "story continues after advertisement|continue reading the main story|scroll to continue|skip to main content|skip to content|skip advertisement|skip ad|" +
    "listen to this article|listen to article|listen to this story|listen to the article|listen to this post|share|share this|share this article|" +
    "share this story|share this post|share article|share on facebook|share on x|share on twitter|share on linkedin|share on whatsapp|share full article|" +
    "tweet|copy link|link copied|save|save article|save this article|save for later|print|print this article|print article|email this article|" +
    "gift this article|sign in|log in|login|toggle caption|hide caption|" +
    "anzeige|werbung|artikel anhören|anhören|vorlesen|teilen|artikel teilen|merken|artikel merken|drucken|artikel drucken|link kopieren|anmelden|" +
    "zum inhalt springen|zum hauptinhalt springen|" +
    "publicité|écouter l'article|écouter cet article|partager|partager l'article|partager cet article|enregistrer|imprimer|copier le lien|se connecter|" +
    "aller au contenu|aller au contenu principal|" +
    "publicidad|escuchar artículo|escuchar el artículo|escucha este artículo|compartir|guardar|copiar enlace|iniciar sesión|saltar al contenido|" +
    "ir al contenido|ir al contenido principal|" +
    "pubblicità|ascolta l'articolo|ascolta questo articolo|condividi|salva|stampa|copia link|accedi|vai al contenuto|" +
    "publicidade|ouvir artigo|ouça este artigo|ouvir notícia|compartilhar|partilhar|salvar|copiar link|ir para o conteúdo|pular para o conteúdo|" +
    "advertentie|luister naar dit artikel|delen|deel dit artikel|bewaren|opslaan|kopieer link|inloggen|naar hoofdinhoud|" +
    "annons|logga in|annonse|mainos|reklama|udostępnij|zaloguj się|реклама|поделиться|сохранить|распечатать|войти|слушать|поділитися|зберегти|роздрукувати|" +
    "reklam|広告|シェア|シェアする|この記事をシェア|保存する|印刷する|ログイン|本文へスキップ|广告|廣告|分享|分享到|打印|列印|登录|登入|跳至内容|跳到主要內容|收听本文|광고|공유|" +
    "공유하기|인쇄|로그인|إعلان|شارك|مشاركة|طباعة|פרסומת|שתפו|הדפסה"
  )
    .normalize("NFC")
    .split("|"),
);

const READING_TIME =
  /^(?:\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения)|\d+ ?分で読めます)$/u;

/** Whether a line, or each of several, is furniture of a page whatever stands around it. A sentence is none. */
export function isFurniture(text: string): boolean {
  return text.split("\n").every((line) => {
    if (line.length > 60 || /[.!?。！？؟]$/u.test(line)) return false;
    const said = bare(line);
    return LINES.has(said) || READING_TIME.test(said);
  });
}

const isApart = (block: Block | undefined) => block?.type === "paragraph" && isFurniture(textOf(block.content));

/** What of a page's furniture stands in paragraphs of its own, apart from the text and each line once. Where there is nothing else it is the text. */
export function splitFurniture(blocks: readonly Block[]): { blocks: Block[]; apart: RelatedLink[] } {
  const kept = blocks.filter((block) => !isApart(block));
  return kept.length > 0 ? { blocks: kept, apart: titlesOf(blocks) } : { blocks: [...blocks], apart: [] };
}

/** The same of what stands in front of all else. It is taken out of the blocks. */
export function takeLeadingFurniture(blocks: Block[]): RelatedLink[] {
  const start = blocks.findIndex((block) => !isApart(block));
  return start > 0 ? titlesOf(blocks.splice(0, start)) : [];
}

function titlesOf(blocks: readonly Block[]): RelatedLink[] {
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" && isApart(block) ? textOf(block.content).split("\n") : [],
  );
  return [...new Map(lines.map((title) => [bare(title), { title }])).values()];
}
