/** The browser's own decoder judges what a picture is; the network is a FAKE. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pictureOf } from "./artwork.ts";

const BASE = "https://lectern.test/reader/";
const KEY = "images/0123456789abcdef0123456789abcdef";

/** Addresses that were asked for. */
let asked: string[];
let answer: Response;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    return answer;
  });
});
afterEach(() => vi.unstubAllGlobals());

async function png(width: number, height: number): Promise<Response> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.fillRect(0, 0, width, height);
  return new Response(await canvas.convertToBlob({ type: "image/png" }), { headers: { "Content-Type": "image/png" } });
}

it("is the article’s own picture, from the app’s own address", async () => {
  answer = await png(1200, 630);
  expect(await pictureOf({ image: KEY }, BASE)).toEqual([{ src: BASE + KEY, sizes: "1200x630", type: "image/png" }]);
  expect(asked).toEqual([BASE + KEY]);
});

it.each([
  undefined,
  "https://tracker.example/lead.jpg",
  "//tracker.example/lead.jpg",
  "images/../api/page",
  "images//tracker.example",
  "data:image/png;base64,AA",
])("is none, and nobody is asked, where the article names %s", async (image) => {
  answer = await png(1200, 630);
  expect(await pictureOf({ ...(image && { image }) }, BASE)).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each([
  ["is not on the device", async () => new Response(null, { status: 404 })],
  ["is a page of a host that has no such file", async () => new Response("<!doctype html>")],
  [
    "is a drawing",
    async () =>
      new Response('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>', {
        headers: { "Content-Type": "image/svg+xml" },
      }),
  ],
  ["is a mark", () => png(300, 64)],
] as [string, () => Promise<Response>][])("is none where it %s", async (_, make) => {
  answer = await make();
  expect(await pictureOf({ image: KEY }, BASE)).toBeUndefined();
});
