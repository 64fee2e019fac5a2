import type { ComponentChildren } from "preact";
import type { ArticleRecord } from "#domain/article.ts";
import { en } from "#i18n/en.ts";
import { ArticleCard } from "#ui/library/ArticleCard.tsx";
import { Mark } from "#ui/parts/Mark.tsx";

interface PageProps {
  base: string;
  children: ComponentChildren;
}

/** A page of the app as it is where scripts are switched off. */
export function WithoutScripts({ base, children }: PageProps) {
  return (
    <>
      <header class="bar library-bar">
        <a class="brand" href={base}>
          <Mark />
          {en.appName}
        </a>
      </header>
      {children}
    </>
  );
}

/** The library, of which every link leads to a page that reads in full. */
export function PrintedLibrary({ base, records }: { base: string; records: readonly ArticleRecord[] }) {
  return (
    <div class="page">
      <h1>{en.library.title}</h1>
      <p>{en.library.withoutScripts}</p>
      <section class="library-section" aria-labelledby="articles">
        <h2 id="articles">{en.library.articles}</h2>
        <ul class="article-list">
          {records.map((record) => (
            <li key={record.id}>
              <ArticleCard base={base} record={record} fraction={0} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
