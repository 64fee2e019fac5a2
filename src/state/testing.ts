/** For tests: a network with shipped articles on it, which can go away or lie. */
import { vi } from "vitest";
import type { Article } from "#domain/article.ts";
import { SHIPPED_INDEX_PATH, shippedArticlePath, type ShippedIndex } from "#protocol/shipped-articles.ts";

export interface FakeNetwork {
  /** `down`: the server answers, with an error. `pages`: a static host that answers what it lacks with a page. */
  state: "online" | "offline" | "down" | "pages";
  /** What is served now; the newest comes first, as in a built index. */
  articles: readonly Article[];
  /** Paths, in the order they were asked for. */
  readonly asked: string[];
  /** Answers to come wait for this. */
  delay: Promise<void> | undefined;
}

/** Takes the place of `fetch`, for an app under "/". */
export function fakeNetwork(...articles: Article[]): FakeNetwork {
  const network: FakeNetwork = { state: "online", articles, asked: [], delay: undefined };
  vi.stubGlobal("fetch", async (url: string): Promise<Response> => {
    const path = url.slice(1);
    network.asked.push(path);
    await network.delay;
    if (network.state === "offline") throw new TypeError("Failed to fetch");
    if (network.state === "down") return new Response("Bad gateway", { status: 502 });
    if (path === SHIPPED_INDEX_PATH) {
      const index: ShippedIndex = { revision: "1", records: network.articles.map(({ record }) => record) };
      return Response.json(index);
    }
    const article = network.articles.find(({ record }) => path === shippedArticlePath(record.id));
    if (article) return Response.json(article);
    if (network.state === "pages") return new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
    return new Response("Not found", { status: 404 });
  });
  return network;
}
