/** Whether the reader can see the page. Chrome on Android lets no page speak that nobody sees. */
export interface PageVisibility {
  readonly hidden: boolean;
  /** Calls back when `hidden` has changed. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

export function pageVisibility(document: Document): PageVisibility {
  return {
    get hidden() {
      return document.hidden;
    },
    onChange(listener) {
      document.addEventListener("visibilitychange", listener);
      return () => document.removeEventListener("visibilitychange", listener);
    },
  };
}
