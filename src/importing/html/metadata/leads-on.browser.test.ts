import { expect, it } from "vitest";
import { leadsOnTo } from "./leads-on.ts";

const HERE = "https://short.example/x";
const page = (content: string, body = "", around: [string, string] = ["", ""]) =>
  `<html><head><title>One moment</title>${around[0]}<META http-equiv="Refresh" content="${content}">${around[1]}</head><body>${body}</body></html>`;

it.each([
  ["0;URL=https://news.example/a?b=1&amp;c=2", "https://news.example/a?b=1&c=2"],
  ["0; url='/tides'", "https://short.example/tides"],
  ["3,https://news.example/", "https://news.example/"],
  [" 1.5 ; Url = https://news.example/one two ", "https://news.example/one%20two"],
])("a page that says %j leads on to %s", (content, to) => {
  expect(leadsOnTo(page(content), HERE)).toBe(to);
});

it("leads on for those without scripts, and with a few words for them", () => {
  const html = page(
    "0;URL=https://news.example/",
    "<script>location.replace('https://news.example/')</script><p>You are being led on.",
    ["<noscript>", "</noscript>"],
  );
  expect(leadsOnTo(html, HERE)).toBe("https://news.example/");
});

it("stays with a page that leads only those without scripts to another", () => {
  const other = page("0;url=/basic", "<script>const place = location.pathname;</script><div id=app></div>", [
    "<noscript>",
    "</noscript>",
  ]);
  expect(leadsOnTo(other, HERE)).toBeUndefined();
  const both = other.replace("</head>", '<meta http-equiv=refresh content="0;url=/read"></head>');
  expect(leadsOnTo(both, HERE)).toBe("https://short.example/read");
});

it.each([
  ["loads itself anew", page("0;url=https://short.example/x")],
  ["does so after a while", page("300;url=https://news.example/")],
  ["leads to no page", page("0;url=javascript:alert(1)")],
  ["says nothing of where", page("5")],
  ["has a text of its own", page("5;url=https://news.example/", `<p>${"The lamp was lit before dark. ".repeat(20)}`)],
  ["only speaks of it", "<p>To refresh the page, press F5."],
])("a page that %s leads nowhere", (_, html) => {
  expect(leadsOnTo(html, HERE)).toBeUndefined();
});
