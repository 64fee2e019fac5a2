import { render } from "preact";
import type { Article } from "#domain/article.ts";
import { pictureSizesOf } from "#domain/picture-sizes.ts";
import type { App } from "#state/app.ts";
import { AppContext } from "../app-context.ts";
import { words } from "../words.ts";
import { MendLink } from "./MendLink.tsx";
import { RemoveArticle } from "./RemoveArticle.tsx";
import { PicturesLine } from "./PicturesLine.tsx";
import { picturesWords } from "./words.ts";
import "./styles.ts";

/**
 * Puts the line about pictures behind everything else of the article, where it moves nothing. Pictures that come while the article is
 * open are shown in it; `holdPlace` is called after each, for the text to stay where it was. Returns how to take the line away.
 */
export function showPicturesLine(
  app: App,
  island: HTMLElement,
  { record }: Article,
  holdPlace: () => void,
): () => void {
  const line = document.createElement("footer");
  line.className = "pictures-line";
  line.lang = words.lang;
  line.dir = "ltr";
  line.setAttribute("aria-label", picturesWords.label);
  line.setAttribute("role", "group");
  island.append(line);
  const onCome = () => void showCome(app, island, record.id, holdPlace);
  render(
    <AppContext.Provider value={app}>
      <PicturesLine id={record.id} onCome={onCome} />
      <div class="bar-actions">
        <MendLink id={record.id} />
        <RemoveArticle record={record} />
      </div>
    </AppContext.Provider>,
    line,
  );
  return () => {
    render(null, line);
    line.remove();
  };
}

/** Asks anew for pictures that were not here when the page was made, and gives them the room that they need first. */
async function showCome(app: App, island: HTMLElement, id: string, holdPlace: () => void): Promise<void> {
  const article = await app.storage.readArticle(id).catch(() => undefined);
  if (!article || island.dataset["id"] !== id) return;
  const sizes = pictureSizesOf(article.body.blocks);
  for (const image of island.querySelectorAll<HTMLImageElement>('img[src*="images/"]')) {
    const size = sizes.get(image.src.slice(image.src.lastIndexOf("images/")));
    // What a page says of a picture may not be the size that came.
    if (
      size &&
      (image.getAttribute("width") !== `${size.width}` || image.getAttribute("height") !== `${size.height}`)
    ) {
      image.width = size.width;
      image.height = size.height;
      holdPlace();
    }
    // One that is not near the window is fetched when it is.
    if (image.complete && image.naturalWidth === 0 && size) {
      image.addEventListener("load", holdPlace, { once: true });
      const { src } = image;
      image.src = src;
    }
  }
}
