import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFeed } from "./parse-feed.ts";

const ADDRESS = "https://lamps.example/feeds/all.xml";

const SOURCES = import.meta.glob<string>("./fixtures/*/source.*", { query: "?raw", import: "default", eager: true });

describe("a feed is read as its publisher meant it", () => {
  it.each(Object.keys(SOURCES))("%s", async (source) => {
    const feed = parseFeed(SOURCES[source]!, ADDRESS);
    await expect(`${JSON.stringify(feed, null, 2)}\n`).toMatchFileSnapshot(
      source.replace(/source\..*/, "expected.json"),
    );
  });
});

it.each([
  ["a page", "<!doctype html><title>Home</title><p>Welcome"],
  ["nothing", ""],
  ["JSON of another kind", `{"items": [1]}`],
  ["half a feed", "<rss version='2.0'><channel><item><title>Cut"],
])("%s is no feed", (_, text) => {
  expect(() => parseFeed(text, ADDRESS)).toThrow(
    expect.objectContaining({ name: "ImportProblem", reason: "not-an-article" }),
  );
});

it.each([
  ["RSS", '<rss version="2.0"><channel><title>All</title>', "item", "<item><title>3"],
  ["RSS in a text", '<rss version="2.0"><channel><title>All</title>', "item", "<item><title><![CDATA[Th"],
  ["RSS in a tag", '<rss version="2.0"><channel><title>All</title>', "item", "<item><title>3</ti"],
  ["Atom", '<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title>', "entry", "<entry><id>3</id><content>T"],
  [
    "RDF",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>All</title></channel>',
    "item",
    "<item><link>h",
  ],
])("of a feed that breaks off, the entries that are whole: %s", (_, head, name, rest) => {
  const entry = (id: number) =>
    `<${name}><title>No. ${id}</title><link href="https://lamps.example/${id}">https://lamps.example/${id}</link></${name}>`;
  const { title, entries } = parseFeed(`${head}${entry(1)}\n${entry(2)}\n${rest}`, ADDRESS);
  expect(title).toBe("All");
  expect(entries.map((one) => [one.title, one.address])).toEqual([
    ["No. 1", "https://lamps.example/1"],
    ["No. 2", "https://lamps.example/2"],
  ]);
});

it("no title turns the direction of what stands around it", () => {
  const entry =
    "<entry><id>1</id><title>Low \u202ewater</title><author><name>Ada\u202b</name></author><content>T</content></entry>";
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>All&#x202E;</title>${entry}</feed>`;
  expect(parseFeed(feed, ADDRESS)).toMatchObject({ title: "All", entries: [{ title: "Low water", byline: "Ada" }] });
});

it("a name that is no address is no link, whatever the feed says of it", () => {
  const item = (guid: string) =>
    `<item><title>${guid}</title><description>Text</description><guid>${guid}</guid></item>`;
  const items = ["p1", "https://lamps.example/p2", "tag:lamps.example,2025:3"].map(item).join("");
  const { entries } = parseFeed(`<rss version="2.0"><channel><title>All</title>${items}</channel></rss>`, ADDRESS);
  expect(entries.map(({ id, address }) => [id, address])).toEqual([
    ["p1", undefined],
    ["https://lamps.example/p2", "https://lamps.example/p2"],
    ["tag:lamps.example,2025:3", undefined],
  ]);
});

describe("the summary of an entry", () => {
  const TEXT = "<p>The tide comes in twice a day.</p><p>All who live here know when it does.</p>";
  const entryWith = (description: string) => {
    const item = `<item><title>Entry 3</title><link>https://lamps.example/3</link>${description}<content:encoded><![CDATA[${TEXT}]]></content:encoded></item>`;
    const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>All</title>${item}</channel></rss>`;
    return parseFeed(rss, ADDRESS).entries[0]!;
  };
  const described = (text: string) => entryWith(`<description><![CDATA[${text}]]></description>`);

  it("is the beginning of the text where it has none of its own, and that is known of it", () => {
    const beginning = "The tide comes in twice a day. All who live here know when it does.";
    expect(entryWith("")).toMatchObject({ summary: beginning, teaser: true });
    expect(described(TEXT)).toMatchObject({ summary: beginning, teaser: true });
    expect(described("<p>The post Entry 3 appeared first on Tide Notes.</p>")).toMatchObject({ teaser: true });
  });

  it("is a teaser where it says that it goes on", () => {
    const text = `<p>Teaser 3 [&#8230;] Continue reading</p><p>The post <a href="/3">Entry 3</a> appeared first on <a href="/">Tide Notes</a>.</p>`;
    expect(described(text)).toMatchObject({ summary: "Teaser 3 […] Continue reading", teaser: true });
  });

  it("is its own otherwise, however long", () => {
    const { summary, teaser } = described(`${"What the moon has to do with it. ".repeat(20)}`);
    expect(summary).toMatch(/^What the moon.*…$/);
    expect(teaser).toBeUndefined();
  });
});

it("takes no more than 500 entries of an endless feed", () => {
  const item = (number: number) => `<item><title>${number}</title><link>https://lamps.example/${number}</link></item>`;
  const items = Array.from({ length: 2000 }, (_, number) => item(number)).join("");
  const { entries } = parseFeed(`<rss version="2.0"><channel><title>All</title>${items}</channel></rss>`, ADDRESS);
  expect(entries).toHaveLength(500);
  expect(entries[0]).toMatchObject({ id: "https://lamps.example/0", title: "0" });
});

it("never fails in any other way, whatever is done to a feed", () => {
  const source = SOURCES["./fixtures/rss-full/source.xml"]!;
  fc.assert(
    fc.property(fc.nat(source.length), fc.nat(40), fc.string({ maxLength: 20 }), (at, length, text) => {
      try {
        const { entries } = parseFeed(source.slice(0, at) + text + source.slice(at + length), ADDRESS);
        for (const { title, address = "https:" } of entries) {
          expect(title).not.toBe("");
          expect(address).toMatch(/^https?:/);
        }
      } catch (error) {
        expect(error).toMatchObject({ name: "ImportProblem" });
      }
    }),
    { numRuns: 400 },
  );
});
