import type { ComponentChild } from "preact";
import type { ArticleRecord } from "#domain/article.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { words } from "../words.ts";
import { ArticleCard } from "./ArticleCard.tsx";
import { InstallHint } from "./InstallHint.tsx";

/** The articles on this device, with the one under way on top. */
export function LibraryView() {
  const { base, library, settings, news } = useApp();
  const records = library.records.value;
  const unfinished = library.unfinished.value;
  const card = (record: ArticleRecord, featured = false) => {
    const fraction = library.positions.value.get(record.id)?.fraction ?? 0;
    const textOnly = settings.chosen.value.pictures === "none";
    return <ArticleCard base={base} record={record} fraction={fraction} featured={featured} textOnly={textOnly} />;
  };
  return (
    <div class="page">
      <h1 tabIndex={-1}>{words.library.title}</h1>
      {news.value as ComponentChild}
      {records.length === 0 ? (
        library.status.value === "loading" ? (
          <p>{words.library.loading}</p>
        ) : (
          <EmptyLibrary base={base} />
        )
      ) : (
        <>
          {unfinished && (
            <section class="library-section" aria-labelledby="continue">
              <h2 id="continue">{words.library.continueReading}</h2>
              {card(unfinished, true)}
            </section>
          )}
          <section class="library-section" aria-labelledby="articles">
            <h2 id="articles">{words.library.articles}</h2>
            <ul class="article-list">
              {records.map((record) => (
                <li key={record.id}>{card(record)}</li>
              ))}
            </ul>
          </section>
          <InstallHint />
        </>
      )}
    </div>
  );
}

function EmptyLibrary({ base }: { base: string }) {
  return (
    <div class="message">
      <h2>{words.library.emptyTitle}</h2>
      <p>{words.library.empty}</p>
      <div class="bar-actions">
        <a class="button primary" href={`${base}add`}>
          {words.library.add}
        </a>
        <Button label={words.library.reload} onClick={() => location.reload()} />
      </div>
    </div>
  );
}
