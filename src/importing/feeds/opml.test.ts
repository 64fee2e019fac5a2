import { describe, expect, it } from "vitest";
import { readOpml, writeOpml } from "./opml.ts";

const SUBSCRIPTIONS = [
  { address: "https://lamps.example/feed.xml", title: "Lamps & Tides", site: "https://lamps.example/" },
  { address: "https://kai.example/rss?a=1&b=2", title: "海の便り" },
];

it("what is written can be read again", () => {
  expect(readOpml(writeOpml("My feeds", SUBSCRIPTIONS))).toEqual(SUBSCRIPTIONS);
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
    { address: "https://lamps.example/feed.xml", title: "Lamps" },
    { address: "https://boats.example/atom", title: "https://boats.example/atom" },
  ]);
});

describe("folders within folders", () => {
  const deep = (depth: number) => {
    const feed = `<outline text="x" xmlUrl="https://a.example/"/>`;
    return `<opml version="2.0"><body>${'<outline text="f">'.repeat(depth)}${feed}${"</outline>".repeat(depth)}</body></opml>`;
  };

  it("are looked through", () => {
    expect(readOpml(deep(60))).toEqual([{ address: "https://a.example/", title: "x" }]);
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
