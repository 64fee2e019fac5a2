import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, FETCHING_POLICY } from "#protocol/content-security-policy.ts";
import { createCompanion } from "./server.ts";

const SCRIPT = `console.log("${"lectern ".repeat(200)}");`;
const FILES = {
  "index.html": "<title>Shell</title>",
  "404.html": "<title>Not here</title>",
  "read/first/index.html": "<title>First article</title>",
  "articles/first.json": `{"title":"First article","pad":"${"x".repeat(600)}"}`,
  "assets/app-1a2b3c.js": SCRIPT,
  "fetching/direct-1a2b3c.js": "self.onmessage;",
  "sw.js": "self.skipWaiting;",
  "manifest.webmanifest": "{}",
  "icon.png": "not really a picture",
  "a name.txt": "spaces",
};

let folder: string;
let dist: string;
const running: Server[] = [];

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Sends the path exactly as given: `fetch` would tidy `..` away before it reached the server. */
function send(address: string, path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      });
    })
      .on("error", reject)
      .end();
  });
}

async function serve(base: string): Promise<string> {
  const server = createCompanion({ dist, base });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-companion-"));
  dist = join(folder, "dist");
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), content);
  }
  await writeFile(join(folder, "secret.txt"), "secret");
  await symlink(join(folder, "secret.txt"), join(dist, "escape.txt"));
});

