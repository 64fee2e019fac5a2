import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type CompanionParts, createCompanion } from "#companion/server.ts";
import { closeSites, startSite, webOf } from "#companion/testing.ts";
import { ANSWER_HEADERS } from "#protocol/companion-api.ts";
import { FetchProblem } from "../fetch-problem.ts";
import { type CompanionClient, createCompanionClient } from "./companion.ts";

const PAGE = "<!doctype html><title>Café</title>";
const NAMES = { "site.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"] };

let running: Server[] = [];

afterEach(() => {
  for (const server of running) server.close().closeAllConnections();
  running = [];
  closeSites();
});

async function listen(server: Server, port = 0): Promise<string> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const startCompanion = (parts: CompanionParts = {}, port = 0) =>
  listen(createCompanion({ dist: "/nowhere", base: "/reader/" }, { network: webOf(NAMES), ...parts }), port);

interface Client extends CompanionClient {
  waits: number[];
  requests: string[];
}

/** As in a page of this origin: browsers add the `Origin` header to what is posted. */
function clientOf(origin: string, isOnline = true): Client {
  const waits: number[] = [];
  const requests: string[] = [];
  const client = createCompanionClient(`${origin}/reader/`, {
    fetch: (input, init) => {
      const url = String(input);
      requests.push(`${init?.method ?? "GET"} ${url.slice(origin.length)}`);
      const ask = () => fetch(url, { ...init, headers: { ...(init?.headers as object), origin } });
      // As browsers do where a connection that was kept open turns out to be closed.
      return ask().catch((error) => (error.cause?.code === "UND_ERR_SOCKET" ? ask() : Promise.reject(error)));
    },
    isOnline: () => isOnline,
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return Object.assign(client, { waits, requests });
}

const signal = () => new AbortController().signal;
const html = (response: ServerResponse, body: string | Buffer = PAGE) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);

describe("through a companion", () => {
  it("a page comes as text, wherever it was found", async () => {
    const site = await startSite((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
      else html(response);
    });
    const client = clientOf(await startCompanion());
    expect(await client.isThere(signal())).toBe(true);
    expect(await client.fetchPage(`http://site.example:${site.port}/old`, signal())).toEqual({
      address: `http://site.example:${site.port}/new`,
      type: "text/html",
      text: PAGE,
    });
    expect(client.requests).toEqual(["GET /reader/api/session", "POST /reader/api/page"]);
  });

  it("a file comes as it is", async () => {
    const bytes = Buffer.from("%PDF-1.7\n\x00\xff", "latin1");
    const site = await startSite((_, response) =>
      response.writeHead(200, { "content-type": "application/pdf" }).end(bytes),
    );
    const page = await clientOf(await startCompanion()).fetchPage(`http://site.example:${site.port}/`, signal());
    if (!("file" in page)) throw new Error("no file");
    expect(page.file.type).toBe("application/pdf");
    expect(Buffer.from(await page.file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("a picture comes with its type, and its site is told of the page", async () => {
    const site = await startSite((_, response) => response.writeHead(200).end("GIF89a-and-more"));
    const client = clientOf(await startCompanion());
    const image = await client.fetchImage(`http://site.example:${site.port}/`, signal(), "http://page.example/a");
    expect(image.type).toBe("image/gif");
    expect(image.bytes).toMatchObject({ type: "image/gif", size: 15 });
    expect(site.headers.referer).toBe("http://page.example/");
  });

  it("a feed comes once, until there is something new", async () => {
    const site = await startSite((request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "application/rss+xml", etag: '"1"' }).end("<rss/>");
    });
    const client = clientOf(await startCompanion());
    const url = `http://site.example:${site.port}/`;
    const feed = await client.fetchFeed(url, signal());
    expect(feed).toEqual({ address: url, type: "application/rss+xml", text: "<rss/>", etag: '"1"' });
    expect(await client.fetchFeed(url, signal(), { etag: '"1"' })).toBe("unchanged");
  });

  it("many share one session", async () => {
    const site = await startSite((_, response) => html(response));
    const client = clientOf(await startCompanion());
    await Promise.all(
      [1, 2, 3].map((count) => client.fetchPage(`http://site.example:${site.port}/${count}`, signal())),
    );
    expect(client.requests.filter((request) => request.startsWith("GET"))).toHaveLength(1);
  });

  it("a session is renewed when the companion has been started anew", async () => {
    const site = await startSite((_, response) => html(response));
    const origin = await startCompanion();
    const client = clientOf(origin);
    const url = `http://site.example:${site.port}/`;
    await client.fetchPage(url, signal());
    const [first] = running.splice(0);
    await new Promise((resolve) => first!.close(resolve).closeAllConnections());
    await startCompanion({}, Number(new URL(origin).port));
    expect(await client.fetchPage(url, signal())).toMatchObject({ text: PAGE });
    expect(client.requests.slice(2)).toEqual([
      "POST /reader/api/page",
      "GET /reader/api/session",
      "POST /reader/api/page",
    ]);
  });

  it.each([
    ["http://inside.example/", "private"],
    ["http://nowhere.example/", "not-found"],
    ["file:///etc/passwd", "bad-address"],
  ])("%s is %s", async (url, reason) => {
    const client = clientOf(await startCompanion());
    const error = await client.fetchPage(url, signal()).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(FetchProblem);
    expect(error).toMatchObject({ reason });
  });

  it("a full companion is waited for, and not for ever", async () => {
    const site = await startSite((_, response) => html(response));
    const client = clientOf(await startCompanion({ limits: { burst: 1, perSecond: 0.5 } }));
    const url = `http://site.example:${site.port}/`;
    await client.fetchPage(url, signal());
    await expect(client.fetchPage(url, signal())).rejects.toMatchObject({ reason: "busy" });
    expect(client.waits).toEqual([2000, 2000, 2000]);
  });

  it("a site that is full is not waited for", async () => {
    const site = await startSite((_, response) => response.writeHead(429).end());
    const client = clientOf(await startCompanion());
    await expect(client.fetchPage(`http://site.example:${site.port}/`, signal())).rejects.toMatchObject({
      reason: "busy",
    });
    expect(client.waits).toEqual([]);
  });

  it("nothing goes on when the reader leaves", async () => {
    let isLeft = false;
    const site = await startSite((_, response) => void response.once("close", () => (isLeft = true)));
    const leaving = new AbortController();
    const client = clientOf(await startCompanion());
    const asking = client.fetchPage(`http://site.example:${site.port}/`, leaving.signal);
    await expect.poll(() => site.asked.length).toBe(1);
    leaving.abort(new Error("left"));
    await expect(asking).rejects.toThrow("left");
    await expect.poll(() => isLeft).toBe(true);
    await expect(client.isThere(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});

describe("a connection that stands still", () => {
  /** A companion whose answers begin, and then nothing more of them comes. */
  const halting = (begin: string) =>
    listen(
      createServer((request, response) => {
        if (request.method === "GET") {
          response.writeHead(200, { "content-type": "application/json" }).end('{"app":"lectern","token":"t"}');
          return;
        }
        response.writeHead(200, {
          [ANSWER_HEADERS.address]: "https://site.example/",
          [ANSWER_HEADERS.type]: "text/html",
          [ANSWER_HEADERS.charset]: "utf-8",
        });
        response.flushHeaders();
        if (begin) response.write(begin);
      }),
    );

  it.each(["", "<!doctype html>"])("in the middle of an answer is given up, after %j", async (begin) => {
    const origin = await halting(begin);
    const client = createCompanionClient(`${origin}/reader/`, {
      fetch: (input, init) => fetch(input, init),
      isOnline: () => true,
      wait: async () => {},
      patience: { answer: 60_000, silence: 30 },
    });
    for (const asked of [client.fetchPage, client.fetchFeed, client.fetchImage])
      await expect(asked("https://site.example/", signal())).rejects.toMatchObject({ reason: "timeout" });
  });
});

describe("without a companion", () => {
  const host = (answer: RequestListener) => listen(createServer(answer));

  it.each<[string, RequestListener]>([
    ["answers 404", (_, response) => response.writeHead(404).end("Not found")],
    ["answers every address with a page", (_, response) => html(response)],
    [
      "answers JSON of its own",
      (_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"app":"other"}'),
    ],
    ["takes no posts", (request, response) => response.writeHead(request.method === "GET" ? 404 : 405).end()],
  ])("a host of files that %s is none", async (_, answer) => {
    const client = clientOf(await host(answer));
    expect(await client.isThere(signal())).toBe(false);
    await expect(client.fetchPage("https://site.example/", signal())).rejects.toMatchObject({ reason: "no-companion" });
  });

  it("a companion under a name that it was not told of is none", async () => {
    const origin = await startCompanion();
    const client = createCompanionClient(`${origin}/reader/`, {
      fetch: (input, init) =>
        fetch(String(input), { ...init, headers: { ...(init?.headers as object), origin: "https://reader.example" } }),
      isOnline: () => true,
      wait: async () => {},
    });
    expect(await client.isThere(signal())).toBe(false);
  });

  it("a companion that does not answer is away, and is asked again the next time", async () => {
    const origin = await host((_, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("Bad gateway"),
    );
    const client = clientOf(origin);
    await expect(client.isThere(signal())).rejects.toMatchObject({ reason: "companion-away" });
    const [proxy] = running.splice(0);
    await new Promise((resolve) => proxy!.close(resolve).closeAllConnections());
    await expect(client.isThere(signal())).rejects.toMatchObject({ reason: "companion-away" });
    await startCompanion({}, Number(new URL(origin).port));
    expect(await client.isThere(signal())).toBe(true);
  });

  it("a device without a network says so", async () => {
    const origin = await startCompanion();
    const [server] = running.splice(0);
    await new Promise((resolve) => server!.close(resolve).closeAllConnections());
    await expect(clientOf(origin, false).isThere(signal())).rejects.toMatchObject({ reason: "offline" });
  });
});
