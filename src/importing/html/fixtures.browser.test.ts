import { describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { importHtml } from "./import-html.ts";
import { inertDocument } from "./inert-document.ts";
import { toBlocks } from "./to-blocks.ts";

/** Each folder is one rule: `source.html` and, in `expected.json`, the parts of the article that show it. */
const ADDRESS = "https://example.org/articles/one";

const pages = import.meta.glob<string>("./fixtures/*/source.html", { query: "?raw", import: "default", eager: true });
const bodies = import.meta.glob<string>("./blocks/fixtures/*/source.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const expected = import.meta.glob<Record<string, unknown>>(
  ["./fixtures/*/expected.json", "./blocks/fixtures/*/expected.json"],
  {
    import: "default",
    eager: true,
  },
);

async function check(path: string, found: object): Promise<void> {
  const file = path.replace("source.html", "expected.json");
  // `npm run fixture` names the folder whose result is to be kept.
  const asked = import.meta.env["VITE_FIXTURE"] as string | undefined;
  if (asked === "all" || path.endsWith(`/${asked}/source.html`)) {
    await commands.writeFile(file.replace("./", "src/importing/html/"), `${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  const parts = expected[file] ?? {};
  expect(Object.keys(parts)).not.toEqual([]);
  const shown = Object.fromEntries(Object.keys(parts).map((key) => [key, (found as Record<string, unknown>)[key]]));
  expect(shown).toEqual(parts);
}

const named = (sources: Record<string, string>) =>
  Object.entries(sources).map(([path, source]) => ({ path, source, rule: path.split("/").at(-2)! }));

describe("a page becomes an article", () => {
  test.each(named(pages))("$rule", async ({ path, source }) => {
    await check(path, await importHtml(source, { address: ADDRESS }));
  });
});

describe("markup becomes blocks", () => {
  test.each(named(bodies))("$rule", async ({ path, source }) => {
    await check(path, await toBlocks(inertDocument(source).body, { address: ADDRESS, lang: "en", dir: "ltr" }));
  });
});
