import { describe, expect, it } from "vitest";
import { companionAddress, readOptions } from "./options.ts";

describe("the companion's options", () => {
  it("are safe by themselves: this machine only, at the root", () => {
    expect(readOptions({}, "/app/dist")).toEqual({
      host: "127.0.0.1",
      port: 4173,
      base: "/",
      dist: "/app/dist",
      origins: [],
      proxies: 0,
    });
    const empty = { PORT: "", HOST: "", BASE_PATH: "", DIST: "", ORIGIN: "", PROXIES: "" };
    expect(readOptions(empty, "/app/dist")).toEqual(readOptions({}, "/app/dist"));
  });

  it("come from the environment", () => {
    const environment = {
      PORT: "0",
      HOST: "::",
      BASE_PATH: "/reader/",
      DIST: "/elsewhere",
      ORIGIN: "https://Reader.example/ http://10.0.0.5:80",
      PROXIES: "1",
    };
    expect(readOptions(environment, "/app/dist")).toEqual({
      host: "::",
      port: 0,
      base: "/reader/",
      dist: "/elsewhere",
      origins: ["https://reader.example", "http://10.0.0.5"],
      proxies: 1,
    });
  });

  it.each(["reader", "/reader", "reader/", "//reader//"])("take %s for the path /reader/", (path) => {
    expect(readOptions({ BASE_PATH: path }, "")).toMatchObject({ base: "/reader/" });
  });

  it.each(["first", "-1", "65536", "80.5"])("refuse %s for a port", (port) => {
    expect(readOptions({ PORT: port }, "")).toBe(`PORT must be a number from 0 to 65535, not "${port}".`);
  });

  it.each(["reader.example", "reader.example:443", "*"])("refuse %s for an origin", (origin) => {
    expect(readOptions({ ORIGIN: origin }, "")).toBe(`ORIGIN must be like https://reader.example, not "${origin}".`);
  });

  it("refuse what is no number of proxies", () => {
    expect(readOptions({ PROXIES: "yes" }, "")).toBe('PROXIES must be a number, not "yes".');
  });
});

it.each([
  ["127.0.0.1", "IPv4", "http://127.0.0.1:4173/reader/"],
  ["::1", "IPv6", "http://[::1]:4173/reader/"],
  ["0.0.0.0", "IPv4", "http://localhost:4173/reader/"],
  ["::", "IPv6", "http://localhost:4173/reader/"],
])("says where to open what listens on %s", (address, family, expected) => {
  expect(companionAddress({ address, family, port: 4173 }, "/reader/")).toBe(expected);
});
