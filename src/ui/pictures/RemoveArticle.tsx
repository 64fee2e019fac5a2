import { useState } from "preact/hooks";
import trash from "icon:trash";
import type { ArticleRecord } from "#domain/article.ts";
import { formatRoute } from "#domain/route.ts";
import { removeArticle } from "#state/removing.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { showNotRemoved, showRemoved } from "./show-removed.ts";
import { removingWords as words } from "./words.ts";

/** The way to be rid of an article that the reader has added, behind a question that says what goes. */
export function RemoveArticle({ record }: { record: ArticleRecord }) {
  const app = useApp();
  const [asks, setAsks] = useState(false);
  const { id, title } = record;

  const remove = async () => {
    close();
    // The article is left first: it stores its place when it is left.
    goTo(formatRoute({ name: "library" }, app.base));
    const putBack = await removeArticle(app, id);
    if (putBack) showRemoved(app, title, putBack);
    else showNotRemoved(app, title);
  };
  return (
    <>
      <Button label={words.remove} hasPopup="dialog" onClick={() => setAsks(true)} />
      {asks && (
        <Sheet
          id="removing"
          title={words.title}
          closeLabel={words.keep}
          describedBy="removing-what"
          onClose={() => setAsks(false)}
        >
          <div class="settings">
            <p id="removing-what" dir="auto">
              {words.what(title)}
            </p>
            <p>{words.original}</p>
            <div class="bar-actions">
              <Button label={words.confirm} icon={trash} class="primary" onClick={() => void remove()} />
              <Button label={words.keep} onClick={close} />
            </div>
          </div>
        </Sheet>
      )}
    </>
  );
}

/** By itself, so that it gives the focus back. */
function close(): void {
  document.querySelector<HTMLDialogElement>("dialog:modal")?.close();
}

/** As a link: the navigation hears of those. */
function goTo(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}
