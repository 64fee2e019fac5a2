import { describe, expect, it } from "vitest";
import { comesFromTheApp } from "./same-origin.ts";

type Headers = Record<string, string>;
const post = (headers: Headers, origins: string[] = []) => comesFromTheApp({ method: "POST", headers }, origins);
const get = (headers: Headers, origins: string[] = []) => comesFromTheApp({ method: "GET", headers }, origins);

const LOCAL = { host: "127.0.0.1:4173", origin: "http://127.0.0.1:4173" };
const PUBLIC = { host: "reader.example", origin: "https://reader.example" };

describe("from the app comes", () => {
  it.each<[string, boolean]>([
    ["a post of its own page", post({ ...LOCAL, "sec-fetch-site": "same-origin" })],
    ["a post of an older browser", post(LOCAL)],
    ["a post to localhost", post({ host: "localhost:4173", origin: "http://localhost:4173" })],
    ["a post to IPv6", post({ host: "[::1]:4173", origin: "http://[::1]:4173" })],
    ["a post in a home's network", post({ host: "shelf.local", origin: "http://shelf.local" })],
    ["a post to a name without a dot", post({ host: "shelf", origin: "http://shelf" })],
    ["a post to a public name that was given", post(PUBLIC, ["https://reader.example"])],
    [
      "the same behind a proxy that does not pass the name on",
      post({ ...PUBLIC, host: "127.0.0.1:4173" }, ["https://reader.example"]),
    ],
    ["a get without an origin", get({ host: "127.0.0.1:4173" })],
    [
      "a get without an origin to a public name that was given",
      get({ host: "reader.example" }, ["https://reader.example"]),
    ],
  ])("%s", (_, comes) => expect(comes).toBe(true));
});

describe("from elsewhere comes", () => {
  it.each<[string, boolean]>([
    ["a post of another site", post({ ...LOCAL, origin: "https://evil.example" })],
    ["a post of another site, by what the browser says", post({ ...LOCAL, "sec-fetch-site": "cross-site" })],
    ["a post of a sibling", post({ ...PUBLIC, "sec-fetch-site": "same-site" }, ["https://reader.example"])],
    ["a post of another port", post({ ...LOCAL, origin: "http://127.0.0.1:8000" })],
    ["a post of nowhere", post({ ...LOCAL, origin: "null" })],
    ["a post without an origin", post({ host: "127.0.0.1:4173" })],
    [
      "a post to a name that somebody pointed here",
      post({ host: "evil.example:4173", origin: "http://evil.example:4173" }),
    ],
    [
      "the same, where another name was given",
      post({ host: "evil.example", origin: "https://evil.example" }, ["https://reader.example"]),
    ],
    ["a post under a public name that was not given", post(PUBLIC)],
    [
      "a post to a name that only begins like a private one",
      post({ host: "localhost.evil.example", origin: "http://localhost.evil.example" }),
    ],
    ["a post without a host", post({ origin: "http://127.0.0.1:4173" })],
    ["a get of another site", get({ ...LOCAL, "sec-fetch-site": "cross-site" })],
    ["a get of another site, with its origin", get({ ...LOCAL, origin: "https://evil.example" })],
    ["a get to a name that somebody pointed here", get({ host: "evil.example:4173" })],
  ])("%s", (_, comes) => expect(comes).toBe(false));
});
