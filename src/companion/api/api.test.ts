import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ANSWER_HEADERS, type CompanionSession, TOKEN_HEADER } from "#protocol/companion-api.ts";
import { type CompanionOptions, type CompanionParts, createCompanion } from "../server.ts";
import { type Answer, closeSites, send, startSite, webOf } from "../testing.ts";

const PAGE = "<!doctype html><title>A page</title>";
const NAMES = { "site.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"] };

let running: Server[] = [];
let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const method of ["log", "error", "warn", "info"] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void said.push(words.join(" ")));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const server of running) server.close().closeAllConnections();
  running = [];
  closeSites();
});

interface Companion {
  url: string;
  server: Server;
  token: string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

async function start(parts: CompanionParts = {}, options: Partial<CompanionOptions> = {}): Promise<Companion> {
  const server = createCompanion(
    { dist: "/nowhere", base: "/", version: "1.2.3", ...options },
    { network: webOf(NAMES), ...parts },
  );
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}${options.base ?? "/"}`;
  const { token } = json<CompanionSession>(await send(`${url}api/session`));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(`${url}${path}`, {
      method: "POST",
      headers: { origin, "content-type": "application/json", [TOKEN_HEADER]: token, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { url, server, token, post };
}

const json = <T = unknown>({ body }: Answer) => JSON.parse(body.toString()) as T;
const html = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/html" }).end(PAGE);

describe("a session", () => {
  it("tells that there is a companion, and which", async () => {
    const { url } = await start();
    const answer = await send(`${url}api/session`);
    expect(json(answer)).toEqual({ app: "lectern", version: "1.2.3", token: expect.stringMatching(/.{40}/) });
    expect(answer.headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    });
  });

  it("is for pages of the app, and cannot be read by others", async () => {
    const { url } = await start();
    for (const headers of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { host: "evil.example" },
    ]) {
      const answer = await send(`${url}api/session`, { headers });
      expect([answer.status, json(answer)]).toEqual([403, { reason: "origin" }]);
    }
    const { headers } = await send(`${url}api/session`);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });

  it("explains once what to do where it runs under a public name", async () => {
    const { url } = await start();
    for (let count = 0; count < 2; count++) await send(`${url}api/session`, { headers: { host: "reader.example" } });
    expect(said).toEqual([expect.stringContaining("ORIGIN=https://reader.example")]);
    const named = await start({}, { origins: ["https://reader.example"] });
    expect((await send(`${named.url}api/session`, { headers: { host: "reader.example" } })).status).toBe(200);
  });
});

describe("a page", () => {
  it.each(["/", "/reader/"])("is fetched below %s, and cannot be shown as one of the app's", async (base) => {
    const site = await startSite((_, response) => html(response));
    const { post } = await start({}, { base });
    const address = `http://site.example:${site.port}/a`;
    const answer = await post("api/page", { url: address });
    expect([answer.status, answer.body.toString()]).toEqual([200, PAGE]);
    expect(answer.headers).toMatchObject({
      [ANSWER_HEADERS.address]: address,
      [ANSWER_HEADERS.type]: "text/html",
      [ANSWER_HEADERS.charset]: "utf-8",
      "content-type": "application/octet-stream",
      "content-disposition": "attachment",
      "content-security-policy": expect.stringContaining("sandbox"),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(said).toEqual([]);
  });

