import { describe, expect, it } from "vitest";
import { parseRobots } from "./robots-rules.ts";

const allows = (text: string, path: string) => parseRobots(text, "Lectern").allows(path);

describe("the rules of a robots.txt", () => {
  it.each([
    ["", "/", true],
    ["User-agent: *\nDisallow: /", "/", true],
    ["User-agent: Lectern\nDisallow: /", "/", false],
    ["user-agent: LECTERN\ndisallow: /", "/a", false],
    ["User-agent: Lectern/1.0\nDisallow: /", "/a", false],
    ["User-agent: LecternBot\nDisallow: /", "/a", true],
    ["User-agent: Other\nUser-agent: Lectern\nDisallow: /", "/a", false],
    ["User-agent: Lectern\nDisallow: /\nUser-agent: Other\nAllow: /", "/a", false],
    ["User-agent: Other\nDisallow: /\nUser-agent: Lectern\nAllow: /", "/a", true],
    [
      "User-agent: Lectern\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: Lectern\nDisallow: /b",
      "/b",
      false,
    ],
    ["User-agent: Lectern\nDisallow:", "/a", true],
    ["User-agent: Lectern\r\nDisallow: /a # why\r\n", "/a", false],
    ["\uFEFFUser-agent: Lectern\nDisallow: /a", "/a", false],
    ["Sitemap: https://x.example/s\nUser-agent: Lectern\nSitemap: https://x.example/t\nDisallow: /a", "/a", false],
    ["nonsense\n: :\nUser-agent Lectern\nDisallow /", "/a", true],
  ])("%j for %s: %s", (text, path, expected) => expect(allows(text, path)).toBe(expected));

  it.each([
    ["/a", "/abc", false],
    ["/a", "/b", true],
    ["/a/", "/a", true],
    ["/*.pdf", "/x/y.pdf?z", false],
    ["/*.pdf$", "/x/y.pdf", false],
    ["/*.pdf$", "/x/y.pdf?z", true],
    ["/a$", "/a", false],
    ["/a$", "/ab", true],
    ["/*a*b$", "/xaxbxb", false],
    ["/*a*b$", "/xbxa", true],
    ["/a*a$", "/a", true],
    ["/*", "/", false],
    ["/?print=", "/?print=1", false],
    ["/caf%C3%A9", "/caf%c3%a9", false],
    ["/café", "/caf%C3%A9", false],
    ["/%61bc", "/abc", false],
    ["/a%2Fb", "/a/b", true],
  ])("Disallow: %s for %s: %s", (pattern, path, expected) => {
    expect(allows(`User-agent: Lectern\nDisallow: ${pattern}`, path)).toBe(expected);
  });

  it("the longest decides, and of two equals the one that allows", () => {
    const text = "User-agent: Lectern\nDisallow: /\nAllow: /open\nDisallow: /open/but\nDisallow: /same\nAllow: /same";
    expect(["/", "/open/a", "/open/but/no", "/same"].map((path) => allows(text, path))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it("a line of blanks is read at once", () => {
    const blanks = " ".repeat(250_000);
    const begun = performance.now();
    expect(allows(`${blanks}User-agent:${blanks}Lectern\n${blanks}\nDisallow:${blanks}/a${blanks}# b`, "/a")).toBe(
      false,
    );
    expect(allows(`User-agent: Lectern\nDisallow: /a${blanks}b`, "/a")).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it("a pattern made to be slow is not", () => {
    expect(allows(`User-agent: Lectern\nDisallow: /${"*a".repeat(5000)}$`, `/${"a".repeat(8000)}b`)).toBe(true);
  });
});
