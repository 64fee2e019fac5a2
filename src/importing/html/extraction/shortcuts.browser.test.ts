import { Readability } from "@mozilla/readability";
import { expect, test } from "vitest";
import { clearPage, openPage } from "../import-html.ts";
import { SHORTCUTS } from "./shortcuts.ts";

const pages = import.meta.glob<string>(["../fixtures/*/source.html", "../blocks/fixtures/*/source.html"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What the library keeps of a page, by its strictest and its least strict rules. */
function keptOf(source: string, shortcuts: object): (string | undefined)[] {
  return [7, 0].map((flags) => {
    const page = openPage(source);
    clearPage(page);
    const reader = new Readability<Node>(page, { charThreshold: 1, disableJSONLD: true, serializer: (node) => node });
    return Object.assign(reader, shortcuts, { _flags: flags }).parse()?.content?.textContent ?? undefined;
  });
}

test.each(Object.entries(pages))("the same text is kept of %s", (_, source) => {
  expect(keptOf(source, SHORTCUTS)).toEqual(keptOf(source, {}));
});

test("all of them are methods of the library", () => {
  for (const name of Object.keys(SHORTCUTS)) expect(Readability.prototype).toHaveProperty(name);
});
