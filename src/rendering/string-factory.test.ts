import { describe, expect, it } from "vitest";
import { escapeHtml, stringFactory } from "./string-factory.ts";

describe("text on its way into HTML", () => {
  it.each([
    [`<script>alert("1")</script>`, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"],
    ["' onload='x", "&#39; onload=&#39;x"],
    ["&lt; &amp;", "&amp;lt; &amp;amp;"],
    ["a\r\nb", "a&#13;\nb"],
  ])("%j becomes %j", (text, html) => {
    expect(escapeHtml(text)).toBe(html);
  });

  it("keeps its length where a character cannot be said: offsets into it stay true", () => {
    expect(escapeHtml("a\0b")).toBe("a\uFFFDb");
  });
});

describe("elements as text", () => {
  const { element, text } = stringFactory;

  it("quote and escape every value of an attribute, and leave out what is undefined", () => {
    const attributes = { href: `"><script>`, title: undefined, hidden: "" };
    expect(element("a", attributes, [text("<b>")])).toBe(`<a href="&quot;&gt;&lt;script&gt;" hidden="">&lt;b&gt;</a>`);
  });

  it.each(["br", "hr", "img", "meta", "link"])("%s has no end", (name) => {
    expect(element(name, {}, [])).toBe(`<${name}>`);
  });

  it("others have one even when they are empty", () => {
    expect(element("span", {}, [])).toBe("<span></span>");
  });
});
