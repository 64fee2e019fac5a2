import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type CompanionSession,
  type FetchKind,
  fetchPath,
  HEALTH_PATH,
  SESSION_PATH,
  TOKEN_HEADER,
} from "#protocol/companion-api.ts";
import { sendJson, sendText } from "../answers.ts";
import { FetchProblem } from "../fetching/fetch-problem.ts";
import type { Fetcher } from "../fetching/fetcher.ts";
import { clientName } from "./client-name.ts";
import { sendFound, sendRefusal, sendUnchanged } from "./fetch-answer.ts";
import { Gate, type GateLimits } from "./gate.ts";
import { readFetchRequest } from "./read-request.ts";
import { comesFromTheApp, isPrivateHost } from "./same-origin.ts";
import { Tokens } from "./tokens.ts";

export interface ApiOptions {
  version: string;
  /** Where the app is served, as `https://reader.example`; none: only under names that nobody on the web can own. */
  origins: readonly string[];
  /** How many proxies of the host's own are in front. */
  proxies: number;
  fetcher: Fetcher;
  limits: GateLimits;
}

/** Answers a request for a path below the base that begins with `api/`. */
export type Api = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

const KINDS = new Map((["page", "image", "feed"] as const).map((kind) => [fetchPath(kind), kind]));

export function createApi({ version, origins, proxies, fetcher, limits }: ApiOptions): Api {
  const tokens = new Tokens();
  const gate = new Gate(limits);
  const nameKey = randomBytes(32);
  let hasExplained = false;

  return async (request, response, path) => {
    const kind = KINDS.get(path);
    const method = kind ? "POST" : "GET";
    if (!kind && path !== SESSION_PATH && path !== HEALTH_PATH) return sendText(response, 404, "Not found.");
    if (request.method !== method && !(method === "GET" && request.method === "HEAD")) {
      response.setHeader("Allow", method);
      return sendText(response, 405, `This address takes ${method}.`);
    }
    if (path === HEALTH_PATH) return sendJson(response, 200, { app: "lectern", healthy: true, version });
    if (!comesFromTheApp(request, origins)) {
      explain(request.headers.host);
      return sendRefusal(response, { reason: "origin" });
    }
    if (!kind) {
      const session: CompanionSession = { app: "lectern", version, token: tokens.issue(Date.now()) };
      return sendJson(response, 200, session);
    }
    if (!tokens.isGood(request.headers[TOKEN_HEADER], Date.now())) return sendRefusal(response, { reason: "token" });
    await fetchFor(kind, request, response);
  };

  async function fetchFor(kind: FetchKind, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    let leave: (() => void) | undefined;
    try {
      const asked = await readFetchRequest(request);
      if (asked === "too-long") return sendJson(response, 413, { reason: "bad-address" });
      if (!asked) throw new FetchProblem("bad-address");
      const visit = gate.enter(clientName(request, proxies, nameKey), Date.now());
      ({ leave } = visit);
      const found = await fetcher(kind, asked, { signal: gone.signal, held: visit.held });
      if (found === "unchanged") sendUnchanged(response);
      else await sendFound(response, found, String(request.headers["accept-encoding"] ?? ""));
    } catch (error) {
      // Whoever has gone needs no answer.
      if (response.destroyed) return;
      if (!(error instanceof FetchProblem)) throw error;
      sendRefusal(response, { reason: error.reason, ...error.details });
    } finally {
      leave?.();
    }
  }

  /** Once: whoever runs it under a public name has to say so, and would otherwise wonder. */
  function explain(host: string | undefined): void {
    if (hasExplained || origins.length > 0 || isPrivateHost(host)) return;
    hasExplained = true;
    console.error(
      `Pages are not fetched for whoever opens Lectern as ${host}. To allow it, start with ORIGIN=https://${host}`,
    );
  }
}
