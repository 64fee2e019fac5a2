import { decodeText } from "../../text/decode.ts";
import { ImportProblem } from "../../import-problem.ts";
import { PICTURE_LIMIT } from "../limits.ts";
import { declaredCharset } from "../declared-charset.ts";
import { type MessagePart, parameter, partsOf } from "./message.ts";

/** A page with what it shows, out of one file. */
export interface SavedPage {
  html: string;
  /** Where the page was: http or https. */
  address?: string;
  /** Pictures that came with it, by what the page calls them or by their absolute address. */
  files: (address: string) => Blob | undefined;
}

const PICTURE = /^image\/(png|jpe?g|gif|webp|avif)$/;

/** Throws an `ImportProblem` for a message without a page in it: `not-an-article`; for one whose page is no text: `not-text`. */
export function readMhtml(bytes: Uint8Array): SavedPage {
  const { headers, parts } = partsOf(bytes);
  const start = parameter(headers.get("content-type") ?? "", "start");
  const isPage = ({ type }: MessagePart) => type === "text/html" || type === "application/xhtml+xml";
  const root =
    parts.find((part) => start !== undefined && part.headers.get("content-id") === start && isPage(part)) ??
    parts.find(isPage);
  if (!root) throw new ImportProblem("not-an-article");
  const address = [headers.get("snapshot-content-location"), root.headers.get("content-location")].find((place) =>
    /^https?:\/\//i.test(place ?? ""),
  );
  const { text: html } = decodeText(root.bytes, root.charset ?? declaredCharset(root.bytes));
  const files = filesOf(parts, root.headers.get("content-location") ?? address);
  return { html, files, ...(address === undefined ? {} : { address }) };
}

function filesOf(parts: MessagePart[], base: string | undefined): SavedPage["files"] {
  const files = new Map<string, Blob>();
  for (const { headers, type, bytes } of parts) {
    if (!PICTURE.test(type) || bytes.length > PICTURE_LIMIT) continue;
    const blob = new Blob([bytes], { type });
    const place = headers.get("content-location");
    const id = headers.get("content-id")?.replace(/^<|>$/g, "");
    if (place) files.set(place, blob).set(absolute(place, base), blob);
    if (id) files.set(`cid:${id}`, blob);
  }
  return (address) => files.get(address);
}

function absolute(address: string, base: string | undefined): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