  it("is sent packed, where it is text", async () => {
    const long = PAGE + "<p>words ".repeat(500);
    const site = await startSite((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(long));
    const { post } = await start();
    const ask = (accepted: string) =>
      post("api/page", { url: `http://site.example:${site.port}/` }, { "accept-encoding": accepted });
    const packed = await ask("gzip, br");
    expect(packed.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(packed.body).toString()).toBe(long);
    expect((await ask("")).body.toString()).toBe(long);
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    ["without a token", { url: "x" }, { [TOKEN_HEADER]: "" }, 401, "token"],
    [
      "with a token of another run",
      { url: "x" },
      { [TOKEN_HEADER]: "mag9q0ww.AAAAAAAAAAAA.".padEnd(64, "A") },
      401,
      "token",
    ],
    ["by another site", { url: "x" }, { origin: "https://evil.example" }, 403, "origin"],
    ["by another site, by what the browser says", { url: "x" }, { "sec-fetch-site": "cross-site" }, 403, "origin"],
    ["by a form", { url: "x" }, { "content-type": "text/plain" }, 400, "bad-address"],
    ["without JSON", "url=x", {}, 400, "bad-address"],
    ["with JSON that is no object", "null", {}, 400, "bad-address"],
    ["with an address that is no text", { url: ["http://site.example/"] }, {}, 400, "bad-address"],
    ["with a page that is no text", { url: "http://site.example/", page: 1 }, {}, 400, "bad-address"],
    ["with too much", { url: "http://site.example/", more: "x".repeat(70_000) }, {}, 413, "bad-address"],
    ["of no web", { url: "file:///etc/passwd" }, {}, 400, "bad-address"],
    ["of this network", { url: "http://inside.example/" }, {}, 403, "private"],
    ["of this machine", { url: "http://[::1]/" }, {}, 403, "private"],
    ["of nowhere", { url: "http://nowhere.example/" }, {}, 502, "not-found"],
  ])("is not fetched when asked for %s", async (_, body, headers, status, reason) => {
    const { post } = await start();
    const answer = await post("api/page", body, headers);
    expect([answer.status, json(answer)]).toEqual([status, { reason }]);
    expect(said).toEqual([]);
  });

  it("has a reason when the site has none to give", async () => {
    const site = await startSite((request, response) =>
      response.writeHead(Number(request.url?.slice(1)), { "content-type": "video/mp4" }).end(),
    );
    const { post } = await start();
    const at = async (status: number) => {
      const answer = await post("api/page", { url: `http://site.example:${site.port}/${status}` });
      return [answer.status, json(answer)];
    };
    expect(await at(404)).toEqual([502, { reason: "not-found", status: 404 }]);
    expect(await at(403)).toEqual([502, { reason: "refused", status: 403 }]);
    expect(await at(200)).toEqual([415, { reason: "wrong-type" }]);
  });

  it("is only asked for with POST", async () => {
    const { url } = await start();
    for (const method of ["GET", "PUT", "OPTIONS"]) {
      const answer = await send(`${url}api/page`, { method });
      expect([answer.status, answer.headers.allow]).toEqual([405, "POST"]);
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    }
    expect((await send(`${url}api/session`, { method: "POST" })).headers.allow).toBe("GET");
  });
});

