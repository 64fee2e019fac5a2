import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { version } from "../../package.json" with { type: "json" };
import { companionAddress, readOptions } from "./options.ts";
import { createCompanion } from "./server.ts";

/** What is under way may take so long to be finished after the signal. */
const GRACE_MILLISECONDS = 2500;

/** How long the same signal may come again: a process that is leaving has no handler any more, and would be ended by it as if it had failed. */
const AGAIN_MILLISECONDS = 250;

const options = readOptions(process.env, fileURLToPath(new URL("../dist", import.meta.url)));
if (typeof options === "string") fail(options);
if (!existsSync(options.dist)) fail(`There is no built app in ${options.dist}. Build it first: npm run build`);

const server = createCompanion({ ...options, version });
server.on("error", (error: NodeJS.ErrnoException) => fail(explain(error, options.port)));
server.listen(options.port, options.host, () => {
  console.log(`Lectern is at ${companionAddress(server.address(), options.base)} (Ctrl-C ends it)`);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

/**
 * Lets answers under way finish, and after a while ends them, and with them what is being fetched for them. May be called twice: npm passes
 * Ctrl-C on a second time.
 */
function stop(): void {
  server.close();
  setTimeout(() => {}, AGAIN_MILLISECONDS);
  // A connection that has its answer would otherwise wait for the next request.
  setInterval(() => server.closeIdleConnections(), 50).unref();
  setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  const other = "Choose another one, for example: PORT=8080 npm start";
  if (error.code === "EADDRINUSE") return `Port ${port} is already in use. ${other}`;
  if (error.code === "EACCES") return `Port ${port} may not be used by this account. ${other}`;
  return `The server could not start: ${error.message}`;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
