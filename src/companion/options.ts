import type { AddressInfo } from "node:net";
import type { CompanionOptions } from "./server.ts";

export interface ListenOptions extends CompanionOptions {
  host: string;
  /** 0 lets the system choose a free one. */
  port: number;
}

const DEFAULT_PORT = 4173;

/** Options from the environment (PORT, HOST, BASE_PATH, DIST, ORIGIN, PROXIES), or one sentence saying what is wrong with them. */
export function readOptions(environment: NodeJS.ProcessEnv, defaultDist: string): ListenOptions | string {
  const { PORT, HOST, BASE_PATH, DIST, ORIGIN, PROXIES } = environment;
  const port = PORT ? Number(PORT) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return `PORT must be a number from 0 to 65535, not "${PORT}".`;
  }
  const origins = (ORIGIN ?? "").split(/[\s,]+/).filter((part) => part !== "");
  const wrong = origins.find((origin) => !/^https?:/.test(origin) || !URL.canParse(origin));
  if (wrong !== undefined) return `ORIGIN must be like https://reader.example, not "${wrong}".`;
  const proxies = Number(PROXIES || 0);
  if (!Number.isInteger(proxies) || proxies < 0) return `PROXIES must be a number, not "${PROXIES}".`;
  return {
    host: HOST || "127.0.0.1",
    port,
    base: normaliseBase(BASE_PATH ?? ""),
    dist: DIST || defaultDist,
    origins: origins.map((origin) => new URL(origin).origin),
    proxies,
  };
}

function normaliseBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}

/** The address to open in a browser on this machine. */
export function companionAddress(address: AddressInfo | string | null, base: string): string {
  if (address === null || typeof address === "string") throw new Error("The server has no network address.");
  const everywhere = address.address === "0.0.0.0" || address.address === "::";
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${everywhere ? "localhost" : name}:${address.port}${base}`;
}
