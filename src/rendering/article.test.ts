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
    expect(html).toBe(
      `<p id="b0">a <a href="https://example.org/" target="_blank" rel="noopener noreferrer" data-opens="(opens outside)">b <em>c</em> d</a></p>`,
    );
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
      `<figure><img id="b0" src="/articles/a/sea.png" alt="" width="640" height="480" loading="lazy" decoding="async">` +
        `<button type="button" class="enlarge" lang="en-GB" aria-label="Enlarge"></button></figure>`,
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

  it("may be a title alone", () => {
    const article = articleOf([]);
    article.body.related = [{ title: "Ships" }];
    expect(write(article)).toContain("<li>Ships</li>");
  });
});

describe("blocks of other kinds", () => {
  it("are definitions, each detail under all of its terms", () => {
    const items = [{ terms: [[run("Colour")], [run("Color")]], details: [[paragraph(run("Light."))]] }];
    expect(body({ type: "definitions", items, lang: "en-US" })).toBe(
      `<dl lang="en-US"><dt id="b0">Colour</dt><dt id="b1">Color</dt><dd><p id="b2">Light.</p></dd></dl>`,
    );
  });

  it("are quotations, whose source stands beside them in the article's own language", () => {
    const source = [run("The Duchess in "), run("Alice", { type: "citation" })];
    expect(body({ type: "quote", lang: "fr", content: [paragraph(run("Oui."))], source })).toBe(
      `<figure><blockquote lang="fr"><p id="b0">Oui.</p></blockquote>` +
        `<figcaption id="b1">The Duchess in <cite>Alice</cite></figcaption></figure>`,
    );
  });

  it("are code, which nobody translates or pronounces, under the name of its language", () => {
    expect(body({ type: "preformatted", text: "x", language: "Python" })).toBe(
      `<figure class="code"><figcaption>Python</figcaption><pre id="b0" lang="" translate="no"><code>x</code></pre></figure>`,
    );
    expect(body({ type: "preformatted", text: "x" })).toMatch(/^<pre id="b0"/);
    expect(body(paragraph(run("x", { type: "code" })))).toContain(`<code translate="no">x</code>`);
  });

  it("are formulas, in MathML and in words", () => {
    const math = [{ element: "mi", text: "d", upright: true } as const, { element: "mo", text: "<" } as const];
    const formula = `<mi mathvariant="normal">d</mi><mo>&lt;</mo></math>`;
    expect(body({ type: "math", math, alt: "d less" })).toBe(
      `<div class="math"><math alttext="d less" id="b0" display="block">${formula}</div>`,
    );
    expect(body(paragraph({ math, alt: "d less" }))).toBe(`<p id="b0"><math alttext="d less">${formula}</p>`);
  });

  it("are nothing but MathML inside a formula, whatever was stored", () => {
    const math = JSON.parse(`[{"element":"script","text":"run()"},{"element":"mi onclick=x","text":"y"}]`) as [];
    expect(body({ type: "math", math, alt: "" })).toContain("><mrow>run()</mrow><mrow>y</mrow></math>");
  });

  it("are readings over their text, each over its own", () => {
    const html = body(paragraph({ text: "人", reading: "ひと" }, { text: "人", reading: "ひと" }));
    expect(html).toBe(`<p id="b0">${"<ruby>人<rt>ひと</rt></ruby>".repeat(2)}</p>`);
  });

  it("are runs and blocks that run their own way", () => {
    expect(body(paragraph(run("אבג", { type: "isolate" }), run("x", { type: "isolate", dir: "ltr" })))).toBe(
      `<p id="b0"><bdi>אבג</bdi><bdi dir="ltr">x</bdi></p>`,
    );
    const list: Block = { type: "list", ordered: true, numbering: "i", tight: true, items: [], dir: "rtl" };
    expect(body(list)).toBe(`<ol class="tight" type="i" dir="rtl"></ol>`);
    expect(body({ type: "heading", level: 2, content: [run("א")], lang: "he", dir: "rtl" })).toBe(
      `<h2 id="b0" lang="he" dir="rtl">א</h2>`,
    );
  });

  it("are tables whose cells say which heads are theirs where rows and columns cannot", () => {
    const rows = [
      [{ content: [run("Tide")], header: true, colSpan: 2 }],
      [{ content: [run("1 m")], rowSpan: 2, headers: [0] }],
    ];
    expect(body(paragraph(run("x")), { type: "table", rows })).toContain(
      `<thead><tr><th id="b1" scope="colgroup" colspan="2">Tide</th></tr></thead>` +
        `<tbody><tr><td id="b2" rowspan="2" headers="b1">1 m</td></tr></tbody>`,
    );
  });
});
