/** How far browsers look: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
const PRESCAN = 1024;

/** The encoding a page declares for itself at its beginning, as it writes it. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, PRESCAN));
  const [, xml] = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ?? [];
  const [, meta] = /<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? [];
  return meta ?? xml;
}
