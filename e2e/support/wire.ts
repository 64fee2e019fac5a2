import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it went over the wire. */
export interface Transfer {
  /** Path below the app's address. */
  path: string;
  /** What the browser wanted it for: https://fetch.spec.whatwg.org/#concept-request-destination, e.g. "script" or "serviceworker". */
  destination: string;
  /** When the request came in, in milliseconds since the epoch: the clock of the page as well. */
  at: number;
  encoding: string;
  /** Bytes of the answer's body as they were sent, compressed; -1 until it has been sent. */
  bytes: number;
}

export interface Wire {
  /** Where to open the app; with a slash at the end. */
  readonly url: string;
  /** All that was asked for, in order. */
  readonly transfers: readonly Transfer[];
  close(): void;
}

/**
 * A wire between browser and server that writes down what passes over it, whoever asks: the page, its service worker or the
 * browser itself, which no single session of the developer tools sees. gzip is the only coding it lets through, because
 * that is the one the budgets are in, and any static host has it.
 */
export async function openWire(server: string): Promise<Wire> {
  const transfers: Transfer[] = [];
  const target = new URL(server);
  const proxy = createServer((incoming, outgoing) => {
    const transfer: Transfer = {
      path: incoming.url?.slice(target.pathname.length) ?? "",
      destination: String(incoming.headers["sec-fetch-dest"] ?? ""),
      at: Date.now(),
      encoding: "identity",
      bytes: -1,
    };
    transfers.push(transfer);
    const headers = { ...incoming.headers, host: target.host, "accept-encoding": "gzip" };
    const onward = ask(new URL(incoming.url ?? "/", target), { method: incoming.method, headers }, (answer) => {
      transfer.encoding = answer.headers["content-encoding"] ?? "identity";
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => (transfer.bytes = bytes));
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    transfers,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
