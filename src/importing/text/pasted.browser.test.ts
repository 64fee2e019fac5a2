import { describe, expect, it } from "vitest";
import { ImportProblem } from "../import-problem.ts";
import type { ImportedArticle } from "../imported-article.ts";
import { importPasted } from "./pasted.ts";

const article = async (text: string, html?: string) => (await importPasted({ text, html })) as ImportedArticle;

describe("addresses", () => {
  it.each([
    ["https://example.org/tides?utm_source=x", ["https://example.org/tides"]],
    ["  example.org/tides\n", ["https://example.org/tides"]],
    [
      "https://example.org/a\nhttps://example.org/b\n- https://example.org/c",
      ["https://example.org/a", "https://example.org/b", "https://example.org/c"],
    ],
    ["The tides of June https://example.org/tides", ["https://example.org/tides"]],
    ["The tides of June – The Harbour Letter\nhttps://example.org/tides", ["https://example.org/tides"]],
  ])("%j is told as such", async (text, addresses) => {
    expect(await importPasted({ text, html: `<a href="https://other.example/">${text}</a>` })).toEqual({ addresses });
  });

  it.each([
    "The tide was low. Nobody had expected it. See https://example.org/tides.",
    "One\n\nTwo\n\nThree\n\nhttps://example.org/tides",
  ])("%j is a text with an address in it", async (text) => {
    expect((await article(text)).blocks.length).toBeGreaterThan(0);
  });
});

describe("markup beside the text", () => {
  it("is left aside where it only colours what a code editor shows", async () => {
    const text =
      "# The tides\n\nThe tide was **lower** than [ever](https://example.org/).\n\n## The wall\n\nIt was dry.";
    const html = `<meta charset='utf-8'><div style="color:#ccc;font-family:monospace;white-space:pre"><div><span style="color:#569cd6"># The tides</span></div><br><div>${text.slice(12)}</div></div>`;
    const { title, blocks } = await article(text, html);
    expect(title).toBe("The tides");
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "heading", "paragraph"]);
  });

  it("is left aside where it has less in it than the text", async () => {
    const { blocks } = await article("The tide was lower than anyone here remembers.", "<p>The tide</p>");
    expect(JSON.stringify(blocks)).toContain("anyone here remembers");
  });

  it("counts where there is no text", async () => {
    const { title, blocks } = await article("", "<p>The tide was <b>low</b>.</p><p>Nobody knew.</p>");
    expect(title).toBe("The tide was low");
    expect(blocks).toHaveLength(2);
  });

  it("can begin with a title that is on buttons as well, where the text is on it", async () => {
    const text = "Shares are the parts that the capital of a company is divided into, and each has an owner.";
    const html = `<p>Share</p><p>${text} <b>Others</b> lend it money.</p>`;
    const { title, related } = await article("", html);
    expect(title).toBe("Share");
    expect(related).toEqual([]);
    const page = await article("", `<p>Share</p><h1>The tides of June</h1><p>The tide was <b>low</b>.</p>`);
    expect(page).toMatchObject({ title: "The tides of June", related: [{ title: "Share" }] });
  });

  it("brings nothing to life", async () => {
    const { blocks } = await article(
      "a trap and a text",
      '<p onclick="x()">a <a href="javascript:x()">trap</a> and a <b>text</b><script>x()</script>',
    );
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|onclick|x\(\)/);
  });
});

it("refuses nothing at all", async () => {
  await expect(importPasted({ text: " ", html: "<p></p>" })).rejects.toEqual(new ImportProblem("empty"));
});
