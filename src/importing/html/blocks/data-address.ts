/**
 * What a picture may be that lies in the markup itself. A drawing (SVG) is kept like one from the network: as a picture it runs nothing and
 * fetches nothing (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode), and opened by itself it is in a sandbox.
 */
const PICTURES = /^data:(image\/(?:png|jpe?g|gif|webp|avif|svg\+xml))((?:;[\w=-]+)*?)(;base64)?,/i;

/** Fewer bytes hold a spot of colour that stands in until a script has fetched the picture. */
const LEAST = 500;
const MOST = 10_000_000;

/** The bytes of a picture from a `data:` address; undefined if it is none, too small to show anything, too large, or damaged. */
export function bytesOfDataAddress(address: string): Blob | undefined {
  if (address.length > MOST * 1.4) return undefined;
  const [head, type, , base64] = PICTURES.exec(address.slice(0, 200)) ?? [];
  if (head === undefined) return undefined;
  const bytes = decode(address.slice(head.length), base64 !== undefined);
  return bytes && bytes.length >= LEAST && bytes.length <= MOST
    ? new Blob([bytes], { type: type!.toLowerCase() })
    : undefined;
}

/** As https://fetch.spec.whatwg.org/#data-url-processor does. */
function decode(body: string, isBase64: boolean): Uint8Array<ArrayBuffer> | undefined {
  const bytes = percentDecoded(body);
  if (!isBase64) return bytes;
  try {
    const binary = atob(new TextDecoder("latin1").decode(bytes).replace(/\s+/g, ""));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** https://url.spec.whatwg.org/#percent-decode, of the text in UTF-8. */
function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  if (!text.includes("%")) return bytes;
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const escape =
      bytes[at] === PERCENT ? /^[\da-f]{2}$/i.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 3))) : null;
    bytes[length++] = escape ? Number.parseInt(escape[0], 16) : bytes[at]!;
    if (escape) at += 2;
  }
  return bytes.slice(0, length);
}

const PERCENT = 0x25;
