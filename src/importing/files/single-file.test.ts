import { describe, expect, it } from "vitest";
import { savedAddress, withoutInlinePictures, withSharedPictures } from "./single-file.ts";

describe("where a saved page was", () => {
  it.each([
    [
      "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://example.org/a?b=1 \n saved date: Mon Nov 23 2020\n--><head>",
      "https://example.org/a?b=1",
    ],
    ["<!DOCTYPE html>\n<!-- saved from url=(0023)https://example.org/a b -->", "https://example.org/a"],
    ["<!-- saved from url=(0014)about:internet -->", undefined],
    ["<!--\n url: https://example.org/ \n-->", undefined],
    ["<p>Page saved with SingleFile url: https://example.org/</p>", undefined],
    ["<!-- Page saved with SingleFile\n url: file:///home/me/a.html -->", undefined],
  ])("%j", (html, address) => {
    expect(savedAddress(html)).toBe(address);
  });
});

describe("pictures that are kept once", () => {
  it("are where they are shown", () => {
    const html =
      "<style>:root{--sf-img-1: url(\"data:image/png;base64,AAAA\")}</style><img alt='a > b' src='data:image/svg+xml,<svg/>' style='background-image:var(--sf-img-1)!important'><img src=x.png><img src='y' style='background:var(--sf-img-2)'>";
    expect(withSharedPictures(html)).toBe(html.replace("'data:image/svg+xml,<svg/>'", '"data:image/png;base64,AAAA"'));
  });
});

describe("pictures inside a page", () => {
  it("are taken out of its text, each once, and found again by what stands there", () => {
    const picture = `data:image/png;base64,${btoa("x".repeat(3000))}`;
    const small = "data:image/png;base64,AAAA";
    const { html, files } = withoutInlinePictures(`<img src="${picture}"><img src=${small}><img src='${picture}'>`);
    expect(html).toBe(`<img src="picture-inside:1"><img src=${small}><img src='picture-inside:1'>`);
    expect(files("picture-inside:1")?.size).toBe(3000);
    expect(files("picture-inside:2")).toBeUndefined();
  });
});
