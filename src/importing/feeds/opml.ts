import { generateOpml, parseOpml } from "feedsmith";
import { decode } from "#domain/web-charset.ts";
import { ImportProblem } from "../import-problem.ts";

/** A subscription as it travels from one reader to another. */
export interface Subscription {
  /** Of the feed: absolute, http or https. */
  address: string;
  title: string;
  /** Of the site that publishes it. */
  site?: string;
  /** The folder it is kept in, from the outermost one inwards. Absent: in none. */
  folder?: readonly string[];
}

/** Longer names of folders are cut off: they stand in headings. In UTF-16 units. */
const LONGEST_NAME = 100;

/** What lies in folders deeper than this is in the last of them: each name of a path stands before the title, in headings and in lists to choose from. */
const DEEPEST = 10;

interface Outline {
  type?: string;
  text?: string;
  title?: string;
  xmlUrl?: string;
  htmlUrl?: string;
  outlines?: Outline[];
}

/** All subscriptions in an OPML file, each address once, with the first folder that it is in. Throws an `ImportProblem`: `damaged` is no OPML, `empty` one without feeds. */
export function readOpml(source: string | Uint8Array): Subscription[] {
  let outlines: Outline[];
  try {
    const text = typeof source === "string" ? source : decode(source, "", "").text;
    outlines = (parseOpml(text.replace(/^\uFEFF/, "")).body?.outlines ?? []) as Outline[];
  } catch (cause) {
    throw new ImportProblem("damaged", { cause });
  }
  const found = new Map<string, Subscription>();
  // Not by recursion: the folders of a stranger's file may be as deep as it likes.
  const open = lastFirst(outlines, []);
  for (let next = open.pop(); next; next = open.pop()) {
    const { outline, folder } = next;
    const name = folder.length < DEEPEST && !outline.xmlUrl && (nameOf(outline.text) || nameOf(outline.title));
    for (const inside of lastFirst(outline.outlines ?? [], name ? [...folder, name] : folder)) open.push(inside);
    const address = webAddress(outline.xmlUrl);
    const before = found.get(address ?? "");
    if (!address || before?.folder) continue;
    const site = webAddress(outline.htmlUrl);
    found.set(address, {
      address,
      title: outline.title?.trim() || outline.text?.trim() || address,
      ...(site && { site }),
      ...before,
      ...(folder.length > 0 && { folder }),
    });
  }
  if (found.size === 0) throw new ImportProblem("empty");
  return [...found.values()];
}

/** The subscriptions as an OPML 2.0 file: those in no folder first, then each folder with what is in it. */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  return generateOpml({ head: { title }, body: { outlines: outlinesOf(subscriptions, 0) } });
}

/** Of subscriptions that lie in one folder of that depth, or in folders within it. */
function outlinesOf(subscriptions: readonly Subscription[], depth: number): Outline[] {
  const feeds: Outline[] = [];
  const folders = new Map<string, Subscription[]>();
  for (const subscription of subscriptions) {
    const { address, title: text, site, folder = [] } = subscription;
    const name = folder[depth];
    if (name !== undefined) folders.set(name, [...(folders.get(name) ?? []), subscription]);
    else feeds.push({ type: "rss", text, title: text, xmlUrl: address, ...(site && { htmlUrl: site }) });
  }
  const within = Array.from(folders, ([text, inside]) => ({
    text,
    title: text,
    outlines: outlinesOf(inside, depth + 1),
  }));
  return [...feeds, ...within];
}

const lastFirst = (outlines: readonly Outline[], folder: readonly string[]) =>
  outlines.map((outline) => ({ outline, folder })).toReversed();

const nameOf = (text: string | undefined) => text?.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME).trim();

function webAddress(text: string | undefined): string | undefined {
  try {
    // Some readers write the scheme that asks for a subscription.
    const url = new URL(
      (text ?? "")
        .trim()
        .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
        .replace(/^feed:\/\//i, "https://"),
    );
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}
