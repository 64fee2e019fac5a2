import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#domain/article.ts";
import { leavesOf } from "#domain/text.ts";
import { isHidden } from "./blocks/elements.ts";
import { ATTACKS } from "./fixtures/attacks.ts";
import { ImportProblem } from "../import-problem.ts";
import { importHtml } from "./import-html.ts";
import { inertDocument } from "./inert-document.ts";
import { applyRepair, openRepair } from "./repair.ts";
import { toBlocks } from "./to-blocks.ts";

const NAMES =
  "a abbr address article aside b bdi blockquote br caption center cite code custom-part dd del details div dl dt em fieldset figcaption figure footer form h1 h2 h4 header hr i ins kbd label li main math mi mrow noscript ol p pre q rt ruby s section small span strong sub summary sup table tbody td th thead tr u ul var".split(
    " ",
  );
const ATTRIBUTES: Record<string, string[]> = {
  class: ["sidenote", "pullquote", "language-js", "x"],
  colspan: ["2", "0", "99999", "-1", "x"],
  dir: ["rtl", "ltr", "auto", "up"],
  href: ["#n1", "#n2", "/x", "javascript:x", "https://example.org/", "http://[", "mailto:a@example.org"],
  id: ["n1", "n2", "__proto__"],
  lang: ["fr", "ar", "x", "", "zh-Hant", "en-US-u-x"],
  name: ["n1", "body"],
  role: ["doc-noteref", "presentation"],
  rowspan: ["2", "0", "99999"],
  start: ["3", "-2", "x", "99999999999"],
  style: ["display:block", "text-align:center", "color:red"],
  title: ["Title"],
  type: ["a", "I"],
};

interface Tree {
  name: string;
  attributes: [string, string][];
  children: (Tree | string)[];
}

const anyWord = fc.constantFrom(
  "boat",
  "tide",
  "net ",
  " quay",
  "1",
  "[2]",
  "\n",
  "港",
  "مرحبا",
  "e\u0301",
  "\u00a0",
  "x".repeat(300),
);
const anyAttributes = fc.array(
  fc
    .constantFrom(...Object.keys(ATTRIBUTES))
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...ATTRIBUTES[name]!))),
  { maxLength: 3 },
);
const { tree: anyTree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: anyAttributes,
    children: fc.array(tie("child"), { maxLength: 5, depthIdentifier: "tree" }),
  }),
  child: fc.oneof({ maxDepth: 7, depthIdentifier: "tree" }, anyWord, tie("tree")),
}));

/** Made node by node: trees that no parser would make are among them. */
function elementOf({ name, attributes, children }: Tree, page: Document): Element {
  const namespace = /^(?:math|m[ir]\w*)$/.test(name)
    ? "http://www.w3.org/1998/Math/MathML"
    : "http://www.w3.org/1999/xhtml";
  const element = page.createElementNS(namespace, name);
  for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
  if (name === "br" || name === "hr") return element;
  element.append(...children.map((child) => (typeof child === "string" ? child : elementOf(child, page))));
  return element;
}

/** Letters that must not be lost: those outside formulas, readings, links back, `noscript` and what nobody sees. */
function lettersIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
  const element = node as Element;
  if (/^(?:math|noscript|rt|rp)$/.test(element.localName) || isHidden(element)) return "";
  return Array.from(node.childNodes, lettersIn).join("");
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** The letters of one text that another has not, or not as often. */
function missing(text: string, from: string): string {
  const there = new Map<string, number>();
  for (const letter of bare(from)) there.set(letter, (there.get(letter) ?? 0) + 1);
  return [...bare(text)]
    .filter((letter) => {
      const left = there.get(letter) ?? 0;
      there.set(letter, left - 1);
      return left <= 0;
    })
    .join("");
}

function lettersOf(blocks: readonly Block[]): string {
  return leavesOf({ blocks: [...blocks] })
    .map(({ text }) => text)
    .join("");
}

