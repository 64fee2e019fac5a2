import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, type Page } from "@playwright/test";
import { TOKEN_HEADER } from "../src/protocol/companion-api.ts";
import { closeSites, startSite } from "../src/companion/testing.ts";
import { COMPANION, DIST } from "./support/build.ts";
import { testOnWeb } from "./support/companion-to.ts";
import { workerReady } from "./support/service-worker.ts";

const PAGE = "<!doctype html><title>News</title><script>document.title = 'ran'</script>";

const test = testOnWeb("news.example");

/** Asks from within a page, as the app does. */
function ask(page: Page, url: string, headers: Record<string, string> = {}) {
  return page.evaluate(
    async ({ url, headers, tokenHeader }) => {
      const { token } = (await (await fetch("/api/session")).json()) as { token: string };
      const response = await fetch("/api/page", {
        method: "POST",
        headers: { "Content-Type": "application/json", [tokenHeader]: token, ...headers },
        body: JSON.stringify({ url }),
      });
      return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
    },
    { url, headers, tokenHeader: TOKEN_HEADER },
  );
}

test.describe("the companion", { tag: "@once" }, () => {
  test("fetches for the app, with and without its service worker", async ({ page }) => {
    const site = await startSite((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(PAGE));
    await page.goto("./");
    const url = `http://news.example:${site.port}/today`;
    const expected = { status: 200, type: "application/octet-stream", text: PAGE };
    expect(await ask(page, url)).toEqual(expected);
    await workerReady(page);
    expect(await ask(page, url)).toEqual(expected);
    expect(await ask(page, "http://169.254.169.254/latest/meta-data/")).toMatchObject({ status: 403 });
  });

  test("fetches for nobody else, whatever their page tries", async ({ page, companion, browser }) => {
    const site = await startSite((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(PAGE));
    await page.goto("./");
    const token = await page.evaluate(async () => (await (await fetch("/api/session")).json()).token as string);

    const elsewhere = await startSite((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Elsewhere</title>"),
    );
    const other = await (await browser.newContext()).newPage();
    await other.goto(`http://localhost:${elsewhere.port}/`);
    const outcome = await other.evaluate(
      async ({ companion, url, token, tokenHeader }) => {
        const attempt = (init: RequestInit, path = "api/page") =>
          fetch(companion + path, init).then(
            (response) => `read ${response.type}`,
            () => "blocked",
          );
        const body = JSON.stringify({ url });
        return {
          session: await attempt({}, "api/session"),
          withToken: await attempt({
            method: "POST",
            headers: { "Content-Type": "application/json", [tokenHeader]: token },
            body,
          }),
          simple: await attempt({ method: "POST", mode: "no-cors", body }),
        };
      },
      { companion: companion.url, url: `http://news.example:${site.port}/`, token, tokenHeader: TOKEN_HEADER },
    );
    expect(outcome).toEqual({
      session: "blocked",
      withToken: "blocked",
      simple: expect.stringMatching("blocked|opaque"),
    });
    expect(site.asked).toEqual([]);
    await other.context().close();
  });

  test("lets the page that a bookmarklet opens be spoken to, and no other, with and without the service worker", async ({
    page,
    context,
    companion,
  }) => {
    const site = await startSite((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Article</title>"),
    );
    const isSpokenTo = async (path: string) => {
      await page.goto(`http://localhost:${site.port}/`);
      const opening = context.waitForEvent("page");
      await page.evaluate((url) => void window.open(url), companion.url + path);
      const opened = await opening;
      await opened.waitForLoadState();
      const has = await opened.evaluate(() => window.opener !== null);
      await opened.close();
      return has;
    };
    const expectItAlone = async () => {
      expect(await isSpokenTo("add?handover=1")).toBe(true);
      for (const path of ["", "add", "add?url=https%3A%2F%2Fone.invalid%2F", "read/troops-in-kursk"])
        expect(await isSpokenTo(path), path).toBe(false);
    };
    await expectItAlone();
    await page.goto(companion.url);
    await workerReady(page);
    await expectItAlone();
  });

  test("leads what is shared to the view for adding, as long as there is no service worker", async ({ request }) => {
    const answer = await request.post("share", {
      multipart: { title: "News", text: "See https://news.example/", url: "" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    expect(answer.headers()["location"]).toBe("/add?title=News&text=See+https%3A%2F%2Fnews.example%2F");
    expect((await request.get("add?title=News")).status()).toBe(200);
  });
});

test.describe("the built companion", { tag: "@once" }, () => {
  interface Process {
    child: ChildProcess;
    url: string;
    said(): string;
  }

  async function start(): Promise<Process> {
    const env = { ...process.env, DIST, PORT: "0", HOST: "", BASE_PATH: "", ORIGIN: "" };
    const child = spawn(process.execPath, [COMPANION], { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
    }
    await expect.poll(() => said).toContain("http:");
    return { child, url: /http:\S+/.exec(said)?.[0] ?? "", said: () => said };
  }

  test("knows no other web than the public one", async () => {
    const site = await startSite((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(PAGE));
    const { child, url } = await start();
    const headers = { origin: url.slice(0, -1), "content-type": "application/json" };
    const { token } = (await (await fetch(`${url}api/session`)).json()) as { token: string };
    for (const address of [
      `http://127.0.0.1:${site.port}/`,
      "http://localhost/",
      "http://[::1]:8080/",
      "http://2130706433/",
    ]) {
      const answer = await fetch(`${url}api/page`, {
        method: "POST",
        headers: { ...headers, [TOKEN_HEADER]: token },
        body: JSON.stringify({ url: address }),
      });
      expect(await answer.json()).toMatchObject({ reason: expect.stringMatching("private|bad-address") });
    }
    expect(site.asked).toEqual([]);
    closeSites();
    child.kill("SIGKILL");
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    test(`ends by itself on ${signal}, though connections are open`, async () => {
      const { child, url, said } = await start();
      expect(await (await fetch(`${url}api/health`)).json()).toMatchObject({
        app: "lectern",
        healthy: true,
        version: expect.stringMatching(/^\d/),
      });
      const exited = once(child, "exit");
      child.kill(signal);
      child.kill(signal);
      expect(await exited).toEqual([0, null]);
      expect(said().trim().split("\n")).toHaveLength(1);
    });
  }
});
