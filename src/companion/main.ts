import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { companionAddress, readOptions } from "./options.ts";
import { createCompanion } from "./server.ts";

const GRACE_MILLISECONDS = 500;

const options = readOptions(process.env, fileURLToPath(new URL("../dist", import.meta.url)));
if (typeof options === "string") fail(options);
if (!existsSync(options.dist)) fail(`There is no built app in ${options.dist}. Build it first: npm run build`);

const server = createCompanion(options);
server.on("error", (error: NodeJS.ErrnoException) => fail(explain(error, options.port)));
server.listen(options.port, options.host, () => {
  console.log(`Lectern is at ${companionAddress(server.address(), options.base)} (Ctrl-C ends it)`);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

/** Lets answers under way finish. May be called twice: npm passes Ctrl-C on a second time. */
function stop(): void {
  server.close();
  server.closeIdleConnections();
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
