import { generateOpml, parseOpml } from "feedsmith";
import { ImportProblem } from "../import-problem.ts";

/** A subscription as it travels from one reader to another. */
export interface Subscription {
  /** Of the feed: absolute, http or https. */
  address: string;
  title: string;
  /** Of the site that publishes it. */
  site?: string;
}

interface Outline {
  text?: string;
  title?: string;
  xmlUrl?: string;
  htmlUrl?: string;
  outlines?: Outline[];
}

/** All subscriptions in an OPML file, each address once, out of whatever folders. Throws an `ImportProblem`: `damaged` is no OPML, `empty` one without feeds. */
export function readOpml(text: string): Subscription[] {
  let outlines: Outline[];
  try {
    outlines = (parseOpml(text.replace(/^\uFEFF/, "")).body?.outlines ?? []) as Outline[];
  } catch (cause) {
    throw new ImportProblem("damaged", { cause });
  }
  const found = new Map<string, Subscription>();
  // Not by recursion: the folders of a stranger's file may be as deep as it likes.
  const open = [...outlines];
  for (let outline = open.shift(); outline; outline = open.shift()) {
    open.unshift(...(outline.outlines ?? []));
    const address = webAddress(outline.xmlUrl);
    if (!address || found.has(address)) continue;
    const site = webAddress(outline.htmlUrl);
    found.set(address, {
      address,
      title: outline.title?.trim() || outline.text?.trim() || address,
      ...(site && { site }),
    });
  }
  if (found.size === 0) throw new ImportProblem("empty");
  return [...found.values()];
}

/** The subscriptions as an OPML 2.0 file. */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  return generateOpml({
    head: { title },
    body: {
      outlines: subscriptions.map(({ address, title: text, site }) => ({
        type: "rss",
        text,
        title: text,
        xmlUrl: address,
        ...(site && { htmlUrl: site }),
      })),
    },
  });
}

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
