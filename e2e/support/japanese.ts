import type { Article, Block, Inline } from "../../src/domain/article.ts";
import { shippedArticle } from "./shipped.ts";

const ruby = (text: string, reading: string): Inline => ({ text, reading });
const paragraph = (...content: (string | Inline)[]): Block => ({
  type: "paragraph",
  content: content.map((part) => (typeof part === "string" ? { text: part } : part)),
});

const LONG =
  "日本語の文章は、縦にも横にも書くことができます。縦書きでは、文字は上から下へ並び、行は右から左へ進みます。新聞や小説の多くは今も縦書きで、教科書や説明書の多くは横書きです。";

/** In Japanese, about how Japanese is written, in place of the article with this id. Long enough for several pages. */
export function japaneseArticle(id: string, lang = "ja"): Article {
  const { record } = shippedArticle(id);
  const blocks: Block[] = [
    paragraph(LONG),
    paragraph(
      "読みにくい",
      ruby("漢字", "かんじ"),
      "には、小さな仮名で",
      ruby("読", "よ"),
      "み方を添えます。これを「ルビ」といいます。",
    ),
    { type: "heading", level: 2, content: [{ text: "数字と記号" }] },
    paragraph("縦書きの中の数字は、漢数字で「二〇二六年」と書くことも、算用数字で2026年11月3日と書くこともあります。"),
    { type: "preformatted", text: "writing-mode: vertical-rl;\ntext-orientation: mixed;", language: "css" },
    ...Array.from({ length: 12 }, (_, i) =>
      paragraph(`${"一二三四五六七八九十".charAt(i % 10)}つ目の段落です。`, LONG),
    ),
  ];
  return {
    record: {
      ...record,
      id,
      lang,
      dir: "ltr",
      title: "縦書きとルビ",
      byline: "レクターン編集部",
      summary: "縦に書くと、行は右から左へ進む。数字やルビがそこでどう並ぶかを、短い文章で見ていきます。",
    },
    body: { id, blocks, related: [] },
  };
}
