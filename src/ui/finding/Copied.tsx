import { useEffect, useRef } from "preact/hooks";

interface CopiedProps {
  /** A part of the article. */
  of: Element;
  /** What of it is not shown, as a selector. */
  leftOut?: string;
  id?: string;
  class?: string;
}

/** A part of the article shown in a dialog: a copy without ids, which stay with the original, in the language of the article. */
export function Copied({ of, leftOut, id, class: className }: CopiedProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const into = place.current!;
    const copy = of.cloneNode(true) as Element;
    if (leftOut) for (const left of copy.querySelectorAll(leftOut)) left.remove();
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    into.replaceChildren(...copy.childNodes);
    const article = of.closest<HTMLElement>("article");
    into.setAttribute("lang", article?.lang ?? "");
    into.setAttribute("dir", article?.dir ?? "auto");
    // Places in the article lie behind the dialog.
    for (const link of into.querySelectorAll('a[href^="#"]'))
      link.addEventListener("click", () => link.closest("dialog")?.close());
  }, [of, leftOut]);
  return <div ref={place} id={id} class={className} />;
}
