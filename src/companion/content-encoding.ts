import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const PREFERRED: readonly Encoding[] = ["br", "gzip"];

/** Below this many bytes the headers outweigh the gain. */
const SMALLEST = 512;

/** The best coding the browser accepts for a body of this size; `accepted` is the `Accept-Encoding` header. */
export function chooseEncoding(accepted: string, size: number): Encoding {
  if (size < SMALLEST) return "identity";
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  return PREFERRED.find((name) => (weights.get(name) ?? weights.get("*") ?? 0) > 0) ?? "identity";
}

/** `kept`: as tightly as the coding can, for each file pays for it once. `once`: as quickly as the line is likely to need. */
type Effort = "kept" | "once";

export async function encode(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer> {
  switch (encoding) {
    case "br":
      return promisify(brotliCompress)(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort === "kept" ? constants.BROTLI_MAX_QUALITY : 4,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case "gzip":
      return promisify(gzip)(body, { level: effort === "kept" ? constants.Z_BEST_COMPRESSION : 5 });
    case "identity":
      return body;
  }
}
