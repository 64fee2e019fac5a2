import type { Block } from "#domain/article.ts";
import type { Builder, MediaWords, Place } from "./builder.ts";
import { attributeOf, cut, nameOf } from "./elements.ts";

/** What plays or is embedded, as a link to where it is. */
export function mediaOf(element: Element, _place: Place, builder: Builder): Block[] {
  const address = addressOf(element, builder);
  if (!address) return [];
  builder.doubt("left-out");
  const kind = kindOf(element, address);
  const name =
    attributeOf(element, "title", 200) ??
    attributeOf(element, "aria-label", 200) ??
    captionOf(element) ??
    new URL(address).host.replace(/^www\./, "");
  const text = (builder.words ?? WORDS)[kind](name);
  return [{ type: "paragraph", content: [{ text, marks: [{ type: "link", href: watchPage(address) }] }] }];
}

/** Where nothing else is said: these are the words in most languages. */
const WORDS: MediaWords = {
  video: (name) => `Video: ${name}`,
  audio: (name) => `Audio: ${name}`,
  embedded: (name) => name,
};

/** What a page writes under it, or shows in its place. */
function captionOf(element: Element): string | undefined {
  const caption = element.closest("figure")?.querySelector("figcaption")?.textContent;
  const said = caption ? cut(caption, 200) : undefined;
  const poster = element.querySelector("img[alt]");
  return said || (poster ? attributeOf(poster, "alt", 200) : undefined);
}

function addressOf(element: Element, builder: Builder): string | undefined {
  const own = element.getAttribute("src") ?? element.getAttribute("data-src") ?? element.getAttribute("data");
  const source = own ?? element.querySelector("source[src]")?.getAttribute("src") ?? null;
  const address = builder.addressOf(source);
  if (address === undefined || !/^(?:iframe|object|embed)$/.test(nameOf(element))) return address;
  // Advertisements, counters and buttons come in frames too; what a page wants to be seen has a title, or plays.
  const sizes = [element.getAttribute("width"), element.getAttribute("height")].map((size) => Number(size ?? "100"));
  if (sizes.some((size) => size <= 2)) return undefined;
  return PLAYS.test(address) ? address : undefined;
}

const PLAYS =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com\/embed\/|youtu\.be\/|player\.vimeo\.com\/|dailymotion\.com\/|archive\.org\/embed\/|ted\.com\/|w\.soundcloud\.com\/|open\.spotify\.com\/embed|player\.|[^/]*\/(?:embed|player|video)s?\/|[^?]*\.(?:mp4|webm|mp3|ogg|m4a)(?:$|\?))/i;

function kindOf(element: Element, address: string): keyof MediaWords {
  const name = nameOf(element);
  if (name === "audio" || /soundcloud|spotify|\.(?:mp3|ogg|m4a)(?:$|\?)/i.test(address)) return "audio";
  return name === "video" || /youtu|vimeo|dailymotion|video|\.(?:mp4|webm)(?:$|\?)/i.test(address)
    ? "video"
    : "embedded";
}

/** The page on which a video of a frame is shown by itself. */
function watchPage(address: string): string {
  const [, id] = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(address) ?? [];
  return id ? `https://www.youtube.com/watch?v=${id}` : address;
}
