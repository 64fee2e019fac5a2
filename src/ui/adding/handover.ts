import { withoutTurning } from "#domain/turning-marks.ts";

/** A page as its reader saw it. Its markup is foreign, and is for nobody's eyes but the importer's. */
export interface HandedPage {
  /** The origin that has sent it, as the browser says. All else is what the page says of itself. */
  from: string;
  /** Of that origin. */
  address: string;
  title: string;
  html: string;
}

/** Milliseconds that the other tab has to answer in: longer looks like nothing happens. */
const PATIENCE = 2000;

/** More is no article: characters of markup, in about 10 MB. Titles and addresses are cut off by what shows them. */
const LONGEST_HTML = 10_000_000;
const LONGEST_TEXT = 8192;

/** The window that the page of the handover is in, as far as it matters. */
export type Receiver = Pick<Window, "addEventListener" | "removeEventListener"> & {
  opener: { postMessage(message: unknown, target: string): void } | null;
};

/**
 * Tells the tab that has opened this one that it may hand its page over, and takes one answer: from that very tab, to this very
 * question, and of an address that the tab is really at. Undefined where there is no such tab any more, or none in time.
 */
export async function receivePage(receiver: Receiver, patience = PATIENCE): Promise<HandedPage | undefined> {
  const { opener } = receiver;
  if (!opener) return undefined;
  const nonce = crypto.randomUUID();
  return new Promise((resolve) => {
    const end = (page?: HandedPage) => {
      receiver.removeEventListener("message", take);
      clearTimeout(waiting);
      resolve(page);
    };
    const take = (event: MessageEvent<unknown>) => {
      if (event.source !== opener) return;
      const page = pageIn(event.data, nonce, event.origin);
      if (page) end(page);
    };
    const waiting = setTimeout(end, patience);
    receiver.addEventListener("message", take);
    // It is not known who asks; the question has no secret in it.
    opener.postMessage({ lectern: "ready", nonce }, "*");
  });
}

/** The page in a message, where it is one, answers this question, and comes from where it says it does: one that names another site is refused. */
export function pageIn(data: unknown, nonce: string, from: string): HandedPage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { lectern, nonce: answered, address, title, html } = data as Record<string, unknown>;
  if (lectern !== "page" || answered !== nonce) return undefined;
  if (typeof address !== "string" || typeof title !== "string" || typeof html !== "string") return undefined;
  if (address.length > LONGEST_TEXT || html.length === 0 || html.length > LONGEST_HTML) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== from) return undefined;
  return { from, address, title: withoutTurning(title).slice(0, LONGEST_TEXT), html };
}
