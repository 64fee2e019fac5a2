import type { ImageSource } from "#domain/article.ts";
import type { ImportedPicture } from "../../imported-article.ts";
import { pictureKey, pictureSrc } from "../picture-key.ts";
import { attributeOf, nameOf } from "./elements.ts";
import { bytesOfDataAddress } from "./data-address.ts";
import { absoluteAddress } from "./links.ts";
import { bestCandidate, type Candidate, parseSrcset } from "./srcset.ts";

/** The bytes of a picture that came inside the same file, by its absolute address or as it is written in the markup. */
export type OwnFiles = (address: string) => Blob | undefined;

/** Gathers the pictures of an article. Their keys take a moment, so `src` is filled in when all are known. */
export class Pictures {
  #base: string | undefined;
  #files: OwnFiles | undefined;
  #shown: { image: ImageSource; from: string | Blob; key: Promise<string> }[] = [];
  #seen = new Set<string>();

  constructor(base: string | undefined, files: OwnFiles | undefined) {
    this.#base = base;
    this.#files = files;
  }

  /** The picture of an `img` or `picture`; undefined for spacers, trackers, decoration, and what cannot be fetched. */
  pictureOf(element: Element): ImageSource | undefined {
    const img = nameOf(element) === "img" ? element : element.querySelector("img");
    if (!img || isDecoration(img)) return undefined;
    const size = sizeOf(img);
    if (isTiny(size) || this.#isShownBeside(img)) return undefined;
    const from = this.#sourceOf(img);
    if (from === undefined) return undefined;
    if (typeof from === "string") {
      // The same picture once for browsers with scripts and once for those without.
      if (img.closest("noscript") && (this.#seen.has(from) || isCounter(img, from))) return undefined;
      this.#seen.add(from);
    }
    const alt = altOf(img) || altOf(twinOf(img) ?? img);
    const image: ImageSource = { src: "", ...(alt !== undefined && { alt }), ...size };
    this.#shown.push({ image, from, key: pictureKey(from) });
    return image;
  }

  /** Fills in where the app keeps each, and lists them once each, in order. `article`: the images that are still in it. */
  async settle(): Promise<ImportedPicture[]> {
    const pictures = new Map<string, ImportedPicture>();
    const keys = await Promise.all(this.#shown.map(({ key }) => key));
    for (const [i, { image, from }] of this.#shown.entries()) {
      const key = keys[i]!;
      image.src = pictureSrc(key);
      if (!pictures.has(key))
        pictures.set(key, typeof from === "string" ? { key, address: from } : { key, bytes: from });
    }
    return [...pictures.values()];
  }

  /** Whether a picture in `noscript` stands right beside the same one for browsers with scripts. */
  #isShownBeside(img: Element): boolean {
    const without = img.closest("noscript");
    return [without?.previousElementSibling, without?.nextElementSibling].some((beside) => {
      if (!beside || nameOf(beside) === "noscript" || beside.textContent?.trim() !== "") return false;
      const twin = nameOf(beside) === "img" ? beside : beside.querySelector("img");
      return (
        twin !== null &&
        !twin.closest("noscript") &&
        !isDecoration(twin) &&
        !isTiny(sizeOf(twin)) &&
        this.#sourceOf(twin) !== undefined
      );
    });
  }

  #sourceOf(img: Element): string | Blob | undefined {
    for (const { url } of candidatesOf(img)) {
      const written = url.trim();
      if (/^data:/i.test(written)) {
        const bytes = bytesOfDataAddress(written);
        if (bytes) return bytes;
        continue;
      }
      const address = absoluteAddress(written, this.#base);
      const bytes = this.#files?.(written) ?? (address && this.#files?.(address));
      if (bytes) return bytes;
      if (address && !isTracker(address)) return address;
    }
    return undefined;
  }
}

/** Where pages put the address of a picture that a script of theirs is to fetch later. */
const LATER_SETS = ["data-srcset", "data-lazy-srcset", "data-original-set"];
const LATER = [
  "data-src",
  "data-original",
  "data-lazy-src",
  "data-lazy",
  "data-full-src",
  "data-hi-res-src",
  "data-image",
  "data-url",
];
const PICTURE = /^[^\s"'<>{}]+\.(?:jpe?g|png|webp|avif|gif)(?:[?#][^\s]*)?$/i;

/** In the order in which they should be tried. */
function candidatesOf(img: Element): Candidate[] {
  const sets = setsOf(img).map((set) => bestCandidate(parseSrcset(set)));
  const twin = twinOf(img);
  const said = LATER.map((name) => img.getAttribute(name));
  const all = [
    ...sets.map((one) => one?.url),
    ...said,
    img.getAttribute("src"),
    ...inOtherAttributes(img),
    ...(twin ? [...setsOf(twin).map((set) => bestCandidate(parseSrcset(set))?.url), twin.getAttribute("src")] : []),
  ];
  const urls = all.filter((url): url is string => Boolean(url) && !isPlaceholder(url!));
  // A drawing beside a photograph is its outline, until a script has fetched that.
  return [...urls.filter((url) => !isDrawing(url)), ...urls.filter(isDrawing)].map((url) => ({ url }));
}

/** Of all sources in a `picture`, those that are shown by light and on a screen. */
function setsOf(img: Element): string[] {
  const picture = img.closest("picture");
  const sources = picture ? [...picture.querySelectorAll("source")] : [];
  const shown = sources.filter((source) => !/dark|print/i.test(source.getAttribute("media") ?? ""));
  return [...shown, img].flatMap((element) =>
    [...LATER_SETS, "srcset"].flatMap((name) => element.getAttribute(name) ?? []),
  );
}

/** Any other attribute that holds nothing but the address of a picture. */
function inOtherAttributes(img: Element): string[] {
  if (!isPlaceholder(img.getAttribute("src") ?? "")) return [];
  return Array.from(img.attributes)
    .filter(({ name }) => !/^(?:alt|title|class|id|style|srcset|src)$/.test(name))
    .flatMap(({ value }) => (value.length < 2000 && PICTURE.test(value.trim()) ? [value] : []));
}

/** The picture in the `noscript` that follows one that only a script would fetch. */
function twinOf(img: Element): Element | undefined {
  const next = img.nextElementSibling;
  const src = img.getAttribute("src") ?? "";
  if (!next || nameOf(next) !== "noscript" || !(isPlaceholder(src) || isDrawing(src))) return undefined;
  return next.querySelector("img") ?? undefined;
}

/** Counters stand in `noscript` too: with a query and nothing that says what they show, neither a file nor a figure. */
function isCounter(img: Element, address: string): boolean {
  const { pathname, search } = new URL(address);
  const isFile = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(pathname);
  return !img.getAttribute("alt")?.trim() && !img.closest("figure, picture") && (!isFile || search.length > 60);
}

const isDrawing = (url: string) => /^\s*data:image\/svg/i.test(url);

function isPlaceholder(src: string): boolean {
  const address = src.trim();
  if (address === "" || address === "#" || /^about:/i.test(address)) return true;
  if (/^data:/i.test(address)) return address.length < 900;
  return /(?:^|[/_-])(?:blank|placeholder|spacer|transparent|lazy-?load(?:er|ing)?|loading|pixel|1x1|grey|gray)(?:[_-][\w-]*)?\.(?:gif|png|svg|jpe?g)(?:\?|$)/i.test(
    address,
  );
}

const TRACKER = /(?:^|[/._-])(?:pixel|beacon|tracking|tracker|1x1|spacer|webbug|counter)(?:[/._?=-]|$)/i;

function isTracker(address: string): boolean {
  const { host, pathname } = new URL(address);
  return (
    TRACKER.test(pathname) || /(?:^|\.)(?:pixel|beacon|stats?|analytics|doubleclick|scorecardresearch)\./i.test(host)
  );
}

function isDecoration(img: Element): boolean {
  if (img.getAttribute("aria-hidden") === "true" || /^(?:presentation|none)$/.test(img.getAttribute("role") ?? ""))
    return true;
  if (img.getAttribute("alt") !== "") return false;
  const { width, height } = sizeOf(img);
  return width !== undefined && (width < 100 || height! < 50) && !img.closest("figure");
}

function sizeOf(img: Element): { width?: number; height?: number } {
  const [width, height] = ["width", "height"].map((name) => {
    const said = img.getAttribute(name)?.trim() ?? "";
    return /^\d{1,5}(?:\.\d+)?(?:px)?$/.test(said) ? Math.round(Number.parseFloat(said)) : Number.NaN;
  });
  return width! >= 0 && height! >= 0 ? { width: width!, height: height! } : {};
}

const isTiny = ({ width, height }: { width?: number; height?: number }) => (width ?? 9) < 3 || (height ?? 9) < 3;

/** Undefined where it is not said what the picture shows; the name of its file does not say it. */
function altOf(img: Element): string | undefined {
  if (img.getAttribute("alt") === null) return attributeOf(img, "aria-label");
  const alt = attributeOf(img, "alt") ?? "";
  return /^[\w.-]+\.(?:jpe?g|png|gif|webp|avif|svg)$|^(?:IMG|DSC|image)[-_ ]?\d+$/i.test(alt) ? undefined : alt;
}
