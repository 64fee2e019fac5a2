import { useEffect, useState } from "preact/hooks";
import type { ArticleId } from "#domain/article.ts";
import { hasPage } from "#state/saved-pictures.ts";
import { useApp } from "../app-context.ts";
import { picturesWords as words } from "./words.ts";

/** The way to mend an article, where there is a copy of its page to do it from. */
export function MendLink({ id }: { id: ArticleId }) {
  const app = useApp();
  const [can, setCan] = useState(false);
  useEffect(() => {
    void hasPage(app, id).then(setCan);
  }, [app, id]);
  if (!can) return null;
  return (
    <a class="button" href={`${app.base}add?mend=${id}`}>
      {words.mend}
    </a>
  );
}
