import type { Keeper } from "#storage/keeper.ts";
import { inTime } from "./in-time.ts";

/**
 * Answers `images/<key>` from storage; where the picture is not here, nothing is asked of anybody. Never rejects. SVG is a document as well:
 * opened by itself it may run nothing and fetch nothing.
 */
export async function answerImage(key: string, storage: Keeper): Promise<Response> {
  const { bytes, type } = (await inTime(storage.readImage(key), undefined)) ?? {};
  const headers = {
    "Content-Type": type ?? "text/plain",
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(bytes ?? null, { status: bytes ? 200 : 404, headers });
}
