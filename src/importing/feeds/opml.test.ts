import { describe, expect, it } from "vitest";
import { readOpml, writeOpml } from "./opml.ts";

const SUBSCRIPTIONS = [
  { address: "https://lamps.example/feed.xml", title: "Lamps & Tides", site: "https://lamps.example/" },
  { address: "https://kai.example/rss?a=1&b=2", title: "海の便り", folder: ["Sea"] },
  { address: "https://fog.example/rss", title: "Fog", folder: ["Sea", "Lights & bells"] },
  { address: "https://pass.example/rss", title: "Passes", folder: ["Hills"] },
];

it("what is written can be read again", () => {
  expect(readOpml(writeOpml("My feeds", SUBSCRIPTIONS))).toEqual(SUBSCRIPTIONS);
});

it("folders are outlines with what is in them", () => {
  const written = writeOpml("My feeds", SUBSCRIPTIONS).replace(/>\s+</g, "><");
  expect(written).toContain(
    '</outline></outline><outline text="Hills" title="Hills"><outline text="Passes" type="rss"',
  );
  expect(written.match(/text="Sea"/g)).toHaveLength(1);
});

it("a feed in several folders is in the first of them", () => {
  const feed = '<outline text="Fog" xmlUrl="https://fog.example/rss"/>';
  const opml = `<opml version="2.0"><body>${feed}<outline text="  Sea\n and&#9;coast ">${feed}</outline><outline text="Fog">${feed}</outline></body></opml>`;
  expect(readOpml(opml)).toEqual([{ address: "https://fog.example/rss", title: "Fog", folder: ["Sea and coast"] }]);
});

it("a folder without a name is none, nor is a feed that has others within it; a long name is cut off", () => {
  const feed = (host: string, more = "") =>
    `<outline text="${host}" xmlUrl="https://${host}.example/">${more}</outline>`;
  const opml = `<opml version="2.0"><body><outline text="A"><outline text=" ">${feed("one", feed("two"))}</outline></outline>
    <outline title="${"long ".repeat(40)}">${feed("three")}</outline></body></opml>`;
  expect(readOpml(opml).map(({ title, folder }) => [title, folder])).toEqual([
    ["one", ["A"]],
    ["two", ["A"]],
    ["three", ["long ".repeat(20).trim()]],
  ]);
});

it("subscriptions are found in any folder, once each, and only those of the web", () => {
  const opml = `<?xml version="1.0"?><opml version="1.0"><head><title>Old reader</title></head><body>
    <outline text="Sea"><outline title="More">
      <outline text="Lamps" type="rss" xmlUrl="https://lamps.example/feed.xml" htmlUrl="javascript:alert(1)"/>
    </outline><outline text="Lamps again" xmlUrl="https://lamps.example/feed.xml"/></outline>
    <outline text="" xmlUrl="feed://boats.example/atom"/>
    <outline text="A file" xmlUrl="file:///etc/passwd"/>
    <outline text="Not a feed"/>
  </body></opml>`;
  expect(readOpml(opml)).toEqual([
    { address: "https://lamps.example/feed.xml", title: "Lamps", folder: ["Sea", "More"] },
    { address: "https://boats.example/atom", title: "https://boats.example/atom" },
  ]);
});

describe("a file is read in the encoding that it has", () => {
  const opml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><opml version="2.0"><body><outline text="Möwen" xmlUrl="https://a.example/"/></body></opml>`;
  const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
  it.each<[string, Uint8Array]>([
    ["UTF-8", new TextEncoder().encode(opml("utf-8"))],
    ["UTF-8 with a mark, whatever it says", new TextEncoder().encode(`\ufeff${opml("iso-8859-1")}`)],
    ["Latin 1, as it says", Uint8Array.from(opml("iso-8859-1"), (letter) => letter.charCodeAt(0))],
    ["UTF-16 with a mark", utf16(`\ufeff${opml("utf-16")}`)],
    ["UTF-8 that says UTF-16, as what was first a text in a program may", new TextEncoder().encode(opml("utf-16"))],
    ["UTF-8 that says what nobody knows", new TextEncoder().encode(opml("klingon"))],
  ])("%s", (_, bytes) => {
    expect(readOpml(bytes)).toEqual([{ address: "https://a.example/", title: "Möwen" }]);
  });
});

describe("folders within folders", () => {
  const deep = (depth: number) => {
    const feed = `<outline text="x" xmlUrl="https://a.example/"/>`;
    return `<opml version="2.0"><body>${'<outline text="f">'.repeat(depth)}${feed}${"</outline>".repeat(depth)}</body></opml>`;
  };

  it("are looked through, and what lies very deep is in the tenth", () => {
    const folder = Array.from({ length: 10 }, () => "f");
    expect(readOpml(deep(10))).toEqual([{ address: "https://a.example/", title: "x", folder }]);
    expect(readOpml(deep(60))).toEqual(readOpml(deep(10)));
    expect(readOpml(writeOpml("Deep", readOpml(deep(60))))).toEqual(readOpml(deep(60)));
  });

  it("are refused where nobody would have made so many", () => {
    expect(() => readOpml(deep(3000))).toThrow(expect.objectContaining({ reason: "damaged" }));
  });
});

it.each([
  ["no OPML", "<html><body>Hello</body></html>", "damaged"],
  ["nothing", "", "damaged"],
  ["one without feeds", `<opml version="2.0"><body><outline text="Empty"/></body></opml>`, "empty"],
])("%s is refused with a reason", (_, text, reason) => {
  expect(() => readOpml(text)).toThrow(expect.objectContaining({ reason }));
});
