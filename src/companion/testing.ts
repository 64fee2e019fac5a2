/** For tests: sites of their own, and a web on which only they are public. */
import { createServer, type IncomingHttpHeaders, request as requestHttp, type RequestListener } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Socket } from "node:net";
import type { Network } from "./fetching/destination.ts";

const closers: (() => void)[] = [];

/** To be called after each test, or after all. */
export function closeSites(): void {
  for (const close of closers.splice(0)) close();
}

export interface Site {
  port: number;
  /** What was asked for, as `GET /path`, without what robots.txt was asked for. */
  asked: string[];
  /** The headers of the last of them. */
  headers: IncomingHttpHeaders;
}

/** A site on this machine, at `127.0.0.1`. There is no robots.txt unless the listener answers for `/robots.txt`. */
export async function startSite(answer: RequestListener, hasRobots = false): Promise<Site> {
  const site: Site = { port: 0, asked: [], headers: {} };
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt" && !hasRobots) {
      response.writeHead(404).end();
      return;
    }
    if (request.url !== "/robots.txt") {
      site.asked.push(`${request.method} ${request.url}`);
      site.headers = request.headers;
    }
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.port = (server.address() as AddressInfo).port;
  closers.push(() => server.close().closeAllConnections());
  return site;
}

/** A server that is told each connection, and speaks no protocol of its own. */
export async function startTcp(connected: (socket: Socket) => void): Promise<number> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    closers.push(() => socket.destroy());
    connected(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** The web as a test wants it: each name has these addresses, `127.0.0.1` is public and nothing else is. */
export function webOf(names: Readonly<Record<string, readonly string[]>>): Network & { resolved: string[] } {
  const resolved: string[] = [];
  return {
    resolved,
    async resolve(hostname) {
      resolved.push(hostname);
      const addresses = names[hostname];
      if (!addresses) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      return [...addresses];
    },
    isPublic: (address) => address === "127.0.0.1",
    isAllowedPort: () => true,
  };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** One request with exactly these headers, which `fetch` would not all allow. */
export function send(url: string, { method = "GET", headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = requestHttp(url, { method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}
