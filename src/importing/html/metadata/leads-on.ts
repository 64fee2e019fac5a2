import { absoluteAddress, baseOf } from "../blocks/links.ts";
import { inertDocument } from "../inert-document.ts";

/** Seconds after which it is no leading on, but a page that is loaded anew. */
const AT_ONCE = 10;
/** Characters: a page with more than such words as “You are being led on” is read itself. */
const LITTLE = 300;

/**
 * The address that a page leads its reader on to, as those of short addresses do; undefined for a page that is there for its own sake.
 * https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh
 */
export function leadsOnTo(html: string, address: string): string | undefined {
  if (!/\brefresh\b/i.test(html.slice(0, 20_000))) return undefined;
  const page = inertDocument(html);
  const url = Array.from(page.querySelectorAll(REFRESH), urlIn).find((one) => one !== undefined);
  if (url === undefined) return undefined;
  for (const element of page.body.querySelectorAll("script, style, noscript, template")) element.remove();
  if ((page.body.textContent ?? "").trim().length > LITTLE) return undefined;
  const to = absoluteAddress(url, baseOf(page, address));
  return to === address ? undefined : to;
}

const REFRESH = 'meta[http-equiv="refresh" i][content]';

/** Where an element leads on to, for a browser with scripts: one in `noscript` is an element here, as this parser runs none. */
function urlIn(refresh: Element): string | undefined {
  const said = refresh.getAttribute("content")!;
  const [, seconds, quote, url = ""] = /^\s*(\d+)(?:\.\d*)?[\s;,]+(?:url\s*=\s*)?(["']?)(.+?)\2\s*$/i.exec(said) ?? [];
  if (seconds === undefined || quote === undefined || Number(seconds) > AT_ONCE) return undefined;
  return refresh.closest("noscript") && !isInScript(url, refresh.ownerDocument) ? undefined : url;
}

/** Whether a script leads there as well. */
function isInScript(url: string, page: Document): boolean {
  const scripts = Array.from(page.scripts, (script) => script.textContent ?? "");
  return scripts.some((text) => /\blocation\b/.test(text) && text.replaceAll("\\/", "/").includes(url));
}
