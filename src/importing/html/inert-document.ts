import { INERT_POLICY } from "#protocol/content-security-policy.ts";
import { unfoldShadowRoots } from "./shadow-roots.ts";

type Kind = "text/html" | "application/xhtml+xml";

interface Policy {
  createHTML(markup: string): unknown;
}

let policy: Policy | undefined;

/**
 * Foreign markup as a document that nothing happens in: it has no browsing context, so no script or handler of it runs and nothing is
 * fetched for it (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#dom-domparser-parsefromstring). It is made to be read
 * from. No node of it is ever adopted by the page: what is read out of it are blocks, which are data.
 *
 * That is why a policy of Trusted Types may let any text through here; the policy stays inside this module and serves this one call.
 *
 * `application/xhtml+xml` that is not well formed is parsed as HTML, as readers of such files expect.
 */
export function inertDocument(markup: string, kind: Kind = "text/html"): Document {
  const parser = new DOMParser();
  const parse = (as: Kind) => parser.parseFromString(trusted(markup), as);
  let page = parse(kind);
  if (kind !== "text/html" && query(page, "parsererror")) page = parse("text/html");
  unfoldShadowRoots(page);
  disarm(page, markup);
  return page;
}

function trusted(markup: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: { createHTML(markup: string): string }): Policy };
  };
  policy ??= trustedTypes?.createPolicy(INERT_POLICY, { createHTML: (any) => any });
  return (policy?.createHTML(markup) ?? markup) as string;
}

/** Elements whose name or id a document or form shows as a property of its own, before those that every document has. */
const NAMED = "embed,form,iframe,img,object,button,fieldset,input,output,select,textarea";

/** Handlers, and the attribute that holds a document. */
const NAMED_IN = /\b(?:on[a-z]+|srcdoc)(?=[\s/]*=)/gi;

/**
 * Takes away what extractors stumble over: names that hide a document's own properties (`<img name="body">`), handlers and
 * nested documents, which may not be copied from one element to another under Trusted Types, and scripts that are no data.
 */
function disarm(page: Document, markup: string): void {
  for (const element of Document.prototype.querySelectorAll.call(page, NAMED)) {
    for (const attribute of ["name", "id"]) Element.prototype.removeAttribute.call(element, attribute);
  }
  // Looked for by the names that are in the markup at all: asking each element for all its attributes takes as long as parsing.
  const handlers = new Set(Array.from(markup.matchAll(NAMED_IN), ([name]) => name.toLowerCase()));
  if (handlers.size === 0) return;
  const selector = Array.from(handlers, (name) => `[${name}]`).join();
  for (const element of Document.prototype.querySelectorAll.call(page, selector)) {
    for (const name of handlers) element.removeAttribute(name);
  }
}

const query = (page: Document, selector: string) => Document.prototype.querySelector.call(page, selector);
