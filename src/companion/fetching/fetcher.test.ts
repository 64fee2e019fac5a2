import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { FetchKind, FetchRequest } from "#protocol/companion-api.ts";
import { closeSites, startSite, startTcp, webOf } from "../testing.ts";
import { createFetcher, type Found } from "./fetcher.ts";

const PAGE = "<!doctype html><title>A page</title><p>Of some length.";
const HTML = { "content-type": "text/html; charset=utf-8" };

afterEach(closeSites);

/** Names that lead to the sites of a test, and some that lead elsewhere. */
const NAMES = {
  "site.example": ["127.0.0.1"],
  "other.example": ["127.0.0.1"],
  "inside.example": ["10.0.0.1"],
  "mixed.example": ["127.0.0.1", "192.168.0.1"],
};

async function find(
  address: string,
  {
    kind = "page",
    patience = 20_000,
    signal = new AbortController().signal,
    web = webOf(NAMES),
    ...request
  }: {
    kind?: FetchKind;
    patience?: number;
    signal?: AbortSignal;
    web?: ReturnType<typeof webOf>;
  } & Partial<FetchRequest> = {},
): Promise<Found> {
  const found = await createFetcher(web, patience)(kind, { url: address, ...request }, { signal });
  if (found === "unchanged") throw new Error("unchanged");
  return found;
}

const html = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}) =>
  response.writeHead(200, { ...HTML, ...headers }).end(body);

describe("a page", () => {
  it("comes as text, with its address and what it is", async () => {
    const { port } = await startSite((_, response) => html(response, PAGE));
    const found = await find(`http://site.example:${port}/a?b=c#d`);
    expect(found.body.toString()).toBe(PAGE);
    expect(found).toMatchObject({ type: "text/html", charset: "utf-8" });
    expect(found.url.href).toBe(`http://site.example:${port}/a?b=c`);
  });

  it("is asked for by the name of the companion, and tells the site nothing else", async () => {
    const site = await startSite((_, response) => html(response, PAGE, { "set-cookie": "a=b" }));
    const url = `http://site.example:${site.port}/`;
    await find(url);
    await find(url);
    const { host, connection, "user-agent": agent, accept, ...others } = site.headers;
    expect(host).toBe(`site.example:${site.port}`);
    expect(agent).toContain("Lectern");
    expect(accept).toContain("text/html");
    expect(connection).toBe("close");
    expect(others).toEqual({ "accept-encoding": "gzip, deflate, br" });
  });

  it("tells its name to the server by TLS too, and is not taken from one without a certificate for it", async () => {
    const hello: Buffer[] = [];
    const port = await startTcp((socket) => {
      socket.once("data", (piece) => {
        hello.push(piece);
        socket.destroy();
      });
    });
    await expect(find(`https://site.example:${port}/`)).rejects.toMatchObject({ reason: "failed" });
    expect(Buffer.concat(hello).toString("latin1")).toContain("site.example");
  });

  it.each([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["br", brotliCompressSync],
    ["identity", (text: string) => Buffer.from(text)],
    ["br, gzip", (text: string) => gzipSync(brotliCompressSync(text))],
  ])("is unpacked from %s", async (encoding, pack) => {
    const { port } = await startSite((_, response) => html(response, pack(PAGE), { "content-encoding": encoding }));
    expect((await find(`http://site.example:${port}/`)).body.toString()).toBe(PAGE);
  });

  it("is taken as far as it had come when its packing was cut off, as browsers do", async () => {
    const packed = gzipSync(PAGE.repeat(50));
    const { port } = await startSite((_, response) =>
      html(response, packed.subarray(0, -8), { "content-encoding": "gzip" }),
    );
    expect((await find(`http://site.example:${port}/`)).body.toString()).toBe(PAGE.repeat(50));
  });

  it.each([
    ["what it was not packed with", "gzip", Buffer.from(PAGE)],
    ["what nobody knows", "sdch", Buffer.from(PAGE)],
    ["many layers", "gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(PAGE)))],
  ])("fails with %s", async (_, encoding, body) => {
    const { port } = await startSite((_, response) => html(response, body, { "content-encoding": encoding }));
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "failed" });
  });

  it("fails where the server breaks off", async () => {
    const { port } = await startSite((_, response) => {
      response.writeHead(200, { ...HTML, "content-length": "1000" }).write(PAGE);
      setTimeout(() => response.destroy(), 20);
    });
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "failed" });
  });

  it("fails where nobody listens, and where what listens speaks something else", async () => {
    const port = await startTcp((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "failed" });
    closeSites();
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "failed" });
  });

  it.each([
    [401, "refused"],
    [402, "refused"],
    [403, "refused"],
    [451, "refused"],
    [999, "refused"],
    [404, "not-found"],
    [410, "not-found"],
    [429, "busy"],
    [500, "failed"],
    [503, "failed"],
    [204, "failed"],
    [304, "failed"],
    [302, "failed"],
  ])("with status %i is: %s", async (status, reason) => {
    const { port } = await startSite((_, response) => response.writeHead(status, HTML).end());
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason, details: { status } });
  });

  it("passes on how long a site asks to wait", async () => {
    const { port } = await startSite((_, response) => response.writeHead(429, { "retry-after": "120" }).end());
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ details: { retryAfter: 120 } });
  });

  it("is refused where the site wants a browser that it can watch", async () => {
    const { port } = await startSite((_, response) => response.writeHead(503, { "cf-mitigated": "challenge" }).end());
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "refused" });
  });
});

