import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "@playwright/test";
import { type CompanionParts, createCompanion } from "../../src/companion/server.ts";
import { closeSites } from "../../src/companion/testing.ts";
import { DIST } from "./build.ts";
import type { Companion } from "./companion.ts";

/**
 * A companion for which these names are the whole web, all of them on this machine at any port: a test site at port 5000 is then
 * `http://site.example:5000/`. Names that are not given do not exist; every network address but 127.0.0.1 is private. It runs in the
 * process of the test, because the built companion has no way to be told so.
 */
export async function startCompanionTo(
  names: readonly string[],
  { dist = DIST, ...parts }: { dist?: string } & Omit<CompanionParts, "network"> = {},
): Promise<Companion> {
  const network = {
    async resolve(hostname: string) {
      if (names.includes(hostname)) return ["127.0.0.1"];
      throw Object.assign(new Error("There is no such name."), { code: "ENOTFOUND" });
    },
    isPublic: (address: string) => address === "127.0.0.1",
    isAllowedPort: () => true,
  };
  const listen = async (folder: string, port: number): Promise<Server> => {
    const server = createCompanion({ dist: folder, base: "/", version: "0.0.0" }, { ...parts, network });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return server;
  };
  let running: Server | undefined = await listen(dist, 0);
  const { port } = running.address() as AddressInfo;
  const kill = async (): Promise<void> => {
    const server = running;
    running = undefined;
    if (server) await new Promise((resolve) => server.close(resolve).closeAllConnections());
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    kill,
    async start(next = dist) {
      await kill();
      running = await listen(next, port);
    },
  };
}

/** The test with a companion of its own, for which these names are the whole web; relative addresses lead there. */
export const testOnWeb = (...names: string[]) =>
  test.extend<{ companion: Companion }>({
    companion: async ({}, use) => {
      const companion = await startCompanionTo(names);
      await use(companion);
      await companion.kill();
      closeSites();
    },
    baseURL: ({ companion }, use) => use(companion.url),
  });
