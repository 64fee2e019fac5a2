import { expect, it } from "vitest";
import { feedLinks } from "./links.ts";

it("the address of a feed is seen from where the page says that it is", () => {
  const page = (base: string) =>
    `<head>${base}<link rel="alternate" type="application/rss+xml" title="All" href="all.xml"><body>`;
  const at = "https://lamps.example/news/today";
  const addresses = (base: string) => feedLinks(page(base), at).map(({ address }) => address);
  expect(addresses("")).toEqual(["https://lamps.example/news/all.xml"]);
  expect(addresses('<base href="/feeds/">')).toEqual(["https://lamps.example/feeds/all.xml"]);
  expect(addresses('<base href="https://feeds.example/lamps/">')).toEqual(["https://feeds.example/lamps/all.xml"]);
});