describe("limits", () => {
  it("five megabytes of text, and not one byte more", async () => {
    const { port } = await startSite((request, response) => html(response, "x".repeat(Number(request.url?.slice(1)))));
    const most = 5 * 1024 * 1024;
    expect((await find(`http://site.example:${port}/${most}`)).body).toHaveLength(most);
    await expect(find(`http://site.example:${port}/${most + 1}`)).rejects.toMatchObject({ reason: "too-large" });
  });

  it("a declared length is enough to be refused", async () => {
    let sent = 0;
    const { port } = await startSite((_, response) => {
      response.writeHead(200, { ...HTML, "content-length": `${100 * 1024 * 1024}` });
      response.write("x".repeat(2000), () => sent++);
    });
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "too-large" });
    expect(sent).toBeLessThanOrEqual(1);
  });

  it("what never ends is left", async () => {
    let isLeft = false;
    const { port } = await startSite((_, response) => {
      response.writeHead(200, HTML);
      response.once("close", () => (isLeft = true));
      const more = (): void => {
        if (!response.destroyed) response.write("x".repeat(65_536), () => setImmediate(more));
      };
      more();
    });
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "too-large" });
    await expect.poll(() => isLeft).toBe(true);
  });

  it.each([
    ["gzip", () => createGzip()],
    ["br", undefined],
  ])("a bomb of %s is not unpacked further than the limit", async (encoding, streaming) => {
    // Half a gigabyte of blanks.
    const piece = Buffer.alloc(1024 * 1024, " ");
    let packed: Buffer;
    if (streaming) {
      const gzip = streaming();
      const pieces: Buffer[] = [];
      gzip.on("data", (part: Buffer) => pieces.push(part));
      for (let count = 0; count < 512; count++) if (!gzip.write(piece)) await once(gzip, "drain");
      gzip.end();
      await once(gzip, "end");
      packed = Buffer.concat(pieces);
    } else {
      packed = brotliCompressSync(Buffer.alloc(512 * 1024 * 1024, " "), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
      });
    }
    const { port } = await startSite((_, response) => html(response, packed, { "content-encoding": encoding }));
    let most = 0;
    const fetcher = createFetcher(webOf(NAMES));
    const finding = fetcher(
      "page",
      { url: `http://site.example:${port}/` },
      { signal: new AbortController().signal, held: (bytes) => (most = Math.max(most, bytes)) },
    );
    await expect(finding).rejects.toMatchObject({ reason: "too-large" });
    expect(most).toBeLessThanOrEqual(5 * 1024 * 1024);
  });

  it.each([
    ["does not answer", () => undefined],
    ["sends its headers drop by drop", (write: (text: string) => void) => write("HTTP/1.1 200 OK\r\nX-A: b\r\n")],
    [
      "sends its body drop by drop",
      (write: (text: string) => void) => {
        write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        for (let count = 1; count < 200; count++) setTimeout(() => write("<p>"), count * 10).unref();
      },
    ],
  ])("whoever %s is not waited for", async (_, answer) => {
    const port = await startTcp((socket) => {
      socket.once("data", (asked) => {
        if (asked.toString().includes("robots.txt")) socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
        else answer((text) => socket.writable && socket.write(text));
      });
    });
    await expect(find(`http://site.example:${port}/`, { patience: 300 })).rejects.toMatchObject({ reason: "timeout" });
  });

  it("a resolver that does not answer is not waited for", async () => {
    const web = { ...webOf(NAMES), resolve: () => new Promise<string[]>(() => undefined) };
    await expect(find("http://site.example/", { patience: 100, web })).rejects.toMatchObject({ reason: "timeout" });
  });

  it("what nobody waits for any more is left at once", async () => {
    const gone = new AbortController();
    let isLeft = false;
    const { port } = await startSite((_, response) => {
      response.once("close", () => (isLeft = true));
      gone.abort();
    });
    await expect(find(`http://site.example:${port}/`, { signal: gone.signal })).rejects.toMatchObject({
      reason: "failed",
    });
    await expect.poll(() => isLeft).toBe(true);
  });
});

