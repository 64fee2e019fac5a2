import type { ArticleRecord } from "#domain/article.ts";
import { FINISHED } from "#domain/position.ts";
import { minutesLeft } from "#domain/reading-time.ts";
import { formatRoute } from "#domain/route.ts";
import { words } from "../words.ts";
import { languageName } from "../language-name.ts";

interface ArticleCardProps {
  base: string;
  record: ArticleRecord;
  /** How far it has been read, 0 to 1. */
  fraction: number;
  /** Shown apart, above the list. */
  featured?: boolean;
  /** The reader keeps no pictures, so that none is missing. */
  textOnly?: boolean;
}

/** One article: a heading that is its link, and in words what a listener and a viewer both need to choose. */
export function ArticleCard({ base, record, fraction, featured, textOnly }: ArticleCardProps) {
  const started = fraction > 0;
  const percent = Math.min(Math.round(fraction * 100), 100);
  const foreign = ![words.lang, "und"].includes(record.lang.split("-")[0]!);
  const { here, of } = record.pictures ?? { here: 0, of: 0 };
  const own = foreign ? { lang: record.lang } : {};
  return (
    <article class={featured ? "card continue" : "card"} dir={foreign ? record.dir : undefined}>
      <h3 {...own}>
        <a href={formatRoute({ name: "read", id: record.id }, base)} data-article={record.id}>
          {record.title}
        </a>
      </h3>
      {record.summary && !featured && (
        <p class="card-summary" {...own}>
          {record.summary}
        </p>
      )}
      <p class="card-meta">
        {record.site && <span dir="auto">{record.site}</span>}
        {foreign && <span dir="auto">{languageName(record.lang)}</span>}
        <span dir="auto">{timeLeft(record, fraction)}</span>
        {here < of && !(textOnly && here === 0) && <span dir="auto">{words.library.pictures(here, of)}</span>}
        {started && fraction < FINISHED && <span dir="auto">{words.library.percentRead(percent)}</span>}
      </p>
      {started && (
        <div class="progress-line" aria-hidden="true">
          <span ref={(element) => element?.style.setProperty("inline-size", `${percent}%`)} />
        </div>
      )}
    </article>
  );
}

function timeLeft(record: ArticleRecord, fraction: number): string {
  if (fraction >= FINISHED) return words.library.finished;
  if (fraction <= 0) return words.library.minutes(record.minutes);
  return words.library.minutesLeft(minutesLeft(record.minutes, fraction));
}
