/** The Trusted Types policy that turns the addresses of our own workers into trusted ones. */
export const TRUSTED_TYPES_POLICY = "lectern";

/**
 * The other policy, which lets foreign markup into `DOMParser` and nowhere else: what that makes has no browsing context, so nothing in it
 * runs or is fetched. It belongs to one module, `importing/html/inert-document.ts`; each name can be taken once, so that no other code can make it again.
 */
export const INERT_POLICY = "lectern-inert";

interface PolicyOptions {
  /** Allows one inline `<style nonce>`; fresh for every page that is made. Base64 characters only. */
  styleNonce?: string;
}

function directives({ styleNonce }: PolicyOptions): string[] {
  return [
    "default-src 'none'",
    "script-src 'self'",
    styleNonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self'",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES_POLICY} ${INERT_POLICY}`,
  ];
}

/**
 * The value of the `Content-Security-Policy` header, on every answer of the companion and of the service worker.
 * Nothing but the app's own origin can be reached, so an article cannot call home either.
 */
export function contentSecurityPolicy(options: PolicyOptions = {}): string {
  return [...directives(options), "frame-ancestors 'none'"].join("; ");
}

/**
 * The same policy for `<meta http-equiv>`, for static hosts that send no headers of their own. Browsers ignore
 * `frame-ancestors` there: https://www.w3.org/TR/CSP3/#meta-element
 */
export function contentSecurityPolicyForMeta(options: PolicyOptions = {}): string {
  return directives(options).join("; ");
}
