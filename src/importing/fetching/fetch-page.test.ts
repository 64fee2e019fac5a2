import { describe, expect, it } from "vitest";
import type { FetchReason } from "#protocol/fetch-reason.ts";
import { FetchProblem } from "../fetch-problem.ts";
import { fetchPage } from "./fetch-page.ts";

const URL = "https://site.example/";

/** A way that finds the page, or does not for a reason; it writes down that it was gone. */
function way(name: string, gone: string[], outcome: FetchReason | Error | "found") {
  return {
    async fetchPage(address: string) {
      gone.push(name);
      if (outcome instanceof Error) throw outcome;
      if (outcome !== "found") throw new FetchProblem(outcome);
      return { address, type: "text/html", text: `by ${name}` };
    },
  };
}

async function go(direct: FetchReason | Error | "found", companion: FetchReason | Error | "found", url = URL) {
  const gone: string[] = [];
  const ways = { direct: way("direct", gone, direct), companion: way("companion", gone, companion) };
  const outcome = await fetchPage(url, ways, new AbortController().signal).then(
    (page) => ("text" in page ? page.text : "file"),
    (error: Error) => (error instanceof FetchProblem ? error.reason : error.message),
  );
  return { gone, outcome };
}

describe("a page is fetched", () => {
  it("directly, where the site allows it", async () => {
    expect(await go("found", "found")).toEqual({ gone: ["direct"], outcome: "by direct" });
  });

  it.each(["no-companion", "refused", "busy", "failed", "timeout"] as const)(
    "through the companion, where directly it is %s",
    async (reason) => {
      expect(await go(reason, "found")).toEqual({ gone: ["direct", "companion"], outcome: "by companion" });
      expect((await go(reason, "private")).outcome).toBe("private");
      // Where there is none, what the site itself said says more.
      expect((await go(reason, "no-companion")).outcome).toBe(reason);
    },
  );

  it.each(["offline", "bad-address", "not-found", "too-large", "wrong-type"] as const)(
    "no other way, where directly it is %s",
    async (reason) => expect(await go(reason, "found")).toEqual({ gone: ["direct"], outcome: reason }),
  );

  it.each([
    "http://127.0.0.1:8080/cgi-bin/reboot",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://[::1]/",
    "http://[fd00::1]/",
    "http://localhost:3000/",
    "http://router/",
    "http://printer.local./",
    "http://nas.home.arpa/",
  ])("never directly from %s, which may be a device of the reader's own", async (url) => {
    expect(await go("found", "private", url)).toEqual({ gone: ["companion"], outcome: "private" });
    expect(await go("found", "no-companion", url)).toEqual({ gone: ["companion"], outcome: "private" });
  });

  it("no further when the reader leaves", async () => {
    expect(await go(new Error("left"), "found")).toEqual({ gone: ["direct"], outcome: "left" });
    expect((await go("no-companion", new Error("left"))).outcome).toBe("left");
  });
});
