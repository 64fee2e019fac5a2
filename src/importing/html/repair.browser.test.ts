import { expect, test } from "vitest";
import type { Block } from "#domain/article.ts";
import { importHtml } from "./import-html.ts";
import { applyRepair, openRepair } from "./repair.ts";

const PROSE = [
  "The salt road leaves the town by the mill and climbs for two days through beech and then through fir, and nobody who has walked it in spring forgets the noise of the water beside it.",
  "It was cut by monks, eight hundred years ago, who needed salt for their cheese and had none; the price of a mule was a year's wages, so at first they carried the sacks themselves.",
  "Where the forest ends there is a chapel with a bell that was rung in fog. The rope is new and the bell is not, and whoever passes may ring it once for those who are still below.",
];
const PAGE = `<!doctype html><html lang="en"><title>Roads of salt</title><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/walks">Walks and ways</a></li></ul></nav>
  <article><h1>Roads of salt</h1>${PROSE.map((text) => `<p>${text}</p>`).join("")}
  <table><tr><th>Stage</th><th>Hours</th></tr><tr><td>Mill</td><td>7</td></tr></table>
  <ul><li>Good boots</li><li>A cup</li></ul></article>
  <footer><p>Subscribe to our newsletter about old roads and new ones.</p></footer></body></html>`;
const ADDRESS = { address: "https://roads.example/salt" };

const kept = async (choice = {}) => (await openRepair(PAGE, ADDRESS, choice)).pieces.filter((piece) => piece.kept);

test("every part of the page that has text of its own is there, and each that was left out says why", async () => {
  const { pieces } = await openRepair(PAGE, ADDRESS);
  const out = pieces.filter((piece) => !piece.kept);
  expect(out.map(({ text }) => text).join(" ")).toContain("newsletter");
  for (const { because } of out) expect(because).toMatch(/^(outside|extractor|boilerplate)$/);
  expect(pieces.filter((piece) => piece.kept && piece.because)).toEqual([]);
});

test("the whole page is the whole page, and no word less than it says", async () => {
  const { pieces, regions, extractors } = await openRepair(PAGE, ADDRESS, { region: 0 });
  expect(pieces.filter((piece) => !piece.kept)).toEqual([]);
  expect(regions[0]!.words).toBeGreaterThan(extractors.find(({ name }) => name === "usual")!.words);
  const usual = await kept();
  expect(usual.length).toBeLessThan(pieces.length);
});

test("the cells of a table and the entries of a list are told apart", async () => {
  const texts = (await openRepair(PAGE, ADDRESS)).pieces.map(({ text }) => text);
  expect(texts).toContain("Stage, Hours, Mill, 7");
  expect(texts).toContain("Good boots, A cup");
});

test("the entries of a list within a list are told once", async () => {
  const nested = PAGE.replace("<li>A cup</li>", "<li>A cup<ul><li>of tin</li><li>of wood</li></ul></li>");
  const texts = (await openRepair(nested, ADDRESS)).pieces.map(({ text }) => text);
  expect(texts).toContain("Good boots, A cup, of tin, of wood");
});

test("what is put and what is dropped is what the article has", async () => {
  const { pieces } = await openRepair(PAGE, ADDRESS);
  const number = (words: string) => pieces.find(({ text }) => text.includes(words))!.number;
  const choice = { put: [number("newsletter")], drop: [number("cut by monks")] };
  const text = JSON.stringify((await applyRepair(PAGE, ADDRESS, choice)).blocks);
  expect(text).toContain("newsletter");
  expect(text).toContain("chapel with a bell");
  expect(text).not.toContain("cut by monks");
});

const ODD = PAGE.replace(
  "<ul><li>Good",
  `<h2>Of the climb<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2>
  <p>The slope is <math><semantics><mi>s</mi><annotation encoding="application/x-tex">s = \\frac{h}{l}</annotation></semantics></math> all along.<sup class="noprint">[<i>citation needed</i>]</sup></p>
  <p>The chapel is called <ruby>塩<rp>(</rp><rt>しお</rt><rp>)</rp></ruby> by those who come from afar.<sup><a href="#n1" id="r1">[1]</a></sup></p>
  <table><tr><td class="linenos"><pre>1\n2</pre></td><td><pre>climb()\nrest()</pre></td></tr></table>
  <table><tr><th>Inn</th><th hidden>Beds</th></tr><tr><td>Mill</td><td hidden>12</td></tr></table>
  <figure class="wp-block-table"><table><tr><th>Salt</th></tr><tr><td>Grey</td></tr></table></figure>
  <ol><li id="n1"><a href="#r1">↑</a> So the host says.</li></ol>
  <ul><li>Good`,
).replace(
  "</article>",
  `<img src="/bell.jpg" alt="The bell" width="400" height="300"><p>It is rung in fog to this day, and heard as far as the mill.</p>
  <h2>Related articles</h2><ul><li><a href="/sugar">Roads of sugar</a></li><li><a href="/silk">Roads of silk</a></li></ul></article>
  <aside><img src="/map.jpg" alt="A map" width="400" height="300"></aside>`,
);

test("what is read otherwise than it is written is in the article all the same", async () => {
  const { pieces } = await openRepair(ODD, ADDRESS);
  const kept = pieces.filter((piece) => piece.kept).map(({ text }) => text);
  for (const words of ["Of the climb", "The slope", "The chapel is called", "climb()", "Inn, Beds", "So the host"])
    expect(kept.join("\n")).toContain(words);
  expect(kept.join("\n")).not.toContain("Roads of sugar");
});

