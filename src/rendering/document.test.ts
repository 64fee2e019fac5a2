import { describe, expect, it } from "vitest";
import { lookOf } from "#domain/look.ts";
import { applyLook, fillPage } from "./document.ts";

const SHELL = `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <title>Lectern</title>
    <meta name="description" content="A reader.">
    <meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#000" media="(prefers-color-scheme: dark)">
  </head>
  <body><article id="article" hidden></article></body>
</html>`;

/** What would be read as a part of the page, or as a pattern of the replacement. */
const HOSTILE = [
  `</title><script>alert(1)</script>`,
  "$& $` $' $1 $$",
  `"><img src=x onerror=alert(1)>`,
  `</head><body>`,
  `<article id="article" hidden></article>`,
  `<meta name="description" content="x">`,
];

const article = { attributes: { lang: "en", "data-id": "tides" }, html: "<h1>Tides</h1>" };

describe("a filled page", () => {
  it("has title, language, description and article in their places, and is not hidden", () => {
    const page = fillPage(SHELL, { lang: "ar", title: "Tides – Lectern", description: "The sea", article });
    expect(page).toContain(`<html lang="ar" dir="ltr">`);
    expect(page).toContain("<title>Tides – Lectern</title>");
    expect(page).toContain(`<meta name="description" content="The sea">`);
    expect(page).toContain(`<article id="article" lang="en" data-id="tides"><h1>Tides</h1></article>`);
    expect(page).not.toContain("hidden");
  });

  it("keeps the app's own description where the article has none", () => {
    expect(fillPage(SHELL, { lang: "en", title: "Tides" })).toContain(`content="A reader."`);
  });

  it.each(HOSTILE)("shows %j as it is, wherever it stands", (value) => {
    const page = fillPage(SHELL, {
      lang: value,
      title: value,
      description: value,
      article: { ...article, attributes: { lang: value, dir: value } },
    });
    const escaped = value
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;");
    expect(page).toBe(
      SHELL.replace(`lang="en"`, () => `lang="${escaped}"`)
        .replace("Lectern", () => escaped)
        .replace("A reader.", () => escaped)
        .replace(
          `id="article" hidden></article>`,
          () => `id="article" lang="${escaped}" dir="${escaped}"><h1>Tides</h1></article>`,
        ),
    );
  });
});

describe("the reader's settings in a page", () => {
  it("leave the page as it is where nothing was chosen", () => {
    expect(applyLook(SHELL, lookOf({}), "n1")).toBe(SHELL);
  });

  it("are attributes of the root, and properties in a style element with the nonce", () => {
    const look = lookOf({ theme: "dark", font: "atkinson", size: 24, wordSpacing: 0.1 });
    const page = applyLook(SHELL, look, "n1");
    expect(page).toMatch(/<html (?=[^>]*data-theme="dark")(?=[^>]*data-font="atkinson")/);
    expect(page).toContain(`<style nonce="n1">:root{--text-size:1.5rem;--text-word:0.1em}</style></head>`);
  });

  it("colour the browser's own bars as the theme, in either scheme of the system", () => {
    const colors = (page: string) => page.match(/<meta name="theme-color"[^>]*>/g);
    expect(colors(applyLook(SHELL, lookOf({ theme: "sepia" }), "n1"))).toEqual([
      `<meta name="theme-color" content="#f5ecd9" media="(prefers-color-scheme: light)">`,
      `<meta name="theme-color" content="#f5ecd9" media="(prefers-color-scheme: dark)">`,
    ]);
    expect(colors(applyLook(SHELL, lookOf({ size: 24 }), "n1"))).toHaveLength(2);
  });

  it("that were stored by who knows what cannot write into the page", () => {
    const look = {
      attributes: { "data-theme": `"><script>`, "onload=alert(1) data-x": "" },
      properties: { "--text-size": "1;}</style><script>", "color:red;--x": "1" },
      paper: `"><script>`,
    };
    expect(applyLook(SHELL, look, "n1")).toBe(SHELL.replace("<html", `<html data-theme="&quot;&gt;&lt;script&gt;"`));
  });
});
