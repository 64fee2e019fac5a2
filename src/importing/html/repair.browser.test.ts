import { expect, test } from "vitest";
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