test("a picture that is put back is all that is new", async () => {
  const usual = await importHtml(ODD, ADDRESS);
  const { pieces } = await openRepair(ODD, ADDRESS);
  const map = pieces.find(({ text }) => text === "A map")!;
  expect(map.kept).toBe(false);
  const { blocks, related, byline } = await applyRepair(ODD, ADDRESS, { put: [map.number] });
  const isMap = (block: Block) => block.type === "figure" && block.image.alt === "A map";
  expect(blocks.filter(isMap)).toHaveLength(1);
  expect({ blocks: blocks.filter((block) => !isMap(block)), related, byline }).toEqual({
    blocks: usual.blocks,
    related: usual.related,
    byline: usual.byline,
  });
  expect(related).toHaveLength(2);
});

test("links to other articles that are put back stand in the text alone", async () => {
  const { pieces } = await openRepair(ODD, ADDRESS);
  const links = pieces.find(({ text }) => text.includes("Roads of sugar"))!;
  const { blocks, related } = await applyRepair(ODD, ADDRESS, { put: [links.number] });
  expect(JSON.stringify(blocks)).toContain("Roads of silk");
  expect(related).toEqual([]);
});

test("a note, a cell with text of its own and text between paragraphs can be dropped", async () => {
  const html = ODD.replace(
    "<td>Mill</td><td>7</td>",
    "<td><p>Mill</p><p>by the road</p></td><td>7 or eight</td>",
  ).replace("<p>It was cut", "Bare words stand here.<p>It was cut");
  const { pieces } = await openRepair(html, ADDRESS);
  const said = ["So the host", "7 or eight", "Bare words"];
  const drop = said.map((words) => pieces.find(({ text, kept }) => kept && text.includes(words))!.number);
  const text = JSON.stringify((await applyRepair(html, ADDRESS, { drop })).blocks);
  for (const words of said) expect(text).not.toContain(words);
  for (const words of ["by the road", "The chapel is called", "cut by monks"]) expect(text).toContain(words);
});

test("a figure is what it holds", async () => {
  const { pieces } = await openRepair(ODD, ADDRESS);
  expect(pieces.find(({ text }) => text === "Salt, Grey")).toMatchObject({ kind: "table" });
});

const POEMS = `<!doctype html><html lang="en"><title>Two poems</title><body><header><a href="/">Home</a></header><article>
  <h2>The sea</h2><p>The sea is wide,<br>the boat is small,<br>the night is long,<br>I know them all.</p>
  <h2>The hill</h2><p class="author">Ann Olsen</p><div class="stanza"><div>The hill is steep,</div><div>the path is thin,</div><div>the door stands open,</div><div>so come in.</div></div>
  </article><footer><a href="/imprint">Imprint</a></footer></body></html>`;

test("the words of a region are counted where it is one piece of the page, or a part of one", async () => {
  const { pieces, extractors } = await openRepair(POEMS, ADDRESS);
  expect(pieces.some(({ kept }) => kept)).toBe(true);
  for (const { words } of extractors) expect(words).toBeGreaterThan(10);
});

const HIDDEN = PAGE.replace(
  "<footer>",
  `<div id="more" hidden><h2>Answers</h2>${[1, 2, 3].map((stage) => `<p>On stage ${stage} of the road there is an inn whose host knows the way to the next, and tells it to whoever asks for a bed and pays for it in salt.</p>`).join("")}</div><footer>`,
);

test("what the page hides is there too and says so, and can be put back or taken as a whole", async () => {
  const { pieces, regions } = await openRepair(HIDDEN, ADDRESS);
  const hidden = pieces.filter(({ because }) => because === "hidden");
  expect(hidden.map(({ text }) => text.slice(0, 10))).toEqual(["Answers", "On stage 1", "On stage 2", "On stage 3"]);
  const put = await applyRepair(HIDDEN, ADDRESS, { put: [hidden[1]!.number] });
  expect(JSON.stringify(put.blocks)).toContain("On stage 1");
  expect(JSON.stringify(put.blocks)).not.toContain("On stage 2");
  const region = regions.find(({ begins }) => begins === "Answers")!.number;
  const taken = await applyRepair(HIDDEN, ADDRESS, { region });
  expect(JSON.stringify(taken.blocks)).toContain("On stage 3");
  expect(JSON.stringify(taken.blocks)).not.toContain("cut by monks");
});

const post = (name: string, text: string) =>
  `<div class="post"><dl class="postprofile"><dt><a class="username">${name}</a></dt><dd>Joined in 1921</dd></dl><div class="postbody"><div class="content">${text}</div></div></div>`;
const THREAD = `<!doctype html><html lang="en"><title>Roads of salt</title><body><h1>Roads of salt</h1>${post("ann", PROSE[0]!)}${post("tom", PROSE[1]!)}${post("eve", PROSE[2]!)}</body></html>`;

test("of a thread there are the posts, what stands around them, and a choice of both", async () => {
  const { pieces } = await openRepair(THREAD, ADDRESS);
  expect(pieces.filter((piece) => piece.kept).map(({ text }) => text.slice(0, 10))).toEqual([
    "ann",
    "The salt r",
    "tom",
    "It was cut",
    "eve",
    "Where the ",
  ]);
  const number = (words: string) => pieces.find(({ text }) => text.includes(words))!.number;
  const choice = { put: [number("Joined")], drop: [number("tom"), number("cut by monks")] };
  const text = JSON.stringify((await applyRepair(THREAD, ADDRESS, choice)).blocks);
  expect(text).toContain("Joined in 1921");
  expect(text).toContain("chapel with a bell");
  expect(text).not.toMatch(/cut by monks|"tom"/);
});