it("a picture that is a program comes with a policy that lets it do nothing", async () => {
  const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
  const site = await startSite((_, response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end(svg));
  const { post } = await start();
  const { headers } = await post("api/image", { url: `http://site.example:${site.port}/` });
  expect(headers).toMatchObject({
    [ANSWER_HEADERS.type]: "image/svg+xml",
    "content-type": "application/octet-stream",
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
});

it("a feed says when there is nothing new", async () => {
  const site = await startSite((request, response) => {
    if (request.headers["if-none-match"]) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "application/rss+xml", etag: 'W/"7"' }).end("<rss/>");
  });
  const { post } = await start();
  const url = `http://site.example:${site.port}/`;
  const first = await post("api/feed", { url });
  expect(first.headers[ANSWER_HEADERS.etag]).toBe('W/"7"');
  const second = await post("api/feed", { url, etag: 'W/"7"' });
  expect([second.status, second.body.length]).toEqual([204, 0]);
});

describe("whoever asks too much", () => {
  it("is asked to wait", async () => {
    const site = await startSite((_, response) => html(response));
    const { post } = await start({ limits: { burst: 2, perSecond: 0.01 } });
    const ask = () => post("api/page", { url: `http://site.example:${site.port}/` });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const third = await ask();
    expect([third.status, third.headers["retry-after"]]).toEqual([429, "100"]);
    expect(json(third)).toEqual({ reason: "busy", retryAfter: 100 });
    expect(site.asked).toHaveLength(2);
  });

  it("at once, too, until the first is done", async () => {
    const waiting: ServerResponse[] = [];
    const site = await startSite((_, response) => void waiting.push(response));
    const { post } = await start({ limits: { each: 1 } });
    const ask = () => post("api/page", { url: `http://site.example:${site.port}/` });
    const first = ask();
    await expect.poll(() => waiting.length).toBe(1);
    expect(json(await ask())).toEqual({ reason: "busy", retryAfter: 1 });
    html(waiting[0]!);
    expect((await first).status).toBe(200);
    const third = ask();
    await expect.poll(() => waiting.length).toBe(2);
    html(waiting[1]!);
    expect((await third).status).toBe(200);
  });
});

it("every answer has the security headers, whatever its status", async () => {
  const site = await startSite((request, response) => {
    if (request.url === "/slow") return;
    if (request.headers["if-none-match"]) response.writeHead(304).end();
    else if (request.url === "/404") response.writeHead(404).end();
    else if (request.url === "/film") response.writeHead(200, { "content-type": "video/mp4" }).end("film");
    else if (request.url === "/feed") response.writeHead(200, { "content-type": "application/rss+xml" }).end("<rss/>");
    else html(response);
  });
  const at = (path: string) => ({ url: `http://site.example:${site.port}/${path}` });
  let isBroken = false;
  const network = {
    ...webOf(NAMES),
    isPublic: (address: string) => (isBroken ? (JSON.parse("{") as boolean) : webOf(NAMES).isPublic(address)),
  };
  const { url, post } = await start({ network, patience: 1500, limits: { burst: 8, perSecond: 0.001 } });
  const answers = [
    await post("api/page", at("a")),
    await post("api/feed", { ...at("feed"), etag: '"1"' }),
    await post("api/page", "{"),
    await post("api/page", at("a"), { [TOKEN_HEADER]: "" }),
    await post("api/page", at("a"), { origin: "https://evil.example" }),
    await send(`${url}api/other`),
    await send(`${url}api/page`),
    await post("api/page", { ...at("a"), more: "x".repeat(70_000) }),
    await post("api/page", at("film")),
    await post("api/page", at("404")),
    await post("api/page", at("slow")),
    await send(`${url}api/health`),
    await send(`${url}api/session`),
  ];
  isBroken = true;
  answers.push(await post("api/page", at("a")));
  while (answers.at(-1)!.status !== 429) answers.push(await post("api/page", at("a")));
  const statuses = [200, 204, 400, 401, 403, 404, 405, 413, 415, 502, 504, 200, 200, 500];
  expect(answers.map(({ status }) => status).slice(0, statuses.length)).toEqual(statuses);
  for (const { status, headers } of answers) {
    expect(headers, `${status}`).toMatchObject({
      "content-security-policy": expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  }
});

it("what nobody waits for any more is no longer fetched, and leaves no trace", async () => {
  let isLeft = false;
  const site = await startSite((_, response) => void response.once("close", () => (isLeft = true)));
  const { post, server } = await start();
  const asking = post("api/page", { url: `http://site.example:${site.port}/secret-reading` });
  await expect.poll(() => site.asked.length).toBe(1);
  server.closeAllConnections();
  await expect(asking).rejects.toMatchObject({ code: "ECONNRESET" });
  await expect.poll(() => isLeft).toBe(true);
  expect(said.join("\n")).not.toContain("secret");
});

it("an error of the companion's own says nothing of what was asked for", async () => {
  const isPublic = () => {
    throw Object.assign(new TypeError("No such file:\n  at /read/secret-reading"), { code: "ENOENT" });
  };
  const { post } = await start({ network: { ...webOf(NAMES), isPublic } });
  const answer = await post("api/page", { url: "http://site.example/secret-reading" });
  expect(answer.status).toBe(500);
  expect(said).toEqual([expect.stringMatching(/^POST failed: TypeError ENOENT at .*api\.test\.ts:\d+/)]);
  expect(said[0]).not.toContain("secret");
});
