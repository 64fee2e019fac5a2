import type { Keeper } from "#storage/keeper.ts";
import { inTime } from "./in-time.ts";

/** Answers `images/<key>` from storage; where the picture is not here, nothing is asked of anybody. Never rejects. */
export async function answerImage(key: string, storage: Keeper): Promise<Response> {
  const { bytes, type } = (await inTime(storage.readImage(key), undefined)) ?? {};
  return bytes ? new Response(bytes, { headers: { "Content-Type": type! } }) : new Response(null, { status: 404 });
}
