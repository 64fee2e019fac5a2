import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { test as base } from "@playwright/test";
import { COMPANION, DIST } from "./build.ts";

/** A companion of one test's own, which may end it and bring it back. */
export interface Companion {
  /** With a slash at the end. Stays the same through every start. */
  readonly url: string;
  /** Ends the process as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts again at the same address; with `dist`, serving another build. */
  start(dist?: string): Promise<void>;
}

export async function startCompanion(dist = DIST): Promise<Companion> {
  let running = await launch(dist, 0);
  const { url } = running;
  const port = Number(new URL(url).port);
  const kill = async () => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    running.child.kill("SIGKILL");
    await once(running.child, "exit");
  };
  return {
    url,
    kill,
    async start(next = dist) {
      await kill();
      running = await launch(next, port);
    },
  };
}

async function launch(dist: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, DIST: dist, PORT: `${port}`, HOST: "127.0.0.1", BASE_PATH: "" };
  const child = spawn(process.execPath, [COMPANION], { env, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /http:\S+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error("The companion ended before it was listening.")));
  });
  return { child, url };
}

/** The test with a companion of its own; relative addresses lead there. */
export const test = base.extend<{ companion: Companion }>({
  companion: async ({}, use) => {
    const companion = await startCompanion();
    await use(companion);
    await companion.kill();
  },
  baseURL: ({ companion }, use) => use(companion.url),
});
