import { describe, expect, it } from "vitest";
import { isOrigin, withoutOrigin } from "./origin.ts";
import { plain } from "./plain.ts";
import { isWhole } from "./whole.ts";

it.each([
  ["<p>One</p><style>p { color: red }</style>two", "One two"],
  ["One<!-- not --> two", "One two"],
  ["<STYLE media='a'>p {}</style ><!-- <script> -->One<script>not('<!--')</script> two", "One two"],
  ["Why the <script> element blocks rendering", "Why the element blocks rendering"],
  ["What <!-- begins, <style> and <Script src=a> of all", "What <!-- begins, and of all"],
  ["a &amp;lt; b", "a &lt; b"],
])("of %j is left %j", (markup, text) => {
  expect(plain(markup)).toBe(text);
});

it.each([
  ["Text that goes on [...]", false],
  ["The end. The post A title appeared first on A site", true],
  ["Read more … The post A title appeared first on A site", false],
])("whether an entry that ends with %j is whole", (end, whole) => {
  expect(isWhole(`<p>${"Some words of an entry. ".repeat(40)}${end}</p>`)).toBe(whole);
});

it.each([
  "The post Entry 3 appeared first on Tide Notes.",
  "Der Beitrag Ebbe & Flut erschien zuerst auf Tide Notes.",
  "L’article La marée est apparu en premier sur Tide Notes.",
  "投稿 潮の満ち引き は Tide Notes に最初に表示されました。",
])("%j says where it first appeared, and is no part of the text", (line) => {
  expect(isOrigin(`\n${line} `)).toBe(true);
  expect(isOrigin(`The tide came in. ${line}`)).toBe(false);
  expect(withoutOrigin(`The tide came in. ${line}`)).toBe("The tide came in.");
  const after = `${line} ${"And then it went out. ".repeat(6)}`;
  expect(withoutOrigin(after)).toBe(after);
});

describe("takes no longer than its length asks for", () => {
  it.each([
    ["comments that do not end", "<!--".repeat(250_000)],
    ["styles that do not end", "<style>".repeat(150_000)],
    ["styles and comments that end", "<style></style><!---->".repeat(40_000)],
    ["half a tag", "<style ".repeat(150_000)],
    ["dots", ".".repeat(500_000)],
    ["words of where it appeared", " The post a".repeat(50_000)],
  ])("%s", (_, text) => {
    const begun = performance.now();
    expect(typeof isWhole(`x${text}x`)).toBe("boolean");
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
