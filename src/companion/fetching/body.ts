import type { IncomingMessage } from "node:http";
import { FetchProblem } from "./fetch-problem.ts";
import { problem } from "./open.ts";
import { unpack } from "./unpack.ts";

/** As many bytes as are looked at to tell what it is: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const HEAD_BYTES = 1445;

interface Reading<T> {
  /** Told the first bytes, 1,445 where there are so many; answers what this is and how many bytes it may have (`most`), or throws. */
  judge(head: Buffer): T;
  /** Told after each piece how many bytes are held by now; may throw. */
  held?: ((bytes: number) => void) | undefined;
  signal: AbortSignal;
}

/**
 * The body of an answer, unpacked, with what it was judged to be. Stops reading at the first byte too much, counted after unpacking, so
 * what unpacks to far more than it should is never all unpacked. Rejects with a `FetchProblem`.
 */
export async function readBody<T extends { most: number }>(
  response: IncomingMessage,
  { judge, held, signal }: Reading<T>,
): Promise<T & { body: Buffer }> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  let judged: T | undefined;
  const check = (): T => {
    if (judged === undefined) {
      judged = judge(Buffer.concat(pieces).subarray(0, HEAD_BYTES));
      if (declaredLength(response) > judged.most) throw new FetchProblem("too-large");
    }
    if (bytes > judged.most) throw new FetchProblem("too-large");
    return judged;
  };
  try {
    for await (const piece of (await unpack(response)) as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= HEAD_BYTES) check();
      held?.(bytes);
    }
    // A body without a length ends, for Node, where the connection was given up.
    if (signal.aborted) throw signal.reason;
    return { ...check(), body: Buffer.concat(pieces) };
  } catch (error) {
    throw problem(signal.aborted ? signal.reason : error);
  } finally {
    response.destroy();
  }
}

/** Of what is sent as it is; zero where that is not known. */
function declaredLength({ headers }: IncomingMessage): number {
  return headers["content-encoding"] === undefined ? Number(headers["content-length"] ?? 0) : 0;
}
