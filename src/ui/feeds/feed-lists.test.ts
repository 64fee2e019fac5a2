import { expect, it } from "vitest";
import { withoutFeedLists } from "./feed-lists.ts";

const OPML = `<?xml version="1.0"?>\n<!-- Mine -->\n<opml version="2.0"><body/></opml>`;

it("tells lists of feeds from other files by what is in them", async () => {
  const [list, named, page] = [
    new File([OPML], "feeds.xml"),
    new File(["Dear diary"], "feeds.opml"),
    new File(["<!doctype html><p>About &lt;opml>"], "page.html"),
  ];
  expect(await withoutFeedLists([list, named, page])).toEqual({ lists: [list], others: [named, page] });
});

it("is not held up by a file of nothing but comments", async () => {
  const file = new File(["<!---->".repeat(280)], "feeds.opml");
  expect(await withoutFeedLists([file])).toEqual({ lists: [], others: [file] });
});

it("leaves a file that cannot be read to those who say so", async () => {
  const gone = new File([], "gone.opml");
  gone.slice = () => ({ text: () => Promise.reject(new Error("NotFoundError")) }) as unknown as Blob;
  expect(await withoutFeedLists([gone])).toEqual({ lists: [], others: [gone] });
});
