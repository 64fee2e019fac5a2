import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test as base } from "@playwright/test";
import { build } from "vite";
import { ROOT } from "../src/commands/project.mjs";
import { closeSites, type Site, startSite } from "../src/companion/testing.ts";
import { contentSecurityPolicyForMeta } from "../src/protocol/content-security-policy.ts";
import type { Companion } from "./support/companion.ts";
import { startCompanionTo } from "./support/companion-to.ts";
import { startStaticHost } from "./support/static-host.ts";

/** All that the page has besides its policy: the client, for the test to use. */
const ENTRY = `
  import { createDirectClient } from "#importing/fetching/direct.ts";
  const direct = createDirectClient();
  const told = (promise) => promise.then(
    async ({ text, file, bytes, ...rest }) => ({ ...rest, ...(text !== undefined && { text }), size: (file ?? bytes)?.size }),
    (error) => ({ reason: error.reason ?? error.message }),
  );
  globalThis.fetchDirectly = (kind, url, leave) => {
    const leaving = new AbortController();
    if (leave) setTimeout(() => leaving.abort(new Error("left")), 200);
    return told(kind === "image" ? direct.fetchImage(url, leaving.signal) : direct.fetchPage(url, leaving.signal));
  };
`;

const test = base.extend<{ companion: Companion; site: Site }, { folder: string }>({
  // A page with the app's own client, worker and policy, and nothing else of the app.
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "lectern-direct-"));
      await build({
        root: ROOT,
        configFile: false,
        publicDir: false,
        logLevel: "error",
        plugins: [
          {
            name: "entry",
            resolveId: (id) => (id === "entry" ? "\0entry.js" : undefined),
            load: (id) => (id === "\0entry.js" ? ENTRY : undefined),
          },
        ],
        worker: { format: "es", rolldownOptions: { output: { entryFileNames: "fetching/[name]-[hash:8].js" } } },
        build: {
          outDir: folder,
          emptyOutDir: true,
          modulePreload: false,
          rolldownOptions: { input: "entry", output: { entryFileNames: "assets/entry.js" } },
        },
      });
      const head = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicyForMeta()}">`;
      writeFileSync(
        join(folder, "index.html"),
        `${head}<title>Page</title><script type="module" src="/assets/entry.js"></script>`,
      );
      writeFileSync(join(folder, "404.html"), head);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  companion: async ({ folder }, use) => {
    const companion = await startCompanionTo([], { dist: folder });
    await use(companion);
    await companion.kill();
  },
  site: async ({}, use) => {
    const site = await startSite((request, response) => {
      const type = request.url?.endsWith(".png") ? "image/png" : "text/html; charset=windows-1252";
      const headers = {
        "content-type": type,
        ...(request.url?.startsWith("/open") && { "access-control-allow-origin": "*" }),
      };
      if (request.url === "/open/hanging") return;
      if (request.url === "/open/moved") response.writeHead(302, { ...headers, location: "/open/page" }).end();
      else if (request.url === "/open/none") response.writeHead(404, headers).end();
      else if (request.url === "/open/video")
        response.writeHead(200, { ...headers, "content-type": "video/mp4" }).end("\0\0");
      else if (request.url === "/open/large") response.writeHead(200, headers).end("x".repeat(5 * 1024 * 1024 + 1));
      else if (type === "image/png") response.writeHead(200, headers).end(Buffer.from("89504e470d0a1a0a0000", "hex"));
      else response.writeHead(200, headers).end(Buffer.from("<p>Caf\xe9", "latin1"));
    });
    await use(site);
    closeSites();
  },
});

const directly = (page: Page, url: string, kind = "page", leave = false) =>
  page.evaluate(
    ([kind, url, leave]) =>
      (globalThis as unknown as { fetchDirectly(...of: unknown[]): Promise<Record<string, unknown>> }).fetchDirectly(
        kind,
        url,
        leave,
      ),
    [kind, url, leave] as const,
  );

/** What the page itself can reach, and what its policy says to the attempt. */
const fromThePage = (page: Page, url: string) =>
  page.evaluate(async (url) => {
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
    const fetched = await fetch(url, { mode: "no-cors" }).then(
      () => true,
      () => false,
    );
    const beacon = new Image();
    beacon.src = url;
    await new Promise((resolve) => (beacon.onerror = beacon.onload = resolve));
    return { fetched, violated: [...new Set(violated)].toSorted() };
  }, url);

test.describe("fetching without a companion", { tag: "@once" }, () => {
  test("the worker reads what sites allow to be read, and the page reaches nobody", async ({
    page,
    companion,
    site,
  }) => {
    const at = (path: string) => `http://localhost:${site.port}${path}`;
    await page.goto(companion.url);
    await page.context().addCookies([{ name: "who", value: "me", url: at("/") }]);
    expect(await fromThePage(page, at("/open/page"))).toEqual({ fetched: false, violated: ["connect-src", "img-src"] });
    expect(site.asked).toEqual([]);

    expect(await directly(page, at("/open/moved#part"))).toEqual({
      address: at("/open/page"),
      type: "text/html",
      text: "<p>Café",
    });
    expect(site.headers).not.toHaveProperty("cookie");
    expect(site.headers).not.toHaveProperty("referer");
    expect(await directly(page, at("/open/a.png"), "image")).toEqual({
      address: at("/open/a.png"),
      type: "image/png",
      size: 10,
    });
    expect(await directly(page, at("/open/page"), "image")).toEqual({ reason: "wrong-type" });
    expect(await directly(page, at("/open/none"))).toEqual({ reason: "not-found" });
    expect(await directly(page, at("/open/video"))).toEqual({ reason: "wrong-type" });
    expect(await directly(page, at("/open/large"))).toEqual({ reason: "too-large" });
    expect(await directly(page, at("/closed/page"))).toEqual({ reason: "no-companion" });
    expect(await directly(page, "http://nowhere.invalid/")).toEqual({ reason: "no-companion" });
    expect(await directly(page, "file:///etc/passwd")).toEqual({ reason: "bad-address" });
    expect(await directly(page, at("/open/hanging"), "page", true)).toEqual({ reason: "left" });
    expect(await fromThePage(page, at("/open/page"))).toMatchObject({ fetched: false });
  });

  test("no other worker of the app reaches anybody", async ({ page, companion, site, folder }) => {
    const [name = ""] = readdirSync(join(folder, "fetching"));
    writeFileSync(join(folder, "assets/other.js"), readFileSync(join(folder, "fetching", name)));
    await page.goto(companion.url);
    // The page's one policy has not been made yet.
    const outcome = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
          };
          const policy = trustedTypes.createPolicy("lectern", { createScriptURL: (url: string) => url });
          const worker = new Worker(policy.createScriptURL("/assets/other.js"), { type: "module" });
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage({ id: 1, kind: "page", url });
        }),
      `http://localhost:${site.port}/open/page`,
    );
    expect(outcome).toEqual({ id: 1, reason: "no-companion" });
    expect(site.asked).toEqual([]);
  });

  test("it goes the same way on a host of files, where only the page has a policy", async ({ page, site, folder }) => {
    const host = await startStaticHost(folder, "/");
    await page.goto(host.url);
    const url = `http://localhost:${site.port}/open/page`;
    expect(await fromThePage(page, url)).toEqual({ fetched: false, violated: ["connect-src", "img-src"] });
    expect(await directly(page, url)).toMatchObject({ text: "<p>Café" });
    host.close();
  });
});
