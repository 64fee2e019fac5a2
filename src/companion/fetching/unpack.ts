import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex, Readable } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchProblem } from "./fetch-problem.ts";

/** What this companion can unpack, for `Accept-Encoding`. */
export const UNPACKS = "gzip, deflate, br";

/** What a site packs twice is packed by mistake; more often is a trick. */
const MOST_LAYERS = 2;

/** A stream that was cut off gives what had arrived, as in browsers. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** The body as it was before it was packed for the way. Rejects with `failed` where that is not possible. */
export async function unpack(response: IncomingMessage): Promise<Readable> {
  const layers = (response.headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (layers.length > MOST_LAYERS) throw new FetchProblem("failed");

  let stream: Readable = response;
  for (const name of layers.reverse()) {
    const next = name === "deflate" && stream === response ? await inflater(response) : unpacker(name);
    stream.once("error", (error) => next.destroy(error));
    stream = stream.pipe(next);
  }
  return stream;
}

function unpacker(name: string): Duplex {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip(LENIENT);
    case "deflate":
      return createInflate(LENIENT);
    case "br":
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    default:
      throw new FetchProblem("failed");
  }
}

/** Some servers send "deflate" without the wrapping that RFC 9110 §8.4.1.2 asks for; the first byte tells (RFC 1950 §2.2). */
async function inflater(response: IncomingMessage): Promise<Duplex> {
  let first: Buffer | null;
  while ((first = response.read() as Buffer | null) === null) {
    if (response.readableEnded || response.destroyed) break;
    await Promise.race([once(response, "readable"), once(response, "end"), once(response, "close")]);
  }
  if (first !== null) response.unshift(first);
  const isWrapped = first === null || (first[0]! & 0x0f) === 8;
  return isWrapped ? createInflate(LENIENT) : createInflateRaw(LENIENT);
}
