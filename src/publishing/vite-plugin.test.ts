import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { build, createServer, type InlineConfig, type ViteDevServer } from "vite";
import type { Article } from "#domain/article.ts";
import type { ShippedIndex } from "#protocol/shipped-articles.ts";
import { lecternArticles } from "./vite-plugin.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lectern-"));
  put("entry.js", "document.title;");
  put("src/articles/old.md", article("Old", "2024-01-01", "![A dot](old/dot.svg)"));
  put("src/articles/new.md", article("New", "2025-01-01", "Text."));
  put("src/articles/also-new.md", article("Also new", "2025-01-01", "Text."));
  put("src/articles/old/dot.svg", '<svg viewBox="0 0 4 3"></svg>');
  put("src/articles/old/notes.txt", "not a picture");
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function article(title: string, published: string, body: string): string {
  return `---\ntitle: ${title}\nlang: en\npublished: ${published}\n---\n\n${body}\n`;
}

const config = (): InlineConfig => ({
  root,
  base: "/base/",
  configFile: false,
  logLevel: "silent",
  plugins: [lecternArticles()],
  build: { rolldownOptions: { input: join(root, "entry.js") } },
});

describe("build", () => {
  const built = (path: string) => readFileSync(join(root, "dist", path), "utf8");

  test("writes every article, its pictures and an index, newest first", async () => {
    await build(config());
    const index = JSON.parse(built("articles/index.json")) as ShippedIndex;
    expect(index.records.map((record) => record.id)).toEqual(["also-new", "new", "old"]);
    expect(index.revision).toMatch(/^[0-9a-f]{12}$/);
    for (const record of index.records) {
      expect((JSON.parse(built(`articles/${record.id}.json`)) as Article).record).toEqual(record);
    }
    expect(built("articles/old/dot.svg")).toBe('<svg viewBox="0 0 4 3"></svg>');
    expect(() => built("articles/old/notes.txt")).toThrow("ENOENT");
  });

  test("gives the index a new revision when an article changes, and only then", async () => {
    const revision = async () => {
      await build(config());
      return (JSON.parse(built("articles/index.json")) as ShippedIndex).revision;
    };
    const first = await revision();
    expect(await revision()).toBe(first);
    put("src/articles/new.md", article("New", "2025-01-01", "Another text."));
    expect(await revision()).not.toBe(first);
  });

  test("fails with file, line and reason", async () => {
    put("src/articles/bad.md", article("Bad", "2025-01-01", "One\n<b>two</b>"));
    await expect(build(config())).rejects.toThrow(
      /articles\/bad\.md:8: Raw HTML is not allowed; write “\\<” for the character itself\./,
    );
  });
});

describe("development", () => {
  let server: ViteDevServer;
  let address: string;
  beforeEach(async () => {
    server = await createServer({
      ...config(),
      server: { port: 0, host: "127.0.0.1" },
      optimizeDeps: { noDiscovery: true },
    });
    await server.listen();
    const bound = server.httpServer!.address();
    address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/base/articles/`;
  });
  afterEach(() => server.close());

  /** The title that is served, once it is the expected one; the watcher needs a moment. */
  const title = async () => ((await (await fetch(`${address}new.json`)).json()) as Article).record.title;

  test("serves what a build would write", async () => {
    const index = await fetch(`${address}index.json`);
    expect(index.headers.get("content-type")).toContain("application/json");
    expect(((await index.json()) as ShippedIndex).records).toHaveLength(3);
    expect(await title()).toBe("New");
    const picture = await fetch(`${address}old/dot.svg`);
    expect([picture.headers.get("content-type"), await picture.text()]).toEqual([
      "image/svg+xml",
      '<svg viewBox="0 0 4 3"></svg>',
    ]);
  });

  test("follows changes and tells the page to load again", async () => {
    const send = vi.spyOn(server.ws, "send");
    await title();
    put("src/articles/new.md", article("Newer", "2025-01-01", "Text."));
    await expect.poll(title, { timeout: 10_000 }).toBe("Newer");
    expect(send).toHaveBeenCalledWith({ type: "full-reload" });
  });

  test("answers an article that cannot be compiled with the reason, and recovers", async () => {
    put("src/articles/new.md", article("New", "2025-01-01", "<b>"));
    await expect.poll(async () => (await fetch(`${address}new.json`)).status, { timeout: 10_000 }).toBe(500);
    expect(await (await fetch(`${address}new.json`)).text()).toContain("new.md:7: Raw HTML is not allowed");
    put("src/articles/new.md", article("Mended", "2025-01-01", "Text."));
    await expect.poll(() => title().catch(() => undefined), { timeout: 10_000 }).toBe("Mended");
  });
});
