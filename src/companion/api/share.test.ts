import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompanion } from "../server.ts";
import { send } from "../testing.ts";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createCompanion({ dist: "/nowhere", base: "/reader/" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/reader/share`;
});

afterAll(() => void server.close().closeAllConnections());

/** Where a share is led, as path and query. */
async function share(
  form: FormData | URLSearchParams | string,
): Promise<[path: string, query: Record<string, string>]> {
  const request = new Request(url, { method: "POST", body: form });
  const headers = {
    "content-type": request.headers.get("content-type") ?? "",
    "sec-fetch-site": "none",
    origin: "null",
  };
  const answer = await send(url, { method: "POST", headers, body: Buffer.from(await request.arrayBuffer()) });
  expect(answer.status).toBe(303);
  const location = answer.headers.location ?? "";
  expect(location.length).toBeLessThan(8000);
  const { origin, pathname, searchParams } = new URL(location, "http://app.example");
  expect(origin).toBe("http://app.example");
  return [pathname, Object.fromEntries(searchParams)];
}

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

describe("a share without a service worker", () => {
  it("leads on to the view for adding, with its words", async () => {
    const words = {
      title: "Ebb & flow",
      text: "Read this: https://site.example/a?b=c#d «日本»",
      url: "https://site.example/",
    };
    expect(await share(form(words))).toEqual(["/reader/add", words]);
    expect(await share(new URLSearchParams(words))).toEqual(["/reader/add", words]);
  });

  it("leaves out what is empty, and what is no part of it", async () => {
    expect(await share(form({ title: "", text: " ", url: "https://site.example/", next: "//evil.example" }))).toEqual([
      "/reader/add",
      { url: "https://site.example/" },
    ]);
    expect(await share(form({}))).toEqual(["/reader/add", {}]);
  });

  it("says how many files it could not keep", async () => {
    const file = new File(["%PDF"], "a.pdf", { type: "application/pdf" });
    expect(await share(form({ title: "A", files: file }))).toEqual(["/reader/add", { title: "A", files: "1" }]);
    const large = new File(["x".repeat(70_000)], "a.txt", { type: "text/plain" });
    expect(await share(form({ title: "A", files: large }))).toEqual(["/reader/add", { files: "1" }]);
  });

  it("cuts a long text, and keeps the address", async () => {
    const [, query] = await share(form({ text: "語🙂".repeat(3000), url: "https://site.example/" }));
    expect(query["url"]).toBe("https://site.example/");
    expect(query["text"]).toMatch(/^(語🙂?)+$/u);
  });

  it("leads on even with what is no form", async () => {
    expect(await share("words")).toEqual(["/reader/add", { files: "1" }]);
  });

  it("is a share only when it is posted", async () => {
    expect((await send(url)).status).toBe(404);
  });
});
