import { useEffect, useRef, useState } from "preact/hooks";
import type { ArticleId, Block } from "#domain/article.ts";
import { formatRoute } from "#domain/route.ts";
import { openRepair, type RepairModel } from "#state/repair.ts";
import { useApp } from "../app-context.ts";
import "../parts/styles.ts";
import { Button } from "../parts/Button.tsx";
import { DraftText } from "./DraftText.tsx";
import { RepairBase } from "./RepairBase.tsx";
import { RepairPieces } from "./RepairPieces.tsx";
import "./styles.ts";
import { repairWords as words } from "./words.ts";

/** What is missing in an article is put back, and what is too much is dropped, from the copy of the page that was kept. */
export function RepairView({ id }: { id: ArticleId }) {
  const app = useApp();
  const [state, setState] = useState<RepairModel | "opening" | "missing" | "no-page" | "failed">("opening");
  useEffect(() => {
    openRepair(app, id).then(setState, () => setState("failed"));
  }, [app, id]);
  const article = formatRoute({ name: "read", id }, app.base);
  return (
    <div class="page add-view">
      <h1 tabIndex={-1}>{words.title}</h1>
      {state === "opening" && <p>{words.opening}</p>}
      {state === "missing" && <p>{words.missing}</p>}
      {state === "no-page" && <p>{words.noPage}</p>}
      {state === "failed" && <p role="alert">{words.failed}</p>}
      {typeof state === "object" ? (
        <Mending model={state} article={article} />
      ) : (
        <p>
          <a class="button" href={article}>
            {words.back}
          </a>
        </p>
      )}
    </div>
  );
}

function Mending({ model, article }: { model: RepairModel; article: string }) {
  const { announcer } = useApp();
  const [preview, setPreview] = useState<Block[]>();
  const [problem, setProblem] = useState(false);
  const previewHeading = useRef<HTMLHeadingElement>(null);
  const save = useRef<HTMLAnchorElement>(null);

  const show = async () => {
    setProblem(false);
    try {
      setPreview(await model.blocks());
      requestAnimationFrame(() => previewHeading.current?.focus());
    } catch {
      setProblem(true);
    }
  };
  const keep = async () => {
    setProblem(false);
    try {
      if (!(await model.save())) return;
      announcer.say(words.saved);
      // As a link to it: the article is shown anew, at the place where reading was.
      save.current?.click();
    } catch {
      setProblem(true);
    }
  };
  const begun = () => {
    setPreview(undefined);
    const pieces = model.pieces.peek();
    announcer.say(words.begun(pieces.filter(({ kept }) => kept).length, pieces.length));
  };
  return (
    <>
      <div>
        <p lang={model.lang === "und" ? "" : undefined}>{words.of(model.title)}</p>
        <p class="explained">{words.explained}</p>
      </div>
      <RepairBase model={model} onBegun={begun} />
      <section class="add-section" aria-labelledby="repair-pieces">
        <h2 id="repair-pieces">{words.pieces}</h2>
        <RepairPieces model={model} />
      </section>
      {problem && <p role="alert">{words.nothingLeft}</p>}
      <div class="draft-acts">
        <Button class="primary" label={words.save} onClick={() => void keep()} />
        <Button label={words.preview} onClick={() => void show()} />
        <a ref={save} class="button" href={article}>
          {words.cancel}
        </a>
      </div>
      {preview && (
        <article class="draft-article" aria-labelledby="repair-preview">
          <h2 id="repair-preview" ref={previewHeading} tabIndex={-1}>
            {words.previewTitle}
          </h2>
          <DraftText blocks={preview} lang={model.lang} dir={model.dir} pictures={model.pictures} />
        </article>
      )}
    </>
  );
}
