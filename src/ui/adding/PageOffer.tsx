import { useEffect, useRef, useState } from "preact/hooks";
import type { HandedPage } from "./handover.ts";
import { addingWords as words } from "./words.ts";

interface PageOfferProps {
  page: HandedPage;
  onAdd(): void;
  onLeave(): void;
}

/** Milliseconds in which a press was meant for what had been under the pointer: any site can open this tab in the middle of a double click. */
const UNAWARE = 500;

/** In UTF-16 units: the rest of a longer one is there once it has been added. */
const LONGEST_TITLE = 200;

/** A page that another tab hands over: who does, by the browser's own word, and what is to become of it. */
export function PageOffer({ page: { from, title }, onAdd, onLeave }: PageOfferProps) {
  const [isReady, setReady] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const wait = setTimeout(() => setReady(true), UNAWARE);
    return () => clearTimeout(wait);
  }, []);
  useEffect(() => {
    if (isReady && document.activeElement?.matches("body, h1")) button.current?.focus();
  }, [isReady]);
  return (
    <div class="add-note page-offer">
      <div id="page-offer">
        <p>{words.pageOffered(from.replace(/^https:\/\//, ""))}</p>
        {/* Apart, so that no sign in it that turns the writing around reaches the site's name. */}
        {title.trim() && <p dir="auto">{words.pageCalled(title.trim().slice(0, LONGEST_TITLE))}</p>}
        <p class="explained">{words.pageUnasked}</p>
      </div>
      {isReady && (
        <div class="add-actions">
          <button ref={button} type="button" class="button primary" aria-describedby="page-offer" onClick={onAdd}>
            <span>{words.addPage}</span>
          </button>
          <button type="button" class="button" onClick={onLeave}>
            <span>{words.leavePage}</span>
          </button>
        </div>
      )}
    </div>
  );
}
