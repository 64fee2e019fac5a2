import { readerWords } from "./words.ts";

/**
 * Paper shows no address behind a link. While the article is printed its links to other sites are numbered and their addresses listed
 * after it, each once; `styles/print.css` draws the numbers, so that the article's text stays as it is.
 * Returns the way to stop.
 */
export function listPrintedLinks(island: HTMLElement): () => void {
  const end = new AbortController();
  let list: HTMLElement | undefined;
  const links = () => island.querySelectorAll<HTMLAnchorElement>(".prose a[rel]");

  const put = () => {
    remove();
    const addresses = new Set<string>();
    for (const link of links()) {
      addresses.add(link.href);
      link.dataset["printedLink"] = `${[...addresses].indexOf(link.href) + 1}`;
    }
    if (addresses.size === 0) return;
    const make = (name: string, ...content: (Node | string)[]) => {
      const element = document.createElement(name);
      element.append(...content);
      return element;
    };
    list = make(
      "section",
      make("h2", readerWords.printedLinks),
      make("ol", ...Array.from(addresses, (address) => make("li", address))),
    );
    list.className = "print-links";
    list.lang = "en";
    list.dir = "ltr";
    island.after(list);
  };
  const remove = () => {
    list?.remove();
    for (const link of links()) delete link.dataset["printedLink"];
  };

  addEventListener("beforeprint", put, { signal: end.signal });
  addEventListener("afterprint", remove, { signal: end.signal });
  return () => {
    end.abort();
    remove();
  };
}
