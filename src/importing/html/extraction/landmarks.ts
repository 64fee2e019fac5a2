import { isHidden } from "../blocks/elements.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { weightWithin } from "./readability.ts";

/** What a page itself calls its article, or its main part. */
export const LANDMARKS = 'main, [role="main"], article';

/** What has more than this many times as much text as what was kept has clearly more. */
const CLEARLY = 1.5;

/** The landmark around what was kept of a page, where it has clearly more text than that. */
export function landmarkAround(kept: Element | undefined): Element | undefined {
  const landmark = kept?.closest(LANDMARKS);
  if (!kept || !landmark || landmark === kept) return undefined;
  return textOf(landmark) > CLEARLY * textOf(kept) ? landmark : undefined;
}

/** In Latin letters, without links and what is no text of an article. */
const textOf = (element: Element) => weightWithin(element, isApart);

const isApart = (element: Element) =>
  element.localName === "a" || element.localName === "noscript" || isHidden(element) || isBoilerplate(element);
