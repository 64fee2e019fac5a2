import { matchPrecache } from "workbox-precaching/matchPrecache.js";
import { contentSecurityPolicy } from "#protocol/content-security-policy.ts";
import { workerWords } from "#i18n/worker-words.ts";
import { applyLook, fillPage, type PageContent } from "#rendering/document.ts";
import { GAP } from "#rendering/string-factory.ts";
import type { Keeper } from "#storage/keeper.ts";
import { inTime } from "./in-time.ts";

/** Read from the precache once in a worker's life. */
const shells = new Map<string, { text: string; headers: Headers }>();

/**
 * The built shell in the reader's settings, with an article in it where there is one, and with the headers it came with. `send` makes the body of a page that has a gap
 * from what stands before and behind it. Never rejects.
 */
export async function answerShell(
  storage: Keeper,
  content?: PageContent,
  send = ([page]: string[]): BodyInit | undefined => page,
): Promise<Response> {
  const name = content?.article ? "reader.html" : "index.html";
  const shell = await readShell(name);
  if (shell === undefined) return lastResort(name);
  const look = await inTime(storage.readLook(), undefined);
  const nonce = crypto.randomUUID();
  const filled = content ? fillPage(shell.text, content) : shell.text;
  const page = look?.properties ? applyLook(filled, look, nonce) : filled;
  const headers = new Headers(shell.headers);
  headers.set("Content-Security-Policy", contentSecurityPolicy({ styleNonce: nonce }));
  return new Response(send(page.split(GAP)), { headers });
}

async function readShell(name: string) {
  const known = shells.get(name);
  if (known !== undefined) return known;
  try {
    const response = await matchPrecache(name);
    if (!response) return undefined;
    // The policy comes as a header here, with this page's nonce; the one for static hosts would forbid the settings.
    const text = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    const shell = { text, headers: unpacked(response.headers) };
    shells.set(name, shell);
    return shell;
  } catch {
    return undefined;
  }
}

/** The browser has thrown the app away: ask the network, and say so if that fails too. */
async function lastResort(name: string): Promise<Response> {
  try {
    const { body, status, headers } = await fetch(name);
    // Made anew, for a page cannot be answered with what came by a redirect.
    return new Response(body, { status, headers: unpacked(headers) });
  } catch {
    return new Response(workerWords.nothingLeft, {
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Security-Policy": contentSecurityPolicy(),
        "X-Content-Type-Options": "nosniff",
      },
    });
  }
}

/** Those that a body came with, which is neither compressed nor of that length any more. */
function unpacked(came: Headers): Headers {
  const headers = new Headers(came);
  for (const stale of ["content-encoding", "content-length"]) headers.delete(stale);
  return headers;
}
