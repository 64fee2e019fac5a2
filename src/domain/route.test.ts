import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRoute, isArticleId, parseRoute, type Route } from "./route.ts";

const ORIGIN = "https://reader.example";
const anyBase = fc.constantFrom("/", "/lectern/", "/a/b/");
const anyId = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,40}$/);

function parse(address: string, base = "/"): Route {
  return parseRoute(new URL(ORIGIN + address), base);
}

describe("an address", () => {
  it.each<[address: string, base: string, route: Route]>([
    ["/", "/", { name: "library" }],
    ["/index.html", "/", { name: "library" }],
    ["/lectern", "/lectern/", { name: "library" }],
    ["/lectern/", "/lectern/", { name: "library" }],
    ["/?source=installed", "/", { name: "library" }],
    ["/read/a-1", "/", { name: "read", id: "a-1" }],
    ["/read/a-1/", "/", { name: "read", id: "a-1" }],
    ["/read/a-1/index.html", "/", { name: "read", id: "a-1" }],
    ["/lectern/read/a?at=12.340#b12", "/lectern/", { name: "read", id: "a", at: { block: 12, offset: 340 } }],
    ["/read/a?at=nonsense", "/", { name: "read", id: "a" }],
    ["/add", "/", { name: "add" }],
    ["/lectern/add/?shared=3", "/lectern/", { name: "add", shared: "3" }],
    ["/add?url=https%3A%2F%2Fx.test%2F%3Fa%26b&name=library", "/", { name: "add", url: "https://x.test/?a&b" }],
    ["/read/", "/", { name: "not-found", path: "/read/" }],
    ["/read/A", "/", { name: "not-found", path: "/read/A" }],
    ["/read/a/b", "/", { name: "not-found", path: "/read/a/b" }],
    ["/read/%2e%2e%2fx", "/", { name: "not-found", path: "/read/%2e%2e%2fx" }],
    ["/elsewhere", "/lectern/", { name: "not-found", path: "/elsewhere" }],
    ["/lecternx", "/lectern/", { name: "not-found", path: "/lecternx" }],
  ])("%s under %s", (address, base, route) => expect(parse(address, base)).toEqual(route));
});

describe("a route", () => {
  const anyRoute: fc.Arbitrary<Route> = fc.oneof(
    fc.constant<Route>({ name: "library" }),
    fc.constant<Route>({ name: "add" }),
    fc.webUrl({ withQueryParameters: true }).map((url): Route => ({ name: "add", shared: "7", url })),
    anyId.map((id): Route => ({ name: "read", id })),
    fc
      .tuple(anyId, fc.nat(9999), fc.nat(99999))
      .map(([id, block, offset]): Route => ({ name: "read", id, at: { block, offset } })),
  );

  it("comes back from its address", () => {
    fc.assert(
      fc.property(anyRoute, anyBase, (route, base) => {
        const address = formatRoute(route, base);
        expect(address.startsWith(base)).toBe(true);
        expect(parse(address, base)).toEqual(route);
      }),
    );
  });

  it("is had from any address, and one not found keeps it", () => {
    const anyPath = fc.array(
      fc.constantFrom("read", "lectern", "index.html", "a-1", "/", "//", "..", "%2f", "Ä", "?at=1.2", "#x"),
    );
    fc.assert(
      fc.property(anyPath, anyBase, (parts, base) => {
        const route = parse(`/${parts.join("/")}`, base);
        expect(parse(formatRoute(route, base), base)).toEqual(route);
      }),
    );
  });
});

describe("an article's id", () => {
  it.each(["a", "0", "a-b-c", "x".repeat(128)])("may be %s", (id) => expect(isArticleId(id)).toBe(true));
  it.each(["", "-a", "A", "a_b", "a/b", "a.b", "ä", "x".repeat(129), "a\n"])("may not be %j", (id) =>
    expect(isArticleId(id)).toBe(false),
  );
});