describe("on the way", () => {
  const redirecting = (to: (url: string) => string, status = 302) =>
    startSite((request, response) => {
      if (request.url === "/end") html(response, PAGE);
      else response.writeHead(status, { location: to(request.url ?? "") }).end();
    });

  it.each([301, 302, 303, 307, 308])("%i is followed, and the last address is the page's", async (status) => {
    const { port } = await redirecting(() => "/end", status);
    const found = await find(`http://site.example:${port}/start`);
    expect(found.url.pathname).toBe("/end");
  });

  it("five redirects are followed, and a sixth is not", async () => {
    const { port, asked } = await redirecting((url) => (url === "/1" ? "/end" : `/${Number(url.slice(1)) - 1}`));
    expect((await find(`http://site.example:${port}/5`)).url.pathname).toBe("/end");
    await expect(find(`http://site.example:${port}/6`)).rejects.toMatchObject({ reason: "too-many-redirects" });
    expect(asked).toHaveLength(6 + 6);
  });

  it("a circle is left", async () => {
    const { port } = await redirecting((url) => url);
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "too-many-redirects" });
  });

  it.each([
    ["http://inside.example/", "private"],
    ["http://mixed.example/", "private"],
    ["http://10.0.0.1/", "private"],
    ["http://[::1]/", "private"],
    ["http://2130706434/", "private"],
    ["//169.254.169.254/latest/", "private"],
    ["http://nowhere.example/", "not-found"],
    ["file:///etc/passwd", "bad-address"],
    ["javascript:alert(1)", "bad-address"],
    ["http://reader:secret@site.example/", "bad-address"],
    ["http://", "bad-address"],
  ])("to %s is not gone: %s", async (location, reason) => {
    const { port } = await redirecting(() => location);
    await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason });
  });

  it("each address is checked, also after one that was in order", async () => {
    const { port } = await redirecting((url) => (url === "/start" ? "/then" : "http://inside.example/"));
    const web = webOf(NAMES);
    await expect(find(`http://other.example:${port}/start`, { web })).rejects.toMatchObject({ reason: "private" });
    expect(web.resolved).toEqual(expect.arrayContaining(["other.example", "inside.example"]));
  });

  it("a name is resolved once, and the connection goes to what was checked", async () => {
    const site = await startSite((_, response) => html(response, PAGE));
    const web = webOf(NAMES);
    const answers = [["127.0.0.1"], ["127.0.0.1"]];
    const asked: string[] = [];
    const rebinding = {
      ...web,
      // For robots.txt and for the page the name is public; to whoever asks once more it is not.
      async resolve(hostname: string) {
        asked.push(hostname);
        return answers.shift() ?? ["127.0.0.99"];
      },
    };
    expect((await find(`http://rebind.example:${site.port}/`, { web: rebinding })).body.toString()).toBe(PAGE);
    expect(asked).toEqual(["rebind.example", "rebind.example"]);
    await expect(find(`http://rebind.example:${site.port}/`, { web: rebinding })).rejects.toMatchObject({
      reason: "private",
    });
    expect(site.asked).toHaveLength(1);
  });

  it("nothing is asked of a private address, not even its robots.txt", async () => {
    const site = await startSite((_, response) => html(response, PAGE), true);
    const web = { ...webOf({ "site.example": ["127.0.0.1"] }), isPublic: () => false };
    await expect(find(`http://site.example:${site.port}/`, { web })).rejects.toMatchObject({ reason: "private" });
    expect(site.asked).toEqual([]);
  });
});