describe("the builder of blocks", () => {
  test("loses no letter of what can be seen, in any tree", async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const page = inertDocument("");
        // References and notes are told of by themselves: their labels go.
        const root = elementOf(withoutIds(tree), page);
        page.body.append(root);
        const { blocks } = await toBlocks(page.body, { address: "https://example.org/" });
        expect(missing(lettersIn(page.body), lettersOf(blocks))).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  test("makes bodies that keep the rules of bodies, of any tree", async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const page = inertDocument("");
        page.body.append(elementOf(tree, page));
        const { blocks } = await toBlocks(page.body, { address: "https://example.org/" });
        expectWellFormed(blocks);
      }),
      { numRuns: 400 },
    );
  });

  test("takes any markup, and pages of it", async () => {
    const pieces = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom("<p>", "</p>", "<table>", "</b>", "<svg>", "<li>", '"', "<", "<!--", "&#0;"),
      anyWord,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        const html = parts.join("");
        expectWellFormed((await toBlocks(inertDocument(html).body)).blocks);
        const problem = await importHtml(html, { address: "https://example.org/one" }).catch((error: unknown) => error);
        expect(problem instanceof Error && !(problem instanceof ImportProblem)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

function withoutIds(tree: Tree): Tree {
  const attributes = tree.attributes.filter(
    ([name, value]) => name !== "id" && name !== "name" && value !== "sidenote",
  );
  return {
    ...tree,
    attributes,
    children: tree.children.map((child) => (typeof child === "string" ? child : withoutIds(child))),
  };
}

function expectWellFormed(blocks: readonly Block[]): void {
  const notes = blocks.flatMap((block) => (block.type === "note" ? [block.id] : []));
  expect(new Set(notes).size).toBe(notes.length);
  expect(
    blocks.findIndex(({ type }) => type === "note") === -1 ||
      blocks.slice(-notes.length).every(({ type }) => type === "note"),
  ).toBe(true);
  let level = 1;
  for (const leaf of leavesOf({ blocks: [...blocks] })) {
    if (leaf.level !== undefined && !leaf.inNote) {
      expect(leaf.level).toBeLessThanOrEqual(level + 1);
      level = leaf.level;
    }
    for (const { marks = [] } of leaf.content)
      for (const mark of marks) if (mark.type === "note-reference") expect(notes).toContain(mark.note);
    expect(leaf.text).not.toMatch(leaf.kind === "preformatted" ? /^\s*$/ : /^[ \n]|[ \n]$/);
  }
}

describe("markup without measure", () => {
  test.each([
    ["10,000 elements deep", `${"<div>".repeat(10_000)}Deep${"</div>".repeat(10_000)}`],
    ["10,000 quotations deep", `${"<blockquote>".repeat(10_000)}Deep`],
    ["10,000 lists deep", `${"<ul><li>".repeat(10_000)}Deep`],
    ["10,000 tables deep", `${"<table><tr><td>".repeat(10_000)}Deep`],
    ["200,000 lists of one item", `<p>Deep</p><ol>${"<li value=5>x".repeat(200_000)}</ol>`],
    ["a list of 200,000 paragraphs", `<ul><li>Deep</li>${"<p>x</p>".repeat(200_000)}</ul>`],
    ["10,000 marks deep", `${"<b><i>".repeat(10_000)}Deep`],
    [
      "an attribute of 1 MB",
      `<p title="${"x".repeat(1_000_000)}" class="${"y ".repeat(500_000)}">Deep</p><img src="/${"z".repeat(1_000_000)}" alt="${"w".repeat(1_000_000)}">`,
    ],
    ["names of 1 MB", `<section id="${"x".repeat(1_000_000)}" class="${"a.b,".repeat(250_000)}"><p>Deep</p></section>`],
    ["preformatted blanks", `<p>Deep</p><pre>x${" ".repeat(500_000)}x</pre>`],
    ["breaks without an end", `<p>Deep${"<br>".repeat(200_000)}x</p>`],
    ["a name for a picture made of signs", `<p>Deep</p>${`<img src="/a" alt="${"🦰".repeat(19)}x">`.repeat(200)}`],
    ["a style of 1 MB", `<p style="${"display:none;".repeat(80_000)}">Hidden</p><p>Deep</p>`],
    ["5 MB of paragraphs", `<p>Deep</p>${"<p>One boat, and another one.</p>".repeat(160_000)}`],
    ["one paragraph of 1 MB of runs", `<p>Deep ${"a<b>b</b>".repeat(100_000)}</p>`],
    [
      "a table of 20,000 cells",
      `<p>Deep</p><table>${`<tr>${"<td>1<th rowspan=3>2".repeat(10)}</tr>`.repeat(1000)}</table>`,
    ],
    [
      "20,000 notes",
      `<p>Deep</p>${Array.from({ length: 20_000 }, (_, i) => `<sup><a href="#fn${i}">${i}</a></sup>`).join("")}${Array.from({ length: 20_000 }, (_, i) => `<p id="fn${i}">Note number ${i}</p>`).join("")}`,
    ],
  ])("%s", async (_, html) => {
    const { blocks } = await toBlocks(inertDocument(html).body, { address: "https://example.org/" });
    expect(lettersOf(blocks)).toContain("Deep");
    expect(depthOf(blocks)).toBeLessThan(200);
  });

  test.each([
    ["a line of signs", "*".repeat(200_000)],
    ["a line of dots and blanks", ". ".repeat(100_000)],
    ["one word", "a".repeat(500_000)],
  ])("an article with %s", async (_, line) => {
    const prose = "<p>The harbour was quiet that morning, and the boats lay side by side along the quay.</p>".repeat(6);
    const { title } = await importHtml(
      `<title>${line}</title><main class="${line}"><h1>Harbour</h1>${prose}<p>x${line}x</p><em>x${line}x</em>${prose}</main>`,
      { address: "https://example.org/" },
    );
    expect(title).not.toBe("");
  });

  test("10,000 elements deep that no parser has limited", async () => {
    const page = inertDocument("");
    let inner: Element = page.createElement("b");
    inner.append("Deep");
    for (let i = 0; i < 10_000; i++) {
      const outer = page.createElement(i % 2 ? "section" : "blockquote");
      outer.append(inner);
      inner = outer;
    }
    page.body.append(inner);
    const { blocks } = await toBlocks(page.body);
    expect(lettersOf(blocks)).toBe("Deep");
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).slice(0, 1000).map(depthOf));
}

describe("mending what was taken", () => {
  const LONG =
    "The harbour was quiet that morning, and the boats lay side by side along the quay, as they had for years.";
  const html = `<body><nav><a href="/">Home</a></nav><main><h1>Harbour</h1>${`<p>${LONG}</p>`.repeat(5)}<p class="share">Share</p></main><aside><p>${LONG} Beside.</p></aside>`;

  test("shows what was left out and why, puts it back, and drops a piece", async () => {
    const repair = await openRepair(html);
    const beside = repair.pieces.find(({ text }) => text.endsWith("Beside."))!;
    const [first] = repair.pieces.filter(({ kept }) => kept);
    expect(beside).toMatchObject({ kept: false, because: "outside", kind: "paragraph" });
    const article = await applyRepair(html, {}, { put: [beside.number], drop: [first!.number] });
    expect(lettersOf(article.blocks)).toContain("Beside.");
    expect(leavesOf(article)).toHaveLength(repair.pieces.filter(({ kept }) => kept).length);
  });

  test("knows the parts of the page, and takes one of them", async () => {
    const { regions, extractors } = await openRepair(html);
    expect(extractors.map(({ name }) => name)).toEqual(["usual", "other", "everything"]);
    const main = regions.find(({ name }) => name === "main")!;
    expect(main).toMatchObject({ begins: "Harbour" });
    const article = await applyRepair(html, {}, { region: main.number });
    expect(lettersOf(article.blocks)).not.toContain("Beside.");
  });
});
