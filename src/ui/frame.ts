/** The fixed places of the page (`index.html`). Preact draws into all of them but the island. */
export interface Frame {
  bar: HTMLElement;
  notices: HTMLElement;
  view: HTMLElement;
  /** The `<article>`: drawn by `rendering/`, never by Preact. */
  island: HTMLElement;
  panel: HTMLElement;
}

/** Finds the places. Throws where the page is not ours. */
export function findFrame(): Frame {
  const find = (id: string) => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`The page has no #${id}.`);
    return element;
  };
  return {
    bar: find("bar"),
    notices: find("notices"),
    view: find("view"),
    island: find("article"),
    panel: find("panel"),
  };
}
