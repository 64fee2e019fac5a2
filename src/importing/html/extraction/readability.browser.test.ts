import { expect, test } from "vitest";
import { inertDocument } from "../inert-document.ts";
import { keptByReadability } from "./readability.ts";

const TEXT =
  "The ferry crosses the sound at noon, and the keeper of the light writes down who is on board, every day. ";

test("what is not looked at is back in its place afterwards", () => {
  const source = `<html><head><title>The ferry</title></head><body><nav>One</nav><aside>Two</aside>and text<noscript><img src="a.jpg"></noscript><noscript>b</noscript><div><p>${TEXT.repeat(8)}</p><aside>Three<noscript>c</noscript></aside></div><footer>Four</footer></body></html>`;
  const page = inertDocument(source);
  const apart = [...page.querySelectorAll("nav, aside, footer")];
  const kept = keptByReadability(page, apart);
  expect(new XMLSerializer().serializeToString(page)).toBe(
    new XMLSerializer().serializeToString(inertDocument(source)),
  );
  const paragraph = page.querySelector("p")!.firstChild!;
  expect(kept.has(paragraph)).toBe(true);
  for (const element of apart) expect([...kept].some((node) => element.contains(node))).toBe(false);
});
