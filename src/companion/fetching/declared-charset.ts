/** The encoding that a document names within its first bytes. */

/** As far as browsers look: https://html.spec.whatwg.org/#determining-the-character-encoding */
const PRESCANNED_BYTES = 1024;

/**
 * The label in the XML declaration or in the first `<meta>` that has one, in the manner of the standard's prescan: comments are skipped, and what
 * looks like a `<meta>` inside of another tag's attributes is none. Undefined where there is none.
 */
export function declaredCharset(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, PRESCANNED_BYTES)).toString("latin1");
  const inXml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  if (inXml !== undefined) return inXml;
  // A comment, a meta element, any other tag with its attributes, or a declaration. What is cut off at the end matches none of them.
  const pieces =
    /<!--(?:[\s\S]*?-->|>)|<meta(?=[\s/])((?:"[^"]*"|'[^']*'|[^"'>])*)>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>|<[!/?][^>]*>/gi;
  for (const [, attributes] of head.matchAll(pieces)) {
    const charset = attributes === undefined ? undefined : charsetOfMeta(attributes);
    if (charset !== undefined) return charset;
  }
  return undefined;
}

function charsetOfMeta(text: string): string | undefined {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(
    /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? "");
  }
  const charset = attributes.get("charset")?.trim();
  if (charset) return charset;
  if (attributes.get("http-equiv")?.trim().toLowerCase() !== "content-type") return undefined;
  return charsetParameter(attributes.get("content") ?? "");
}

/** The `charset` of a media type, as in a header or in `<meta http-equiv>`. */
export function charsetParameter(type: string): string | undefined {
  const [, double, single, bare] = /\bcharset\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s;"']+))/i.exec(type) ?? [];
  return double ?? single ?? bare;
}
