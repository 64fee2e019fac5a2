import { spawn } from "node:child_process";
import { ROOT } from "./project.mjs";

/** Thrown where the reader of the terminal ended the command: no failure, nothing to explain. */
export class Interrupted extends Error {}

const interruption = new AbortController();

const PARENT_CHECK_MILLISECONDS = 300;

/** Ctrl-C comes twice, from the terminal and a moment later from npm; without us the second one would kill. */
const ECHO_MILLISECONDS = 100;

/** npm, asked to end, first puts back what it was replacing, which can take as long as installing it. */
const GRACE_MILLISECONDS = 2000;

/**
 * From now on Ctrl-C and `kill` end the running child, and `run` throws `Interrupted` when the child is gone.
 *
 * npm starts scripts through `sh`, and a shell that is told to end does not tell its child: under npm, losing the
 * parent counts as being told, or a stopped `npm start` would leave its server behind.
 */
export function endOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      interruption.abort();
      setTimeout(() => {}, ECHO_MILLISECONDS);
    });
  }
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = () => process.ppid === parent || process.kill(process.pid, "SIGTERM");
  setInterval(check, PARENT_CHECK_MILLISECONDS).unref();
}

/**
 * Runs a command in the project's folder. Children get a process group of their own, because a terminal sends Ctrl-C
 * to the whole group of the foreground: npm and Vite would then complain across our own clean ending.
 *
 * @param {readonly [command: string, args: string[]]} commandLine
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] - `quiet` keeps what it says, instead of showing it
 * @returns {Promise<{ code: number, output: string }>} a command that cannot be found ends with code 127
 */
export async function run([command, args], { quiet = false, env = {} } = {}) {
  if (interruption.signal.aborted) throw new Interrupted();
  const windows = process.platform === "win32";
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    detached: !windows,
    shell: windows && command === "npm",
  });

  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));

  /** @type {NodeJS.Timeout | undefined} */
  let killing;
  const end = () => {
    endGroup(child, "SIGTERM");
    killing = setTimeout(() => endGroup(child, "SIGKILL"), GRACE_MILLISECONDS);
  };
  interruption.signal.addEventListener("abort", end);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(127);
    });
    child.on("close", (status) => resolve(status ?? 1));
  });
  clearTimeout(killing);
  interruption.signal.removeEventListener("abort", end);
  if (interruption.signal.aborted) throw new Interrupted();
  return { code, output };
}

/**
 * @param {import("node:child_process").ChildProcess} child - the leader of its group
 * @param {NodeJS.Signals} signal
 */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
