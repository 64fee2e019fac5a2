/** What a picture may be that lies in the markup itself. Drawings (SVG) are left out: they are documents of their own. */
const PICTURES = /^data:(image\/(?:png|jpe?g|gif|webp|avif))((?:;[\w=-]+)*?)(;base64)?,/i;

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

function decode(body: string, isBase64: boolean): Uint8Array<ArrayBuffer> | undefined {
  const text = body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    const binary = isBase64 ? atob(text.replace(/\s+/g, "")) : text;
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
