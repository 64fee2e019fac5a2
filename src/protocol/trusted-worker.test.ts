import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** As in a browser with Trusted Types, which makes a policy of a name once. */
async function load() {
  let made = 0;
  vi.stubGlobal("trustedTypes", {
    createPolicy(_: string, rules: { createScriptURL(url: string): string }) {
      if (made++) throw new TypeError("Policy with name lectern already exists.");
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
    },
  });
  return (await import("./trusted-worker.ts")).trustedWorker;
}

describe("the addresses that the app's one policy trusts", () => {
  it.each([
    "/sw.js",
    "/reader/sw.js",
    "/voice/synthesis-1ClDz_2F.js",
    "/reader/voice/synthesis-1Cl-zX2F.js",
    "/src/speech/built-in/worker/synthesis.ts?worker_file&type=module",
    "/pdf/reading-1ClDz_2F.js",
    "/assets/shrinking-1ClDz_2.js",
    "/reader/pdf/reading-1ClDz_2F.js",
    "/src/importing/files/pdf/worker/reading.ts?worker_file&type=module",
    "/fetching/direct-1ClDz_2F.js",
    "/reader/fetching/direct-1ClDz_2F.js",
    "/src/importing/fetching/worker/direct.ts?worker_file&type=module",
  ])("are those of its own workers: %s", async (url) => {
    const trustedWorker = await load();
    expect(trustedWorker(url)).toEqual({ trusted: url });
    expect(trustedWorker(url)).toEqual({ trusted: url });
  });

  it.each([
    "//elsewhere.test/sw.js",
    "https://elsewhere.test/sw.js",
    "/xsw.js",
    "/voice/espeak-ng-x.js",
    "/pdf/maps-1/x.js",
    "/articles/direct-1.js",
    "data:,1",
  ])("are no others: %s", async (url) => {
    const trustedWorker = await load();
    expect(() => trustedWorker(url)).toThrow(url);
  });

  it("are taken as they are where the browser knows no Trusted Types", async () => {
    const { trustedWorker } = await import("./trusted-worker.ts");
    expect(trustedWorker("/sw.js")).toBe("/sw.js");
  });
});
