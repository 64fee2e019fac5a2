import { describe, expect, it } from "vitest";
import { linkAttributes, safeHref } from "./safe-href.ts";
import { WORDS } from "./testing.ts";

const BASE = "/reader/";
const OPTIONS = { base: BASE, words: WORDS };

describe("the address of a link", () => {
  it.each([
    ["https://example.org/a?b#c", "https://example.org/a?b#c"],
    ["HTTP://EXAMPLE.ORG", "http://example.org/"],
    ["mailto:a@example.org", "mailto:a@example.org"],
    ["tel:+441234", "tel:+441234"],
    ["#note-1", "#note-1"],
  ])("%s is followed", (href, expected) => {
    expect(safeHref(href, BASE)).toBe(expected);
  });

  it.each([
    ["read/tides", "/reader/read/tides"],
    ["/read/tides?at=1.2", "/reader/read/tides?at=1.2"],
    ["../../etc", "/reader/etc"],
    ["a b", "/reader/a%20b"],
    ["", "/reader/"],
  ])("%j belongs to the app: %s", (href, expected) => {
    expect(safeHref(href, BASE)).toBe(expected);
  });

  it.each(["//example.org/a", "\\\\example.org/a", "/\\example.org/a"])("%s leads elsewhere, in the open", (href) => {
    expect(safeHref(href, BASE)).toBe("https://example.org/a");
    expect(linkAttributes(href, OPTIONS).rel).toBe("noopener noreferrer");
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " \u0001javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "filesystem:https://example.org/",
    "intent://x#Intent;end",
    "view-source:https://example.org",
    "https://",
    "http://[",
  ])("%j is not followed", (href) => {
    expect(safeHref(href, BASE)).toBeUndefined();
    expect(linkAttributes(href, OPTIONS)).toEqual({ href: undefined });
  });
});

describe("what a link tells the page it leads to", () => {
  it.each(["https://example.org/", "HTTPS://EXAMPLE.ORG/"])("is nothing: %s", (href) => {
    expect(linkAttributes(href, OPTIONS).rel).toBe("noopener noreferrer");
  });

  it("does not matter within the app", () => {
    expect(linkAttributes("read/http-explained", OPTIONS)).toEqual({
      href: "/reader/read/http-explained",
    });
  });

  it("is opened beside this one, and the link says so", () => {
    expect(linkAttributes("https://example.org/", OPTIONS)).toMatchObject({
      target: "_blank",
      "data-opens": "(opens outside)",
    });
    for (const href of ["mailto:a@example.org", "#note-1", "read/tides"])
      expect(linkAttributes(href, OPTIONS)).not.toHaveProperty("target");
  });
});
