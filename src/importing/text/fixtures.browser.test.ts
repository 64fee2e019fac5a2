import { describe, expect, it } from "vitest";
import { commands } from "vitest/browser";
import { inertDocument } from "../html/inert-document.ts";
import { importMarkdown } from "./markdown.ts";
import { importPasted } from "./pasted.ts";
import { importText } from "./plain-text.ts";

/** Each folder is one rule: what comes in, and in `expected.json` the article that comes of it. */
const sources = import.meta.glob<string>("./fixtures/*/source.*", { query: "?raw", import: "default", eager: true });
const expected = import.meta.glob<unknown>("./fixtures/*/expected.json", { import: "default", eager: true });

const IMPORTERS: Record<string, (source: string) => unknown> = {
  txt: importText,
  md: (source) => importMarkdown(source),
  html: (html) => importPasted({ html, text: inertDocument(html).body.textContent ?? "" }),
};

const rules = Object.entries(sources).map(([path, source]) => ({ path, source, rule: path.split("/").at(-2)! }));

describe("what comes in as text becomes an article", () => {
  it.each(rules)("$rule", async ({ path, source, rule }) => {
    const found = await IMPORTERS[path.split(".").at(-1)!]!(source);
    const file = path.replace(/source\.\w+$/, "expected.json");
    // `npm run fixture` names the folder whose result is to be kept.
    const asked = import.meta.env["VITE_FIXTURE"] as string | undefined;
    if (asked === "all" || asked === rule) {
      await commands.writeFile(file.replace("./", "src/importing/text/"), `${JSON.stringify(found, null, 2)}\n`);
    } else expect(found).toEqual(expected[file]);
  });

  it("has a corpus that covers the rules", () => {
    expect(rules.length).toBeGreaterThan(55);
  });
});
