import { describe, expect, it } from "vitest";
import type { Block, Inline, Mark } from "#domain/article.ts";
import { articleAttributes, renderArticle } from "./article.ts";
import { stringFactory } from "./string-factory.ts";
import { articleOf, WORDS } from "./testing.ts";

function write(article: ReturnType<typeof articleOf>): string {
  return renderArticle(article, stringFactory, { base: "/", words: WORDS }).join("");
}

/** The body of an article with these blocks. */
function body(...blocks: Block[]): string {
  return /<div class="prose">(.*?)<\/div>(?=<section|<nav|$)/s.exec(write(articleOf(blocks)))?.[1] ?? "";
}

const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });
const run = (text: string, ...marks: Mark[]): Inline => ({ text, marks });

describe("the head of an article", () => {
  it("names site, title, summary, author, date and minutes", () => {
    const article = articleOf([], {
      site: "The Coast",
      summary: "The sea breathes.",
      byline: "Ada Brown",
      published: "2025-04-28",
    });
    expect(write(article)).toContain(
      `<header class="article-header"><p class="site">The Coast</p><h1 id="title" tabindex="-1">Tides</h1>` +
        `<p class="standfirst">The sea breathes.</p><p class="meta"><span>By Ada Brown</span> · ` +
        `<time datetime="2025-04-28">28 April 2025</time> · <span>4 minutes</span></p></header>`,
    );
  });

  it("says in an article of another language which words are the app's", () => {
    const meta = /<p class="meta">(.*?)<\/p>/;
    expect(meta.exec(write(articleOf([], { lang: "ar", dir: "rtl" })))?.[1]).toBe(
      `<span lang="en-GB" dir="ltr"><span>4 minutes</span></span>`,
    );
    expect(meta.exec(write(articleOf([], { lang: "en-US" })))?.[1]).toBe("<span>4 minutes</span>");
  });

  it("tells by the attributes of the article which text it is", () => {
    expect(articleAttributes(articleOf([], { lang: "ar", dir: "rtl" }))).toEqual({
      lang: "ar",
      dir: "rtl",
      "data-id": "tides",
      "data-revision": "r1",
      "aria-labelledby": "title",
    });
  });
});

describe("runs of text", () => {
  it("share the elements of the marks they have in common", () => {
    const link: Mark = { type: "link", href: "https://example.org/" };
    const html = body(paragraph(run("a "), run("b ", link), run("c", link, { type: "emphasis" }), run(" d", link)));
    expect(html).toBe(`<p id="b0">a <a href="https://example.org/" rel="noopener noreferrer">b <em>c</em> d</a></p>`);
  });

  it("under different links stay apart", () => {
    const html = body(paragraph(run("a", { type: "link", href: "#x" }), run("b", { type: "link", href: "#y" })));
    expect(html).toBe(`<p id="b0"><a href="#x">a</a><a href="#y">b</a></p>`);
  });

  it("break where the text does", () => {
    expect(body(paragraph(run("a\nb\n\nc")))).toBe(`<p id="b0">a<br>b<br><br>c</p>`);
  });

  it("are in their own language and direction", () => {
    const html = body(paragraph(run("שלום", { type: "language", lang: "he", dir: "rtl" })));
    expect(html).toBe(`<p id="b0"><span lang="he" dir="rtl">שלום</span></p>`);
  });

  it("hold no link within a link", () => {
    const outer: Mark = { type: "link", href: "#x" };
    const html = body(paragraph(run("a", outer), run("b", outer, { type: "link", href: "#y" }, { type: "strong" })));
    expect(html).toBe(`<p id="b0"><a href="#x">a<strong>b</strong></a></p>`);
  });
});

describe("notes", () => {
  const reference = (note: string) => run("*", { type: "note-reference", note });
  const note = (id: string, text: string): Block => {
    return { type: "note", id, label: "*", content: [paragraph({ text })] };
  };
  const html = write(
    articleOf([paragraph(reference("z"), reference("a"), reference("z")), note("a", "First"), note("z", "Second")]),
  );

  it("are numbered in their own order, and stand apart from the text", () => {
    expect(html).toContain(`<a href="#note-2" id="ref-2" role="doc-noteref" class="note-reference">*</a>`);
    expect(html).toMatch(/<section class="notes prose".*<li id="note-1"><p id="b1">First.*<li id="note-2"><p id="b2">/);
  });

  it("lead back to the first of their references", () => {
    expect(html.match(/ id="ref-2"/g)).toHaveLength(1);
    expect(html.indexOf(`id="ref-2"`)).toBeLessThan(html.indexOf(`id="ref-1"`));
    expect(html).toContain(`<a href="#ref-2" class="note-back" role="doc-backlink"`);
  });
});

describe("tables", () => {
  const cell = (text: string, header = false) => ({ content: [{ text }], ...(header && { header }) });

  it("tell heads of columns from heads of rows", () => {
    const rows = [
      [cell("Port", true), cell("Tide", true)],
      [cell("Dover", true), cell("6 m")],
    ];
    expect(body({ type: "table", caption: [{ text: "Tides" }], rows })).toBe(
      `<div class="table-scroller"><table><caption id="b0">Tides</caption>` +
        `<thead><tr><th id="b1" scope="col">Port</th><th id="b2" scope="col">Tide</th></tr></thead>` +
        `<tbody><tr><th id="b3" scope="row">Dover</th><td id="b4">6 m</td></tr></tbody></table></div>`,
    );
  });

  it("need no heads", () => {
    expect(body({ type: "table", rows: [[cell("a")]] })).not.toContain("thead");
  });
});

describe("pictures", () => {
  it("have their size before they arrive, and an empty description where they only decorate", () => {
    const image = { src: "articles/a/sea.png", alt: "", width: 640, height: 480 };
    expect(body({ type: "figure", image })).toBe(
      `<figure><img id="b0" src="/articles/a/sea.png" alt="" width="640" height="480" loading="lazy" decoding="async"></figure>`,
    );
  });

  it("say so where nobody described them", () => {
    const html = body(paragraph({ image: { src: "sea.png" } }));
    expect(html).toContain(`<img src="/sea.png" alt="Image, no description"`);
  });

  it.each([
    "https://example.org/a.png",
    "//example.org/a.png",
    "\\\\example.org/a",
    "/a.png",
    "data:image/png,",
    " https:a",
  ])("from elsewhere are not fetched: %s", (src) => {
    expect(body(paragraph({ image: { src, alt: "The sea" } }))).toBe(
      `<p id="b0"><img alt="The sea" loading="lazy" decoding="async"></p>`,
    );
  });
});

describe("what is related", () => {
  it("stands after the article, with a heading of its own", () => {
    const article = articleOf([paragraph(run("The sea."))]);
    article.body.related = [{ title: "<Ships>", href: "https://example.org/" }];
    expect(write(article)).toMatch(
      /<\/div><nav class="related" aria-labelledby="related"><h2 id="related">Related<\/h2>.*&lt;Ships&gt;<\/a><\/li><\/ul><\/nav>$/,
    );
  });

  it("loses its link where that could run something, not its title", () => {
    const article = articleOf([]);
    article.body.related = [{ title: "Ships", href: "javascript:alert(1)" }];
    expect(write(article)).toContain("<li><a>Ships</a></li>");
  });
});
