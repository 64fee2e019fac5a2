import fc from "fast-check";
import { expect, test } from "vitest";
import { LinkDensities } from "./link-densities.ts";

type Tree = string | { name: string; children: Tree[] };

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, depthSize: "large" },
    fc.string({ unit: fc.constantFrom("a", "B", "字", " ", " ", "\n", "\u00A0", "\u2003", "\uFEFF", "\u200B") }),
    fc.record({
      name: fc.constantFrom("a", "div", "p", "span"),
      children: fc.array(tie("tree"), { maxLength: 5 }),
    }),
  ),
}));

function build(made: Tree): Node {
  if (typeof made === "string") return document.createTextNode(made);
  const element = document.createElement(made.name);
  element.append(...made.children.map(build), document.createComment("no text"));
  return element;
}

const lengthOf = (element: Element) => element.textContent.trim().replace(/\s{2,}/g, " ").length;

/** By its definition, with the texts of links for half. */
function densityOf(element: Element): number {
  const length = lengthOf(element);
  const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + 0.5 * lengthOf(link), 0);
  return length === 0 ? 0 : linked / length;
}

test("each element's density is what its definition says", () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (children) => {
      const root = build({ name: "div", children }) as Element;
      const densities = new LinkDensities(root, () => 0.5);
      for (const element of [root, ...root.querySelectorAll("*")])
        expect(densities.of(element)).toBeCloseTo(densityOf(element), 10);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, (root: Element) => void]>([
  ["an element is taken out", (root) => root.firstElementChild!.remove()],
  ["one is moved", (root) => root.append(root.firstElementChild!)],
  ["a text is another", (root) => (root.firstElementChild!.firstChild!.nodeValue = "other")],
])("they are no longer true once %s", (_, change) => {
  const root = build({
    name: "div",
    children: [
      { name: "p", children: ["one"] },
      { name: "a", children: ["two"] },
    ],
  }) as Element;
  const densities = new LinkDensities(root, () => 1);
  densities.of(root);
  expect(densities.areTrue()).toBe(true);
  change(root);
  expect(densities.areTrue()).toBe(false);
  expect(densities.areTrue()).toBe(false);
});