afterAll(async () => {
  for (const server of running) server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

describe("the companion's pages", () => {
  let site: string;
  beforeAll(async () => void (site = await serve("/")));

  it.each([
    ["/", 200, "Shell"],
    ["/index.html", 200, "Shell"],
    ["/?source=install", 200, "Shell"],
    ["/read/first", 200, "First article"],
    ["/read/first/", 200, "First article"],
    ["/read/first?at=3.14", 200, "First article"],
    ["/read/on-this-device-only", 200, "Shell"],
    ["/read/on-this-device-only/", 200, "Shell"],
    ["/read/NOT%20AN%20ID", 404, "Not here"],
    ["/read/first/more", 404, "Not here"],
    ["/nowhere", 404, "Not here"],
  ])("answers %s with %i and its page, without a detour", async (path, status, title) => {
    const answer = await send(site, path);
    expect([answer.status, answer.text]).toEqual([status, `<title>${title}</title>`]);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  it("never answers a missing asset with a page", async () => {
    const answer = await send(site, "/assets/app-old.js");
    expect(answer.status).toBe(404);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
    expect(answer.text).not.toContain("<title>");
  });

  it.each([
    ["/assets/app-1a2b3c.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/sw.js", "text/javascript; charset=utf-8", "no-cache"],
    ["/articles/first.json", "application/json; charset=utf-8", "no-cache"],
    ["/manifest.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"],
    ["/icon.png", "image/png", "no-cache"],
    ["/a%20name.txt", "text/plain; charset=utf-8", "no-cache"],
  ])("sends %s as %s, kept %s", async (path, type, cacheControl) => {
    const answer = await send(site, path);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.headers["cache-control"]).toBe(cacheControl);
    expect(answer.headers.etag).toBeTruthy();
  });

  it("says 304 while a file is unchanged, and serves the new one after a build", async () => {
    const first = await send(site, "/articles/first.json");
    const tag = first.headers.etag ?? "";
    const again = await send(site, "/articles/first.json", { "if-none-match": `"other", ${tag}` });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect(again.headers["cache-control"]).toBe("no-cache");

    await writeFile(join(dist, "articles/first.json"), `{"title":"Corrected"}`);
    const changed = await send(site, "/articles/first.json", { "if-none-match": tag });
    expect([changed.status, changed.text]).toEqual([200, `{"title":"Corrected"}`]);
    expect(changed.headers.etag).not.toBe(tag);
  });

  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["*", "br"],
    ["identity", undefined],
    ["", undefined],
  ])("for Accept-Encoding «%s» packs with %s", async (accepted, encoding) => {
    const answer = await send(site, "/assets/app-1a2b3c.js", { "accept-encoding": accepted });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.headers.vary).toBe("Accept-Encoding");
    expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
    const unpack = encoding === "br" ? brotliDecompressSync : encoding === "gzip" ? gunzipSync : undefined;
    expect((unpack?.(answer.body) ?? answer.body).toString()).toBe(SCRIPT);
    if (encoding) expect(answer.body.length).toBeLessThan(SCRIPT.length / 4);
  });

  it("answers with a large file at once, and packs it more tightly for those who come later", async () => {
    const words = Array.from({ length: 60_000 }, (_, index) => (index * 7919) % 10_007).join(" ");
    await writeFile(join(dist, "assets/large-1a2b3c.js"), words);
    const ask = () => send(site, "/assets/large-1a2b3c.js", { "accept-encoding": "br" });
    const first = await ask();
    expect(brotliDecompressSync(first.body).toString()).toBe(words);
    await expect.poll(async () => (await ask()).body.length).toBeLessThan(first.body.length);
    expect(brotliDecompressSync((await ask()).body).toString()).toBe(words);
    expect((await ask()).headers.etag).toBe(first.headers.etag);
  });

  it("leaves pictures and the smallest files unpacked", async () => {
    for (const path of ["/icon.png", "/sw.js"]) {
      expect((await send(site, path, { "accept-encoding": "br" })).headers["content-encoding"]).toBeUndefined();
    }
  });

  it("answers HEAD like GET, without the body", async () => {
    for (const path of ["/", "/assets/app-1a2b3c.js", "/nowhere"]) {
      const [get, head] = [await send(site, path), await send(site, path, {}, "HEAD")];
      expect(head.status).toBe(get.status);
      expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
      expect(head.headers.etag).toBe(get.headers.etag);
      expect(head.body.length).toBe(0);
    }
  });

  it("refuses what is not reading", async () => {
    const answer = await send(site, "/", {}, "POST");
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/read/..%2f..%2f..%2fsecret.txt",
    "/escape.txt",
    "//secret.txt",
    "/%00secret.txt",
    "/%E0%A4%A",
    "/".padEnd(5000, "a"),
  ])("keeps inside its folder for %s", async (path) => {
    const answer = await send(site, path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain("secret");
  });

  it("puts the security headers on every answer", async () => {
    const answers = [
      await send(site, "/"),
      await send(site, "/sw.js"),
      await send(site, "/nowhere"),
      await send(site, "/assets/none.js"),
      await send(site, "/api/health"),
      await send(site, "/", {}, "DELETE"),
      await send(site, "http://elsewhere.example/"),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 404, 200, 405, 400]);
    for (const { headers } of answers) {
      expect(headers["content-security-policy"]).toBe(contentSecurityPolicy());
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["permissions-policy"]).toContain("camera=()");
    }
  });

  it("lets one worker connect to other sites, and lets one page be spoken to by whoever opened it", async () => {
    const worker = await send(site, "/fetching/direct-1a2b3c.js");
    expect(worker.headers).toMatchObject({
      "content-security-policy": FETCHING_POLICY,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    const add = await send(site, "/add?handover=1");
    expect([add.status, add.text]).toEqual([200, "<title>Shell</title>"]);
    expect(add.headers["cross-origin-opener-policy"]).toBe("unsafe-none");
    expect(add.headers["content-security-policy"]).toBe(contentSecurityPolicy());
    for (const path of [
      "/",
      "/index.html",
      "/?handover=1",
      "/read/first",
      "/add",
      "/add?url=https%3A%2F%2Fsite.example%2F",
      "/add/more",
      "/fetching/direct-.x/a.js",
      "/fetching/other-1.js",
    ]) {
      const { headers } = await send(site, path);
      expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
      expect(headers["content-security-policy"], path).toBe(contentSecurityPolicy());
    }
  });

  it("reports its health, and keeps the rest of the API's addresses from the app's shell", async () => {
    const health = await send(site, "/api/health");
    expect(JSON.parse(health.text)).toEqual({ app: "lectern", healthy: true, version: "" });
    expect(health.headers["cache-control"]).toBe("no-store");
    expect((await send(site, "/api/unknown")).headers["content-type"]).toMatch(/^text\/plain/);
  });
});

describe("the companion under a base path", () => {
  let site: string;
  beforeAll(async () => void (site = await serve("/lectern/")));

  it.each([
    ["/lectern/", 200, "Shell"],
    ["/lectern/read/first", 200, "First article"],
    ["/lectern/read/only-here", 200, "Shell"],
    ["/lectern/nowhere", 404, "Not here"],
  ])("answers %s with %i", async (path, status, title) => {
    const answer = await send(site, path);
    expect([answer.status, answer.text]).toEqual([status, `<title>${title}</title>`]);
  });

  it("adds the missing slash, and serves nothing beside its path", async () => {
    const bare = await send(site, "/lectern?source=link");
    expect([bare.status, bare.headers.location]).toEqual([308, "/lectern/?source=link"]);
    for (const path of ["/", "/index.html", "/read/first", "/lectern-other/"]) {
      expect((await send(site, path)).status, path).toBe(404);
    }
    expect((await send(site, "/lectern/api/health")).status).toBe(200);
  });
});
