import { ADD_PATH, HANDOVER } from "#protocol/companion-api.ts";
import { contentSecurityPolicy, FETCHING_POLICY } from "#protocol/content-security-policy.ts";

/** On every answer, whatever its status. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy(),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** What is different for one path below the base, and its query. */
export function securityHeadersFor(path: string, query: URLSearchParams): Readonly<Record<string, string>> {
  // The page that a bookmarklet opens is handed an article by the one that opened it, which any other policy would cut off:
  // https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies
  // The service worker does the same by itself: `service-worker/routes.ts`.
  if (path === ADD_PATH && query.has(HANDOVER)) return { "Cross-Origin-Opener-Policy": "unsafe-none" };
  if (/^fetching\/direct-[\w-]+\.js$/.test(path)) return { "Content-Security-Policy": FETCHING_POLICY };
  return {};
}
