import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { accessibilityBus } from "../../src/commands/screen-reader.mjs";
import { startSound } from "../../src/commands/sound.mjs";

/** A desktop that nobody sees or hears: a display, a session, windows that take the focus, and voices. */
export interface Desktop {
  /** Leads programs to it, and away from the real one. */
  readonly env: Readonly<Record<string, string>>;
  /** An empty folder, gone with the desktop. */
  readonly home: string;
  /** Starts a program that ends with the desktop. */
  start(command: string, args: string[], env?: Readonly<Record<string, string>>): ChildProcess;
  stop(): Promise<void>;
}

export async function startDesktop(): Promise<Desktop> {
  const sound = await startSound();
  const home = mkdtempSync(join(tmpdir(), "lectern-desktop-"));
  const env: Record<string, string> = {
    ...sound.env,
    PATH: process.env.PATH ?? "",
    HOME: home,
    LANG: "C.UTF-8",
    ACCESSIBILITY_ENABLED: "1",
    GNOME_ACCESSIBILITY: "1",
  };
  const children: ChildProcess[] = [];

  /** In a group of its own, so that it ends together with what it has started. */
  const launch = (command: string, args: string[], reports = false, more = {}): ChildProcess => {
    const child = spawn(command, args, {
      env: { ...env, ...more },
      detached: true,
      stdio: ["ignore", "ignore", "ignore", reports ? "pipe" : "ignore"],
    });
    children.push(child);
    return child;
  };
  /** What a server writes into its third pipe once it is ready. */
  const launchServer = async (command: string, args: string[]): Promise<string> => {
    const child = launch(command, args, true);
    const failed = once(child, "exit").then(() => Promise.reject(new Error(`${command} did not start.`)));
    return Promise.race([firstLine(child.stdio[3] as Readable), failed]);
  };
  const stop = async () => {
    for (const child of children.toReversed()) await end(child);
    await sound.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    env["DISPLAY"] =
      `:${await launchServer("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])}`;
    env["DBUS_SESSION_BUS_ADDRESS"] = await launchServer("dbus-daemon", ["--session", "--nofork", "--print-address=3"]);
    launch("openbox", []);
    launch(accessibilityBus()!, ["--launch-immediately", "--a11y=1", "--screen-reader=1"]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, home, start: (command, args, more) => launch(command, args, false, more), stop };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) {
    text += piece;
    if (text.includes("\n")) break;
  }
  return text.trim();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, signal);
    } catch {
      // It ended by itself meanwhile.
    }
  };
  kill("SIGTERM");
  const killing = setTimeout(kill, 3000, "SIGKILL");
  await gone;
  clearTimeout(killing);
}
