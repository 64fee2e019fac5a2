import { afterEach, beforeEach, expect, it } from "vitest";
import { clearPaint, isPainted, paint } from "./painter.ts";
import { drawArticle, type DrawnArticle, paragraph } from "./testing.ts";

let drawn: DrawnArticle;

beforeEach(() => {
  drawn = drawArticle([paragraph("The sea ", { text: "breathes", marks: [{ type: "emphasis" }] }, " out.")]);
});

afterEach(() => {
  clearPaint();
  drawn.remove();
});

const painted = (name: string) => [...(CSS.highlights.get(name) ?? [])].map(String);

it("paints a sentence and its word, the word on top", () => {
  paint("sentence", 0, [{ start: 0, end: 21 }]);
  paint("word", 0, [{ start: 8, end: 16 }]);
  expect(painted("sentence")).toEqual(["The sea breathes out."]);
  expect(painted("word")).toEqual(["breathes"]);
  expect(CSS.highlights.get("word")!.priority).toBeGreaterThan(CSS.highlights.get("sentence")!.priority);
});

it("moves the paint on, and takes it away", () => {
  paint("word", 0, [{ start: 0, end: 3 }]);
  paint("word", 0, [{ start: 4, end: 7 }]);
  expect(painted("word")).toEqual(["sea"]);
  paint("word", 0, []);
  expect(CSS.highlights.has("word")).toBe(false);
  paint("sentence", 0, [{ start: 0, end: 21 }]);
  clearPaint();
  expect(CSS.highlights.size).toBe(0);
});

it("finds the next word also where the text has been parted or joined meanwhile", () => {
  paint("word", 0, [{ start: 0, end: 3 }]);
  const [first] = drawn.element.querySelector("#b0")!.childNodes;
  (first as Text).splitText(2).splitText(3);
  paint("word", 0, [{ start: 4, end: 7 }]);
  expect(painted("word")).toEqual(["sea"]);
  paint("word", 0, [{ start: 17, end: 20 }]);
  expect(painted("word")).toEqual(["out"]);
  drawn.element.normalize();
  paint("word", 0, [{ start: 0, end: 7 }]);
  expect(painted("word")).toEqual(["The sea"]);
  drawn.element.querySelector("#b0")!.replaceChildren("The sea breathes out.");
  paint("word", 0, [{ start: 8, end: 16 }]);
  expect(painted("word")).toEqual(["breathes"]);
});

it("knows whether what it has painted is still in the page", () => {
  expect(isPainted("sentence")).toBe(false);
  paint("sentence", 0, [{ start: 0, end: 21 }]);
  expect(isPainted("sentence")).toBe(true);
  drawn.element.querySelector("#b0")!.replaceChildren("The sea breathes out.");
  expect(isPainted("sentence")).toBe(false);
});

it("paints what is said and leaves out what is not", () => {
  paint("sentence", 0, [
    { start: 0, end: 7 },
    { start: 16, end: 21 },
  ]);
  expect(painted("sentence")).toEqual(["The sea", " out."]);
});

it("takes the paint away where the place is not in the page", () => {
  paint("sentence", 0, [{ start: 0, end: 21 }]);
  paint("sentence", 7, [{ start: 0, end: 21 }]);
  expect(CSS.highlights.has("sentence")).toBe(false);
});

it("leaves every element, and so every screen reader, alone", () => {
  const changes = new MutationObserver(() => {});
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  paint("sentence", 0, [{ start: 0, end: 21 }]);
  paint("word", 0, [{ start: 8, end: 16 }]);
  clearPaint();
  expect(changes.takeRecords()).toEqual([]);
});

it("paints the title, too, which is spoken first", () => {
  paint("sentence", -2, [{ start: 0, end: 5 }]);
  expect(painted("sentence")).toEqual(["Drawn"]);
  expect(isPainted("sentence")).toBe(true);
  paint("word", -1, [{ start: 0, end: 5 }]);
  expect(painted("word"), "there is no standfirst").toEqual([]);
  paint("sentence", 0, [{ start: 0, end: 7 }]);
  expect(painted("sentence")).toEqual(["The sea"]);
});
