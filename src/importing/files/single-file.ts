/** Pages saved as one file by a browser or by SingleFile: where they were, and the pictures inside them. */
import type { OwnFiles } from "../html/blocks/pictures.ts";
import { bytesOfDataAddress } from "../html/blocks/data-address.ts";

/** Written by SingleFile, and by browsers (`saved from url=(0023)https://example.org/`), in the comment in front of the page. */
const SAVED_FROM = [/^\s*url:\s*(https?:\/\/\S+)/im, /saved from url=\(\d+\)(https?:\/\/\S+)/i];

/** Where the page was when it was saved; undefined where it does not say. */
export function savedAddress(html: string): string | undefined {
  const start = html.slice(0, 5000);
  for (const [, comment = ""] of start.matchAll(/<!--([^]*?)-->/g)) {
    if (!/SingleFile|saved from url/i.test(comment)) continue;
    for (const pattern of SAVED_FROM) {
      const [, address] = pattern.exec(comment) ?? [];
      if (address && URL.canParse(address)) return address;
    }
  }
  return undefined;
}

const VARIABLE = /(--sf-img-\d+)\s*:\s*url\(\s*["']?(data:image\/[^"')\s]+)["']?\s*\)/g;
const IMAGE = /<img(?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi;

/** SingleFile writes a picture that is used twice into a style sheet, and an empty drawing in its places: here each has it again. */
export function withSharedPictures(html: string): string {
  const pictures = new Map<string, string>();
  for (const [, name, address] of html.matchAll(VARIABLE)) pictures.set(name!, address!);
  if (pictures.size === 0) return html;
  return html.replace(IMAGE, (tag) => {
    const [, name = ""] = /var\((--sf-img-\d+)\)/.exec(tag) ?? [];
    const address = pictures.get(name);
    return address ? tag.replace(/\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/i, () => ` src="${address}"`) : tag;
  });
}

/** Shorter ones are spots of colour that stand in for a picture, and are told as such by what they are. */
const INLINE = /data:image\/(?:png|jpe?g|gif|webp|avif)(?:;[\w=-]+)*;base64,[A-Za-z0-9+/=]{1500,}/gi;

/** Takes the pictures out of the text of a page: most of what a saved page weighs, which would be parsed as text and copied with it. */
export function withoutInlinePictures(html: string): { html: string; files: OwnFiles } {
  const files = new Map<string, Blob>();
  const names = new Map<string, string>();
  const rest = html.replace(INLINE, (address) => {
    const known = names.get(address);
    if (known) return known;
    const bytes = bytesOfDataAddress(address);
    if (!bytes) return address;
    const name = `picture-inside:${files.size + 1}`;
    files.set(name, bytes);
    names.set(address, name);
    return name;
  });
  return { html: rest, files: (address) => files.get(address) };
}
