import { expect, it } from "vitest";
import { picturesInside } from "./pictures-inside.ts";

/** A picture that nobody decodes here, and larger than those that stand in for another. */
const DATA = btoa("A picture of the harbour. ".repeat(80));
const SENTENCE = "The tide comes in twice a day, and the people of the harbour set their clocks by it. ";
const page = (src: string) =>
  `<!doctype html><meta charset=koi8-r><title>Tides</title><article><h1>Tides</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(3)}<figure><img src="${src}" alt="The harbour"></figure></article>`;

const MHTML = [
  "Snapshot-Content-Location: https://example.org/tides",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  "",
  "--b",
  "Content-Type: text/html",
  "Content-Location: https://example.org/tides",
  "",
  page("harbour.png"),
  "--b",
  "Content-Type: image/png",
  "Content-Transfer-Encoding: base64",
  "Content-Location: https://example.org/harbour.png",
  "",
  DATA,
  "--b--",
  "",
].join("\r\n");

it.each([
  ["a saved page with its parts", "file", MHTML],
  ["a page with pictures in its markup", "html", page(`data:image/png;base64,${DATA}`)],
] as const)("finds the pictures inside %s", async (_, kind, text) => {
  const [only, ...others] = await picturesInside({ kind, bytes: new Blob([text]) });
  expect(others).toEqual([]);
  expect(only?.key).toMatch(/^[0-9a-f]{32}$/);
  expect(await only?.bytes?.text()).toBe(atob(DATA));
});

it("finds none where there are only addresses of pictures, or nothing that can be read", async () => {
  expect(await picturesInside({ kind: "html", bytes: new Blob([page("https://example.org/a.png")]) })).toEqual([]);
  expect(await picturesInside({ kind: "html", bytes: new Blob(["<p>"]) })).toEqual([]);
});
