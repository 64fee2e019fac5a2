import { expect, test } from "vitest";
import type { FetchedPage } from "./fetching/fetched.ts";
import { pagesFrom } from "./further-pages.ts";
import { importHtml } from "./html/import-html.ts";

const SITE = "https://harbour.example";
const prose = (about: string) =>
  [1, 2, 3]
    .map(
      (part) =>
        `<p>${about}, part ${part}: the harbour was quiet that morning, and the boats of ${about} lay side by side along the quay.</p>`,
    )
    .join("");
const article = (title: string, about: string, pager = "", more = "") =>
  `<!doctype html><html lang="en"><head><title>${title} | Harbour</title></head><body><main><article><h1>${title}</h1>${prose(about)}${pager}</article>${more}</main></body></html>`;

/** How many of a web's pages the article at an address is put together of, and which were asked for. */
async function pagesAt(path: string, web: Record<string, string>) {
  const asked: string[] = [];
  const fetch = async (address: string): Promise<FetchedPage> => {
    asked.push(address.slice(SITE.length));
    const text = web[address.slice(SITE.length)];
    if (text === undefined) throw new Error(`Nothing is at ${address}.`);
    return { text, address, type: "text/html" } as FetchedPage;
  };
  const text = web[path]!;
  const first = await importHtml(text, { address: SITE + path });
  const { pages, complete } = await pagesFrom(text, first, SITE + path, new AbortController().signal, fetch);
  return { pages: pages.length, asked, complete, doubts: first.doubts };
}

const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;

test.each([
  ["in the query", "/tides", ["/tides?page=2", "/tides?page=3"]],
  ["by a word in the path", "/tides", ["/tides/page/2", "/tides/page/3"]],
  ["by a bare number in the path", "/tides/", ["/tides/2/", "/tides/3/"]],
  ["from a first page that has its number", "/tides?page=1", ["/tides?page=2", "/tides?page=3"]],
])("an article of three pages is read to its end, counted %s", async (_name, first, [second, third]) => {
  const pager = (current: number) =>
    `<nav class="pages"><ol>${[first, second!, third!].map((href, i) => `<li>${i + 1 === current ? i + 1 : link(href, `${i + 1}`)}</li>`).join("")}</ol></nav>`;
  const web = {
    [first]: article("The tides", "The first page", pager(1)),
    [second!]: article("The tides – Page 2", "The second page", pager(2)),
    [third!]: article("The tides (3/3)", "The third page", "", pager(3)),
  };
  expect(await pagesAt(first, web)).toMatchObject({ pages: 3, complete: true });
  const { asked, doubts } = await pagesAt(second!, web);
  expect(asked).toEqual([]);
  if (!second!.endsWith("/2/")) expect(doubts).toContain("later-page");
});

test.each([
  ["the next post", "/posts/12", "/posts/13", "rel"],
  ["the next day", "/2026/06/14", "/2026/06/15", "pager"],
  ["the next chapter", "/serial/3", "/serial/4", "rel"],
  ["the next number in a query", "/post?p=12", "/post?p=13", "pager"],
])("%s is another article", async (_name, here, next, by) => {
  const onward = by === "rel" ? `<p><a rel="next" href="${next}">Next</a></p>` : `<p>1 ${link(next, "2")}</p>`;
  const web = { [here]: article("The tides", "One", onward), [next]: article("The tides", "Another") };
  expect(await pagesAt(here, web)).toMatchObject({ pages: 1, asked: [] });
});

test("numbers of an archive in the tail of the page are not followed", async () => {
  const tail = `<footer><p>Archive: ${link("/tides?page=2", "2")} ${link("/tides?page=3", "3")}</p></footer>`;
  const web = { "/tides": article("The tides", "One").replace("</body>", `${tail}</body>`) };
  expect(await pagesAt("/tides", web)).toMatchObject({ pages: 1, asked: [] });
});

test.each([
  ["another title", article("The tides, part 2", "Another")],
  ["another day", article("The tides", "Another").replace("<h1>", "<time datetime='2026-06-15'></time><h1>")],
  [
    "a list of links",
    article("The tides", "x").replace(
      prose("x"),
      [1, 2, 3, 4, 5, 6, 7, 8]
        .map(
          (i) =>
            `<h2><a href="/${i}">A headline about the harbour, number ${i}</a></h2><p>And what it is about, in one sentence.</p>`,
        )
        .join(""),
    ),
  ],
  ["the same text with other comments", article("The tides", "One")],
  ["no text", "<title>The tides</title><p></p>"],
])("a second page of %s is not joined", async (_name, second) => {
  const web = {
    "/tides": article("The tides", "One", `<p>1 ${link("/tides?page=2", "2")}</p>`).replace(
      "<h1>",
      "<time datetime='2026-06-14'></time><h1>",
    ),
    "/tides?page=2": second,
  };
  expect(await pagesAt("/tides", web)).toMatchObject({ pages: 1, asked: ["/tides?page=2"], complete: true });
});

test("a page that cannot be had leaves the article incomplete", async () => {
  const web = { "/tides": article("The tides", "One", `<p>1 ${link("/tides?page=2", "2")}</p>`) };
  expect(await pagesAt("/tides", web)).toMatchObject({ pages: 1, complete: false });
});
