import { afterEach, beforeEach, expect, test } from "vitest";
import type { Article, Block } from "#domain/article.ts";
import { renderArticle } from "#rendering/article.ts";
import { domFactory } from "#rendering/dom-factory.ts";
import { stringFactory } from "#rendering/string-factory.ts";
import { articleOf, WORDS } from "#rendering/testing.ts";
import { ATTACKED_WAYS, mayBeFolded } from "./fixtures/attacked-ways.ts";
import { ATTACKS, HOSTILE_ADDRESSES } from "./fixtures/attacks.ts";
import { foreignTo } from "./fixtures/allowed.ts";
import { importHtml } from "./import-html.ts";
import { inertDocument } from "./inert-document.ts";
import { toBlocks } from "./to-blocks.ts";

const OPTIONS = { base: "/reader/", words: WORDS };
const PROSE =
  "<p>The harbour was quiet that morning, and the boats lay side by side along the quay, as they had.</p>".repeat(6);

let heard: number;
let channel: BroadcastChannel;
beforeEach(() => {
  heard = 0;
  channel = new BroadcastChannel("attack");
  channel.addEventListener("message", () => heard++);
  performance.clearResourceTimings();
});
afterEach(() => {
  channel.close();
  document.body.replaceChildren();
});

/** One article with the attack wherever a text or an address of a page can come to stand. */
async function attacked(attack: string): Promise<Article> {
  const { blocks } = await toBlocks(inertDocument(attack).body, { address: "https://example.org/", lang: "en" });
  const text: Block[] = [
    { type: "paragraph", content: [{ text: attack, marks: [{ type: "abbreviation", title: attack }] }] },
    { type: "paragraph", content: [{ text: "Link", marks: [{ type: "link", href: attack, title: attack }] }] },
    { type: "figure", image: { src: attack, alt: attack }, caption: [{ text: attack }] },
    { type: "preformatted", text: attack, language: attack },
    { type: "math", math: [{ element: "mtext", text: attack }], alt: attack },
    { type: "paragraph", lang: attack, content: [{ text: attack, marks: [{ type: "language", lang: attack }] }] },
  ];
  const article = articleOf([...blocks, ...text], {
    title: attack,
    byline: attack,
    site: attack,
    summary: attack,
    lang: "en",
    tags: [attack],
  });
  article.body.related.push({ title: attack, href: attack });
  return article;
}

/** The article as the page makes it, and as the worker writes it and the browser reads it. */
function painted(article: Article): { made: Element; written: string } {
  const made = document.createElement("article");
  made.append(...renderArticle(article, domFactory, OPTIONS));
  const written = `<!doctype html><article>${renderArticle(article, stringFactory, OPTIONS).join("")}</article>`;
  return { made, written };
}

function expectHarmless(root: Element): void {
  expect(foreignTo(root, { base: "/reader/" })).toEqual([]);
}

test("there are attacks of every kind", () => {
  expect(new Set(ATTACKS).size).toBeGreaterThan(150);
});

test.each(ATTACKS.map((attack, number) => ({ number, attack, name: attack.slice(0, 60) })))(
  "attack $number leaves nothing outside the allow-list: $name",
  async ({ attack }) => {
    const { made, written } = painted(await attacked(attack));
    expectHarmless(made);
    expectHarmless(new DOMParser().parseFromString(written, "text/html").querySelector("article")!);
  },
);

test("nothing of them runs or asks for anything, in the page or in a page that the worker paints", async () => {
  const pages: string[] = [];
  for (const attack of ATTACKS) {
    const { made, written } = painted(await attacked(attack));
    document.body.append(made);
    pages.push(written);
  }
  for (const link of document.querySelectorAll<HTMLElement>("[tabindex]")) link.focus();
  const frame = document.createElement("iframe");
  frame.src = URL.createObjectURL(new Blob(pages, { type: "text/html" }));
  const loaded = new Promise((done) => frame.addEventListener("load", done));
  document.body.append(frame);
  await loaded;
  await new Promise((done) => setTimeout(done, 300));
  expect(heard).toBe(0);
  const asked = [performance, frame.contentWindow!.performance].flatMap((one) => one.getEntriesByType("resource"));
  const hosts = asked.map(({ name }) => new URL(name)).filter(({ protocol }) => protocol.startsWith("http"));
  expect(new Set(hosts.map(({ host }) => host))).toEqual(new Set([location.host]));
});

test("the channel hears what runs: an attack that is let in is noticed", async () => {
  const element = document.createElement("img");
  element.addEventListener("error", () => new BroadcastChannel("attack").postMessage(1));
  element.src = "data:,";
  document.body.append(element);
  await expect.poll(() => heard).toBe(1);
});

test("a whole page of them is imported, with its metadata, as text", async () => {
  for (const attack of ATTACKS) {
    const said = attack.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const meta = ["og:title", "author", "og:site_name", "og:image", "og:description", "article:published_time"];
    const head = meta.map((name) => `<meta property="${name}" content="${said}">`).join("");
    const html = `<html lang="${said}"><head>${head}<link rel="canonical" href="${said}"></head><body><article>${PROSE}${attack}</article>`;
    const article = await importHtml(html, { address: "https://example.org/one" });
    expect(article.address).toMatch(/^https?:/);
    for (const { address } of article.pictures) expect(address).toMatch(/^https?:/);
    for (const { href } of article.related) expect(href).toMatch(/^(?:https?|mailto):/);
    const { pictures: _, ...shown } = article;
    const { made } = painted({ record: { ...articleOf([]).record, ...shown }, body: { id: "a", ...article } });
    expectHarmless(made);
  }
});

test.each(Object.entries(ATTACKED_WAYS))("text out of %s brings no attack with it", async (way, pageOf) => {
  const taken: string[] = [];
  const pages: string[] = [];
  for (const attack of ATTACKS) {
    const { pictures, ...shown } = await importHtml(
      pageOf([attack], () => "Mark."),
      { address: "https://example.org/one" },
    );
    for (const { address } of pictures) expect(address).toMatch(/^https?:/);
    const { made, written } = painted({
      record: { ...articleOf([]).record, ...shown },
      body: { id: "a", ...shown },
    });
    expectHarmless(made);
    document.body.append(made);
    expectHarmless(new DOMParser().parseFromString(written, "text/html").querySelector("article")!);
    pages.push(written);
    if (made.textContent.includes("Mark.")) taken.push(attack);
  }
  const expected = way === "a folded part" ? ATTACKS.filter(mayBeFolded) : ATTACKS;
  expect(expected.filter((attack) => !taken.includes(attack))).toEqual([]);
  await new Promise((done) => setTimeout(done, 100));
  expect(heard).toBe(0);
  const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  expect(asked.filter(({ protocol, host }) => protocol.startsWith("http") && host !== location.host)).toEqual([]);
});

test.each(HOSTILE_ADDRESSES)("the address %j leads to no page that runs", async (address) => {
  const page = inertDocument("<p><a>Link</a><img alt=x></p>");
  page.querySelector("a")!.setAttribute("href", address);
  page.querySelector("img")!.setAttribute("src", address);
  const { blocks, pictures } = await toBlocks(page.body, { address: "https://example.org/" });
  expect(JSON.stringify(blocks)).not.toMatch(/"(?:href|src)":"(?!https?:|mailto:|images\/)/);
  for (const { address: from } of pictures) expect(from).toMatch(/^https?:/);
});
