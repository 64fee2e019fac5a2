import { expect, it } from "vitest";
import { atItsEnd } from "./at-its-end.ts";
import { FetchProblem } from "./fetch-problem.ts";
import type { FetchedPage } from "./fetching/fetched.ts";

const SITE = "https://harbour.example";
const leading = (to: string) => `<meta http-equiv=refresh content="0;url=${to}"><p>One moment.`;

function endOf(path: string, web: Record<string, string>, control = new AbortController()) {
  const fetch = async (address: string): Promise<FetchedPage> => {
    const text = web[address.slice(SITE.length)];
    if (text === "stop") control.abort(new Error("Stopped."));
    control.signal.throwIfAborted();
    if (text === "offline") throw new FetchProblem("offline");
    if (text === undefined) throw new FetchProblem("not-found");
    return { text, address, type: "text/html" };
  };
  return atItsEnd({ text: web[path]!, address: SITE + path, type: "text/html" }, control.signal, fetch);
}

it("is the page that others lead on to", async () => {
  const { page, problem } = await endOf("/a", { "/a": leading("/b"), "/b": leading("/c"), "/c": "<p>Tides." });
  expect(page).toMatchObject({ address: `${SITE}/c` });
  expect(problem).toBeUndefined();
});

it("is the last page that could be had, with why the next could not", async () => {
  const { page, problem } = await endOf("/a", { "/a": leading("/b"), "/b": leading("/c") });
  expect(page).toMatchObject({ address: `${SITE}/b` });
  expect(problem).toMatchObject({ reason: "not-found" });
});

it("is waited for where what keeps it away will pass", async () => {
  await expect(endOf("/a", { "/a": leading("/b"), "/b": "offline" })).rejects.toMatchObject({ reason: "offline" });
});

it("is none where it is no longer wanted", async () => {
  await expect(endOf("/a", { "/a": leading("/b"), "/b": "stop" })).rejects.toThrow("Stopped.");
});
