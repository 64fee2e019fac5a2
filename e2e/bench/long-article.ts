import type { Article, Block } from "../../src/domain/article.ts";

const SENTENCES = [
  "The first boats of the morning leave the harbour before anyone on the quay has lit a lamp.",
  "Nobody remembers who built the wall, and nobody has ever asked for it to be taken down.",
  "It was said, though never written, that the tide kept better time than the clock of the church.",
  "A letter took three days to come from the capital and four to be answered.",
  "In the years that followed the nets grew finer, the boats larger, and the catch smaller.",
  "She kept the accounts in two books, one for the owners and one for herself.",
  "What they found in the second book surprised even those who had expected something of the kind.",
];

const SENTENCES_IN_A_PARAGRAPH = 5;
const PARAGRAPHS_IN_A_SECTION = 4;

/** An article of at least so many characters: 30,000 are 5,000 words, as much as the longest that a newspaper prints. */
export function longArticle(id: string, characters: number): Article {
  const blocks: Block[] = [];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    if (i % PARAGRAPHS_IN_A_SECTION === 0) {
      const section = 1 + i / PARAGRAPHS_IN_A_SECTION;
      blocks.push({ type: "heading", level: 2, content: [{ text: `What the harbour kept, part ${section}` }] });
    }
    const sentences = Array.from({ length: SENTENCES_IN_A_PARAGRAPH }, (_, j) => SENTENCES[(i + j) % SENTENCES.length]);
    const text = sentences.join(" ");
    blocks.push({ type: "paragraph", content: [{ text }] });
    length += text.length;
  }
  const words = Math.round(length / 5.7);
  return {
    record: {
      id,
      title: "What the harbour kept",
      byline: "Lectern editors",
      site: "Lectern",
      lang: "en-GB",
      dir: "ltr",
      published: "2026-01-01",
      tags: [],
      words,
      minutes: Math.round(words / 230),
      revision: "bench",
      origin: "saved",
      savedAt: 0,
    },
    body: { id, blocks, related: [] },
  };
}
