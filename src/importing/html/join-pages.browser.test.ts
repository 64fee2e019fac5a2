import { expect, test } from "vitest";
import { leavesOf } from "#domain/text.ts";
import { joinBlocks, joinPages } from "./join-pages.ts";

const sentence = (what: string) =>
  `<p>${what}: the harbour was quiet that morning, and the boats lay side by side along the quay.</p>`;
const page = (number: number) =>
  `<title>Harbour</title><main><h1>Harbour</h1>${[1, 2, 3, 4].map((part) => sentence(`Page ${number}, part ${part}`)).join("")}
   <p>Noted<sup><a href="#fn1">1</a></sup> on page ${number}, with a sentence that is long enough to be text.</p>
   <img src="${number}.jpg" alt="Picture ${number}" width="800" height="600">${sentence("On every page")}
   <ol><li id="fn1">Note of page ${number}</li></ol></main>`;

test("several pages become one article, notes and pictures of all of them, and nothing twice", async () => {
  const { title, blocks, pictures } = await joinPages([page(1), "<p></p>", page(2)], {
    address: "https://example.org/one",
  });
  const text = leavesOf({ blocks }).map((leaf) => leaf.text);
  expect(title).toBe("Harbour");
  expect(text.filter((line) => line.startsWith("Page"))).toHaveLength(8);
  expect(text.filter((line) => line.startsWith("On every page"))).toHaveLength(1);
  expect(pictures).toHaveLength(2);
  const notes = blocks.flatMap((block) => (block.type === "note" ? [block.id] : []));
  expect(new Set(notes).size).toBe(2);
  const referred = leavesOf({ blocks })
    .flatMap(({ content }) => content.flatMap(({ marks = [] }) => marks))
    .flatMap((mark) => (mark.type === "note-reference" ? [mark.note] : []));
  expect(referred).toEqual(notes);
  expect(blocks.slice(-2).map(({ type }) => type)).toEqual(["note", "note"]);
});

test("what is said again within the pages stays, and what stands at the edge of each comes once", () => {
  const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ text }] });
  const teaser = paragraph("What the harbour master saw on the longest night of the year.");
  const talk = ["“Did you see it?”", "“Yes.”", "* * *"].map(paragraph);
  const invitation = paragraph("This story first appeared in the magazine for those who love harbours.");
  const page = (number: number) => [teaser, ...talk, paragraph(`The end of page ${number}.`), ...talk, invitation];
  expect(joinBlocks([page(1), page(2)])).toEqual([...page(1), ...page(2).slice(1, -1)]);
});

test("posts of a thread that begin with the same name are of the same poster, and not the head of each page", async () => {
  const post = (name: string, text: string) =>
    `<div class="post"><a class="postprofile"><span class="username">${name}</span></a><div class="postbody"><div class="content">${sentence(text)}</div></div></div>`;
  const thread = (first: string, second: string) => `<title>Harbour</title>${post("ann", first)}${post("tom", second)}`;
  const { blocks, ...rest } = await joinPages([thread("One", "Two"), thread("Three", "Four")]);
  expect(leavesOf({ blocks }).map(({ text }) => text.split(":")[0])).toEqual([
    "ann",
    "One",
    "tom",
    "Two",
    "ann",
    "Three",
    "tom",
    "Four",
  ]);
  expect(rest).not.toHaveProperty("isThread");
});
