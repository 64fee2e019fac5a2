/** Messages of many parts, as mail has them: https://www.rfc-editor.org/rfc/rfc2045, and pages saved so: https://www.rfc-editor.org/rfc/rfc2557 */

export interface MessagePart {
  /** By lower-case name; of two by one name the first. Folded lines are one. */
  headers: Map<string, string>;
  /** In lower case, without parameters. */
  type: string;
  charset?: string;
  /** Decoded. */
  bytes: Uint8Array<ArrayBuffer>;
}

const MOST_PARTS = 5000;
const DEEPEST = 6;

/** All parts that are no containers of others, in order. What is not well formed is left out; nothing throws. */
export function partsOf(message: Uint8Array): { headers: Map<string, string>; parts: MessagePart[] } {
  const parts: MessagePart[] = [];
  const headers = collect(binaryText(message), parts, 0);
  return { headers, parts };
}

function collect(text: string, parts: MessagePart[], depth: number): Map<string, string> {
  // Without headers a part begins with the empty line that would follow them.
  const blank = /^[\t ]*\r?\n|\r?\n[\t ]*\r?\n/.exec(text);
  const end = blank?.index ?? text.length;
  const headers = headersOf(text.slice(0, end));
  const body = text.slice(end + (blank?.[0].length ?? 0));
  const contentType = headers.get("content-type") ?? "text/plain";
  const boundary = parameter(contentType, "boundary");
  if (/^multipart\//i.test(contentType) && boundary) {
    if (depth < DEEPEST)
      for (const inner of split(body, boundary)) if (parts.length < MOST_PARTS) collect(inner, parts, depth + 1);
    return headers;
  }
  const charset = parameter(contentType, "charset");
  parts.push({
    headers,
    type: contentType.split(";", 1)[0]!.trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset }),
    bytes: decoded(body, headers.get("content-transfer-encoding") ?? ""),
  });
  return headers;
}

function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[\t ]+/g, " ").split(/\r?\n/)) {
    const [, name, value = ""] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

/** Of a header such as `multipart/related; boundary="x"`. */
export function parameter(header: string, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(header) ?? [];
  return quoted ?? plain;
}

function split(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const pieces: string[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    if (start >= 0) pieces.push(body.slice(start, at).replace(/\r?\n$/, ""));
    const lineEnd = body.indexOf("\n", at);
    start = lineEnd < 0 ? -1 : lineEnd + 1;
    if (body.startsWith("--", at + mark.length) || start < 0) return pieces;
  }
  // A file that breaks off keeps what it has of its last part.
  if (start >= 0) pieces.push(body.slice(start));
  return pieces;
}

function decoded(body: string, encoding: string): Uint8Array<ArrayBuffer> {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return bytesOf(fromBase64(body));
    case "quoted-printable":
      return bytesOf(
        body
          .replace(/=[\t ]*\r?\n/g, "")
          .replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
      );
    default:
      return bytesOf(body);
  }
}

function fromBase64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, "");
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
}

/** One character for each byte. */
function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
