import { spawn } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "./project.mjs";

/** Stands in for npm, whose work takes minutes: writes down how it was called, and does what would come of it. */
const FAKE_NPM = `
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
const command = process.argv.slice(2, 4).join(" ").replace(/ --.*/, "");
appendFileSync("calls.txt", command + "\\n");
if (process.env.FAILS === command) { console.error("The reason for " + command); process.exit(1); }
if (process.env.HANGS === command) {
  writeFileSync("npm.pid", String(process.pid));
  setTimeout(() => {}, 60_000);
} else if (command === "ci") {
  mkdirSync("node_modules", { recursive: true });
  cpSync("package-lock.json", "node_modules/.package-lock.json");
} else {
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/index.html", "<title>Lectern under " + (process.env.BASE_PATH ?? "/") + "</title>");
  cpSync("companion.js", "dist-companion/main.js");
}
`;

const ADDRESS = /^Lectern is at (http:\S+)/m;

let project: string;
const running = new Set<ReturnType<typeof spawn>>();

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "lectern-start-"));
  const onlyCommands = (name: string) => !/\.test\.ts$|\/lint$/.test(name);
  await cp(join(ROOT, "src/commands"), join(project, "src/commands"), { recursive: true, filter: onlyCommands });
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module", engines: { node: ">=20.19" } }));
  await mkdir(join(project, "npm"));
  await writeFile(join(project, "npm/npm-cli.js"), FAKE_NPM);
  await build({
    configFile: join(ROOT, "src/companion/vite.config.ts"),
    build: { outDir: join(project, "built") },
    logLevel: "silent",
  });
  await cp(join(project, "built/main.js"), join(project, "companion.js"));
  await writeFile(join(project, "src/page.ts"), "first");
  await askForOtherPackages();
  await (await start()).end();
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(project, { recursive: true });
});

/** Each test finds the app installed and built, leaves it so, and looks only at its own calls. */
beforeEach(() => writeFile(join(project, "calls.txt"), ""));

let release = 0;
const askForOtherPackages = () => {
  const packages = { "node_modules/preact": { version: `11.0.${release++}` } };
  return writeFile(join(project, "package-lock.json"), JSON.stringify({ packages }));
};
const calls = async () => (await readFile(join(project, "calls.txt"), "utf8")).split("\n").filter(Boolean);

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, ["src/commands/start.mjs"], {
    cwd: project,
    env: { PATH: process.env.PATH, PORT: "0", npm_execpath: join(project, "npm/npm-cli.js"), ...env },
  });
  running.add(child);
  const said = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.error += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  void ended.then(() => running.delete(child));
  const end = async (signal: NodeJS.Signals = "SIGINT") => {
    child.kill(signal);
    return ended;
  };
  return { said, ended, end };
}

/** Starts and waits for the address. */
async function start(env: Record<string, string> = {}) {
  const app = launch(env);
  await vi.waitFor(() => expect(app.said.out).toMatch(ADDRESS), { timeout: 20_000, interval: 20 });
  return { ...app, address: ADDRESS.exec(app.said.out)?.[1] ?? "" };
}

describe("npm start", () => {
  it("installs, builds and serves on a fresh clone, and says where in one line", async () => {
    for (const folder of ["node_modules", "dist", "dist-companion"])
      await rm(join(project, folder), { recursive: true });
    const app = await start();
    expect(await calls()).toEqual(["ci", "run build"]);
    expect(app.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(app.said.out.match(/http:/g)).toHaveLength(1);
    expect(await (await fetch(app.address)).text()).toBe("<title>Lectern under /</title>");
    expect(await app.end()).toBe(0);
    expect(app.said.error).toBe("");
  });

  it("only serves where nothing changed", async () => {
    await (await start()).end();
    expect(await calls()).toEqual([]);
  });

  it("takes a touched file for unchanged, and a test for no part of the app", async () => {
    await utimes(join(project, "src/page.ts"), new Date(), new Date());
    await writeFile(join(project, "src/page.test.ts"), "new test");
    await (await start()).end();
    expect(await calls()).toEqual([]);
  });

  it.each([
    ["a source changed", () => appendFile(join(project, "src/page.ts"), "more"), ["run build"]],
    ["a source is new", () => writeFile(join(project, "src/more.ts"), "new"), ["run build"]],
    ["the built app is gone", () => rm(join(project, "dist"), { recursive: true }), ["run build"]],
    ["someone built by hand", () => writeFile(join(project, "dist/index.html"), "by hand"), ["run build"]],
    ["other packages are asked for", askForOtherPackages, ["ci", "run build"]],
  ])("does what is needed where %s", async (_, change, expected) => {
    await change();
    await (await start()).end();
    expect(await calls()).toEqual(expected);
  });

  it("builds for another base path, and serves under it", async () => {
    const app = await start({ BASE_PATH: "/lectern" });
    expect(await calls()).toEqual(["run build"]);
    expect(app.address).toMatch(/:\d+\/lectern\/$/);
    expect((await fetch(app.address)).status).toBe(200);
    await app.end();
    await (await start()).end();
    expect(await calls()).toEqual(["run build", "run build"]);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends on %s with nothing to complain about", async (signal) => {
    const app = await start();
    expect(await app.end(signal)).toBe(0);
    expect(app.said.error).toBe("");
  });

  it.each(["ci", "run build"])("ends as cleanly during «%s», and takes it along", async (command) => {
    await askForOtherPackages();
    const app = launch({ HANGS: command });
    await expect
      .poll(() => readFile(join(project, "npm.pid"), "utf8").catch(() => ""), { timeout: 20_000 })
      .not.toBe("");
    const npm = Number(await readFile(join(project, "npm.pid"), "utf8"));
    await rm(join(project, "npm.pid"));
    expect(await app.end()).toBe(0);
    expect(app.said.error).toBe("");
    expect(app.said.out).not.toMatch(/http:/);
    expect(() => process.kill(npm, 0)).toThrow("ESRCH");

    await (await start()).end();
    expect((await calls()).filter((call) => call === command)).toHaveLength(2);
  });

  it("says in one sentence which port is in use, and what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as AddressInfo).port);
    const app = launch({ PORT: port });
    expect(await app.ended).toBe(1);
    expect(app.said.error).toBe(
      `Port ${port} is already in use. Choose another one, for example: PORT=8080 npm start\n`,
    );
    other.close();
  });

  it("refuses what is no port in one sentence", async () => {
    const app = launch({ PORT: "first" });
    expect(await app.ended).toBe(1);
    expect(app.said.error).toBe(`PORT must be a number from 0 to 65535, not "first".\n`);
  });

  it.each(["ci", "run build"])("shows what «%s» said where it failed, and tries again next time", async (command) => {
    await askForOtherPackages();
    const app = launch({ FAILS: command });
    expect(await app.ended).toBe(1);
    expect(app.said.error).toBe(`The reason for ${command}\n`);
    await (await start()).end();
    expect((await calls()).filter((call) => call === command)).toHaveLength(2);
  });
});