describe("robots.txt", () => {
  const robots = (text: string, status = 200) =>
    startSite((request, response) => {
      if (request.url === "/robots.txt") response.writeHead(status, { "content-type": "text/plain" }).end(text);
      else if (request.url === "/leads-in") response.writeHead(302, { location: "/closed/page" }).end();
      else html(response, PAGE);
    }, true);

  it("is followed where it names the companion, on the way too", async () => {
    const site = await robots("User-agent: lectern\nDisallow: /closed/\n");
    const url = `http://site.example:${site.port}`;
    await expect(find(`${url}/closed/page`)).rejects.toMatchObject({ reason: "robots" });
    await expect(find(`${url}/leads-in`)).rejects.toMatchObject({ reason: "robots" });
    expect((await find(`${url}/open`)).body.toString()).toBe(PAGE);
    expect(site.asked).toEqual(["GET /leads-in", "GET /open"]);
  });

  it("is not meant for a reader where it speaks of crawlers in general", async () => {
    const { port } = await robots("User-agent: *\nDisallow: /\n");
    expect((await find(`http://site.example:${port}/`)).body.toString()).toBe(PAGE);
  });

  it.each([403, 404, 500])("says nothing with status %i", async (status) => {
    const { port } = await robots("User-agent: lectern\nDisallow: /\n", status);
    expect((await find(`http://site.example:${port}/`)).body.toString()).toBe(PAGE);
  });

  it("is asked for once for many pictures", async () => {
    let times = 0;
    const { port } = await startSite((request, response) => {
      if (request.url === "/robots.txt") times++;
      html(response, PAGE);
    }, true);
    const fetcher = createFetcher(webOf(NAMES));
    for (const path of ["/1", "/2", "/3"]) {
      await fetcher("page", { url: `http://site.example:${port}${path}` }, { signal: new AbortController().signal });
    }
    expect(times).toBe(1);
  });
});

describe("what is not text", () => {
  const PDF = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(6 * 1024 * 1024, 1)]);

  it.each(["application/pdf", "application/octet-stream", "text/html"])(
    "a PDF comes as it is, and may be larger, with type %s",
    async (type) => {
      const { port } = await startSite((_, response) => response.writeHead(200, { "content-type": type }).end(PDF));
      const found = await find(`http://site.example:${port}/`);
      expect(found.type).toBe("application/pdf");
      expect(found.charset).toBeUndefined();
      expect(found.body.equals(PDF)).toBe(true);
    },
  );

  it.each(["image/png", "video/mp4", "application/zip", "application/msword", "font/woff2", "text/css"])(
    "%s is of the wrong type",
    async (type) => {
      const { port } = await startSite((_, response) =>
        response.writeHead(200, { "content-type": type }).end(Buffer.from([0, 1, 2, 3, 4])),
      );
      await expect(find(`http://site.example:${port}/`)).rejects.toMatchObject({ reason: "wrong-type" });
    },
  );
});

