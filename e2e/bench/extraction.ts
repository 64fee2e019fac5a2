import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { ROOT } from "../../src/commands/project.mjs";
import { bundle } from "./bundle.ts";

/** What people found to be the article of a page. */
interface Truth {
  url?: string;
  _internal?: { page_type?: { primary?: string } };
  ground_truth: { main_content?: string; with?: string[]; without?: string[]; title?: string; author?: string };
}

interface Sample {
  id: string;
  html: string;
  truth: Truth;
}

/** What one way of extraction found. */
interface Found {
  text: string;
  title?: string;
  byline?: string;
  /** Milliseconds, parsing included. */
  ms: number;
}

type Method = "Readability alone" | "Lectern";
const METHODS: readonly Method[] = process.env.PAGES_FAST ? ["Lectern"] : ["Readability alone", "Lectern"];

const HOST = "http://localhost/";
const WORD = /[\p{L}\p{N}_]+/gu;

/**
 * How well and how fast articles are found in a folder of saved pages: `html/<id>.html.gz` and what is right, `ground-truth/<id>.json`,
 * in the form of the Web Content Extraction Benchmark. Words are compared as multisets. PAGES_OUT names a file for the results of single pages.
 */
export async function measureExtraction(browser: Browser, folder: string): Promise<void> {
  const samples = samplesIn(folder);
  console.log(`\n${samples.length} articles.`);
  const page = await pageWithExtractors(browser);
  const all = new Map<Method, Result[]>(METHODS.map((method) => [method, []]));
  for (const sample of samples) {
    for (const method of METHODS) all.get(method)!.push(judge(sample, await extract(page, method, sample)));
  }
  for (const [method, results] of all) print(method, results);
  const [alone = 0, ours = 0] = METHODS.map((method) => sum(all.get(method)!.map(({ ms }) => ms)));
  console.log(`\n  time against Readability alone: ${(ours / alone).toFixed(2)}`);
  if (process.env.PAGES_OUT) writeFileSync(process.env.PAGES_OUT, JSON.stringify(Object.fromEntries(all)));
  await page.context().close();
}

function samplesIn(folder: string): Sample[] {
  const only = process.env.PAGES_ONLY?.split(",");
  return readdirSync(join(folder, "ground-truth"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .filter((id) => !only || only.includes(id))
    .sort()
    .flatMap((id) => {
      const truth = JSON.parse(readFileSync(join(folder, "ground-truth", `${id}.json`), "utf8")) as Truth;
      if ((truth._internal?.page_type?.primary ?? "article") !== "article") return [];
      return [{ id, truth, html: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8") }];
    });
}

/** A page that has both: on localhost, for the hash that names pictures exists in secure contexts alone. */
async function pageWithExtractors(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const code = await bundle("src/importing/html/import-html.ts");
  await page.route(`${HOST}**`, (route) => {
    const isCode = route.request().url().endsWith(".js");
    return route.fulfill({
      contentType: isCode ? "text/javascript" : "text/html",
      body: isCode ? code : "<!doctype html>",
    });
  });
  await page.goto(HOST);
  await page.addScriptTag({ path: join(ROOT, "node_modules/@mozilla/readability/Readability.js") });
  await page.evaluate(async (address) => {
    Object.assign(globalThis, { importing: await import(address) });
  }, `${HOST}importing.js`);
  return page;
}

interface Importing {
  importHtml(
    html: string,
    options: { address?: string | undefined },
  ): Promise<{ title: string; byline?: string; blocks: unknown[] }>;
}

interface Extractors {
  importing: Importing;
  Readability: new (page: Document) => { parse(): { textContent: string; title: string; byline?: string } | null };
}

function extract(page: Page, method: Method, { html, truth }: Sample): Promise<Found> {
  return page.evaluate(
    async ([method, html, address]) => {
      const { importing, Readability } = globalThis as unknown as Extractors;
      /** The text of blocks, whatever their kind: all that is called `text`, blocks parted by spaces. */
      const textOf = (value: unknown): string => {
        if (Array.isArray(value)) {
          const inline = value.every(
            (one) => typeof one === "object" && one !== null && !("type" in one) && !Array.isArray(one),
          );
          return value.map(textOf).join(inline ? "" : "\n");
        }
        if (typeof value !== "object" || value === null) return "";
        const { text, math, ...rest } = value as { text?: string; math?: unknown };
        if (math !== undefined) return " ";
        const parts = Object.entries(rest)
          .filter(([key]) => ["content", "caption", "source", "rows", "items", "terms", "details"].includes(key))
          .map(([key, part]) => (key === "content" && !("type" in rest) ? `${textOf(part)}\n` : textOf(part)));
        return [text ?? "", ...parts].join(text === undefined ? "\n" : "");
      };
      const start = performance.now();
      if (method === "Lectern") {
        try {
          const { title, byline, blocks } = await importing.importHtml(html, { address });
          const ms = performance.now() - start;
          return { text: textOf(blocks), title, ...(byline && { byline }), ms };
        } catch (error) {
          if ((error as Error).name !== "ImportProblem") throw error;
          return { text: "", ms: performance.now() - start };
        }
      }
      const found = new Readability(new DOMParser().parseFromString(html, "text/html")).parse();
      const { textContent: text = "", title = "", byline } = found ?? {};
      return { text, title, ...(byline && { byline }), ms: performance.now() - start };
    },
    [method, html, truth.url] as const,
  );
}

interface Result extends Scores {
  id: string;
  ms: number;
  title: string | undefined;
  byline: string | undefined;
  text: string;
}

interface Scores {
  f1: number;
  precision: number;
  recall: number;
  /** Of the pieces that belong to the article, the part that was found; of those that do not, the part let through. */
  with: number;
  without: number;
}

function judge({ id, truth: { ground_truth: right } }: Sample, { text, ms, title, byline }: Found): Result {
  const whole = text.toLowerCase();
  const part = (pieces: readonly string[] = []) =>
    pieces.length === 0
      ? undefined
      : pieces.filter((piece) => whole.includes(piece.toLowerCase())).length / pieces.length;
  return {
    id,
    ms,
    title,
    byline,
    text: process.env.PAGES_OUT ? text : "",
    ...compare(words(text), words(right.main_content ?? "")),
    with: part(right.with) ?? 1,
    without: part(right.without) ?? 0,
  };
}

function compare(found: readonly string[], right: readonly string[]): Pick<Scores, "f1" | "precision" | "recall"> {
  if (right.length === 0 || found.length === 0) {
    const same = right.length === found.length ? 1 : 0;
    return { f1: same, precision: same, recall: same };
  }
  const left = new Map<string, number>();
  for (const word of right) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  const [precision, recall] = [common / found.length, common / right.length];
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const words = (text: string) => text.toLowerCase().match(WORD) ?? [];
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function print(method: Method, results: readonly Result[]): void {
  const mean = (key: keyof Scores) => sum(results.map((result) => result[key])) / results.length;
  const percent = (key: keyof Scores) => `${(100 * mean(key)).toFixed(1)} %`;
  const speed = results.length / (sum(results.map(({ ms }) => ms)) / 1000);
  console.log(`\n${method}`);
  console.log(
    `  word F1 ${mean("f1").toFixed(4)} (precision ${mean("precision").toFixed(4)}, recall ${mean("recall").toFixed(4)})`,
  );
  console.log(
    `  pieces of the article found ${percent("with")}, of the page around it let through ${percent("without")}`,
  );
  console.log(`  pages a second ${speed.toFixed(1)}`);
}
