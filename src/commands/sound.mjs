import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findProgram } from "./find-program.mjs";

/** A busy machine takes its time. */
const PATIENCE_MILLISECONDS = 30_000;

/** Whether this machine has what real speech needs: PulseAudio, Speech Dispatcher and espeak-ng. */
export function canSpeak() {
  return ["pulseaudio", "speech-dispatcher", "espeak-ng"].every((program) => findProgram(program) !== undefined);
}

/**
 * Starts a private PulseAudio that plays into nothing and a private Speech Dispatcher beside it, so that voices really
 * speak on a machine without a sound card, and nobody hears it on one that has one.
 *
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} `env` leads programs to them
 */
export async function startSound() {
  const folder = mkdtempSync(join(tmpdir(), "lectern-sound-"));
  const env = { XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${folder}/pulse/native` };
  /** @type {import("node:child_process").ChildProcess[]} */
  const children = [];

  /** @param {string} command @param {string[]} args @param {string} socket */
  const startServer = async (command, args, socket) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: "ignore" });
    children.push(child);
    for (let waited = 0; !existsSync(join(folder, socket)); waited += 50) {
      if (child.exitCode !== null || waited > PATIENCE_MILLISECONDS) throw new Error(`${command} did not start.`);
      await pause(50);
    }
  };

  const stop = async () => {
    for (const child of children.toReversed()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const modules = ["--load=module-native-protocol-unix", "--load=module-null-sink sink_name=lectern"];
    const stay = ["--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"];
    await startServer("pulseaudio", [...stay, "-n", ...modules], "pulse/native");
    await startServer("speech-dispatcher", ["--run-single", "--timeout", "0"], "speech-dispatcher/speechd.sock");
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

/** @param {import("node:child_process").ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([gone, pause(3000, undefined, { ref: false })]);
  child.kill("SIGKILL");
}