describe("a picture", () => {
  const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)]);
  const picture = (type: string | undefined, body: Buffer | string) =>
    startSite((_, response) => response.writeHead(200, type === undefined ? {} : { "content-type": type }).end(body));

  it.each(["image/png", "image/jpeg", "application/octet-stream", undefined])(
    "is what its bytes say, declared as %s",
    async (type) => {
      const { port } = await picture(type, PNG);
      expect(await find(`http://site.example:${port}/`, { kind: "image" })).toMatchObject({
        type: "image/png",
        body: PNG,
      });
    },
  );

  it.each([
    ["a page that calls itself one", "image/png", PAGE],
    ["one that calls itself a page", "text/html", PNG],
    ["one of an unknown kind", "image/x-strange", Buffer.from("strange")],
    ["nothing", "image/png", ""],
  ])("is not %s", async (_, type, body) => {
    const { port } = await picture(type, body);
    await expect(find(`http://site.example:${port}/`, { kind: "image" })).rejects.toMatchObject({
      reason: "wrong-type",
    });
  });

  it("may have ten megabytes", async () => {
    const most = 10 * 1024 * 1024;
    const { port } = await startSite((request, response) =>
      response
        .writeHead(200, { "content-type": "image/png" })
        .end(Buffer.concat([PNG, Buffer.alloc(Number(request.url?.slice(1)) - PNG.length)])),
    );
    const asked = { kind: "image" as const };
    expect((await find(`http://site.example:${port}/${most}`, asked)).body).toHaveLength(most);
    await expect(find(`http://site.example:${port}/${most + 1}`, asked)).rejects.toMatchObject({ reason: "too-large" });
  });

  it.each([
    ["http://site.example:PORT/page?a#b", "http://site.example:PORT/page?a"],
    ["http://other.example/page", "http://other.example/"],
    ["https://other.example/page", undefined],
    [undefined, undefined],
  ])("tells the site of the page %s as much as a browser would: %s", async (page, referrer) => {
    const site = await picture("image/png", PNG);
    const at = (text: string | undefined) => text?.replace("PORT", `${site.port}`);
    const asked = page === undefined ? {} : { page: at(page)! };
    await find(`http://site.example:${site.port}/`, { kind: "image", ...asked });
    expect(site.headers.referer).toBe(at(referrer));
  });
});

describe("a feed", () => {
  const FEED = '<?xml version="1.0" encoding="ISO-8859-1"?><rss><title>Caf\xe9</title></rss>';

  it("is not sent again while it is what it was", async () => {
    const site = await startSite((request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else {
        const headers = {
          "content-type": "application/rss+xml",
          etag: '"1"',
          "last-modified": "Mon, 01 Jun 2026 00:00:00 GMT",
        };
        response.writeHead(200, headers).end(Buffer.from(FEED, "latin1"));
      }
    });
    const url = `http://site.example:${site.port}/`;
    const { etag, lastModified, body, charset, type } = await find(url, { kind: "feed" });
    expect({ etag, lastModified, charset, type }).toEqual({
      etag: '"1"',
      lastModified: "Mon, 01 Jun 2026 00:00:00 GMT",
      charset: "windows-1252",
      type: "application/rss+xml",
    });
    expect(body.toString()).toContain("Café");

    const fetcher = createFetcher(webOf(NAMES));
    const signal = new AbortController().signal;
    expect(await fetcher("feed", { url, etag: '"1"', lastModified: lastModified! }, { signal })).toBe("unchanged");
    expect(site.headers["if-modified-since"]).toBe(lastModified);
    // What cannot be a header is left out.
    expect(await fetcher("feed", { url, etag: 'a\r\nX-Injected: "1"' }, { signal })).not.toBe("unchanged");
    expect(site.headers).not.toHaveProperty("x-injected");
  });

  it.each(["application/atom+xml", "application/feed+json", "text/xml", "application/json", "text/html"])(
    "may be %s",
    async (type) => {
      const { port } = await startSite((_, response) => response.writeHead(200, { "content-type": type }).end("{}"));
      expect(await find(`http://site.example:${port}/`, { kind: "feed" })).toMatchObject({ type });
    },
  );

  it.each([
    ["application/rss+xml", 10],
    ["text/html", 5],
  ])("may have, as %s, %i megabytes", async (type, megabytes) => {
    const { port } = await startSite((request, response) =>
      response.writeHead(200, { "content-type": type }).end("x".repeat(Number(request.url?.slice(1)))),
    );
    const most = megabytes * 1024 * 1024;
    const at = (bytes: number) => find(`http://site.example:${port}/${bytes}`, { kind: "feed" });
    expect((await at(most)).body).toHaveLength(most);
    await expect(at(most + 1)).rejects.toMatchObject({ reason: "too-large" });
  });

  it("is no PDF", async () => {
    const { port } = await startSite((_, response) => response.writeHead(200).end("%PDF-1.7"));
    await expect(find(`http://site.example:${port}/`, { kind: "feed" })).rejects.toMatchObject({
      reason: "wrong-type",
    });
  });
});
