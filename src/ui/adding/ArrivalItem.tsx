import { formatRoute } from "#domain/route.ts";
import type { Arrival } from "#state/adding-model.ts";
import { useApp } from "../app-context.ts";
import { otherWaysHelp, problemSentence } from "./problem-words.ts";
import { addingWords as words } from "./words.ts";

/** What the reader can do with an arrival. */
export type ArrivalAct = "retry" | "keep" | "remove" | "renew" | "both" | "other-ways" | "follow";

interface ArrivalItemProps {
  arrival: Arrival;
  /** Why what was asked for could not be done; empty where nothing is wrong. */
  trouble: string;
  onAct(act: ArrivalAct, arrival: Arrival): void;
}

/** One thing that has come in: what it is, how it stands with it, and what can be done. Nothing of it is a live region but what came of a press. */
export function ArrivalItem({ arrival, trouble, onAct }: ArrivalItemProps) {
  const { name, address, status, problem, known } = arrival;
  const isKnown = known !== undefined && known.length > 0;
  const state = problem && status === "failed" ? problemSentence(problem, address) : stateOf(arrival);
  const act = (what: ArrivalAct, label: string) => (
    <button type="button" class="button" aria-label={words.of(label, name)} onClick={() => onAct(what, arrival)}>
      {label}
    </button>
  );
  return (
    <li class="arrival" data-key={arrival.key}>
      <h3 tabIndex={-1} dir="auto">
        {name}
      </h3>
      {address && address !== name && status !== "done" && (
        <p class="explained" dir="ltr">
          {address}
        </p>
      )}
      {state && <p>{state}</p>}
      <Outcome arrival={arrival} />
      {isKnown && <p>{words.known(known.length, known[0]!.title)}</p>}
      {trouble && <p role="alert">{trouble}</p>}
      <div class="arrival-acts">
        <OpenLink arrival={arrival} />
        {status === "failed" && problem === "feed-list" && act("follow", words.followFeeds)}
        {isKnown && act("renew", words.renew)}
        {isKnown && act("both", words.keepBoth)}
        {otherWaysHelp(arrival) && act("other-ways", words.otherWays)}
        {(status === "failed" || status === "waiting") && mayHelp(arrival) && act("retry", words.tryAgain)}
        {status === "kept" && act("retry", words.getNow)}
        {(status === "failed" || status === "waiting") && act("keep", words.keep)}
        {act("remove", removeLabel(arrival, isKnown))}
      </div>
    </li>
  );
}

/** What is wrong with a file is the same the next time. */
const LASTING: ReadonlySet<Arrival["problem"]> = new Set<Arrival["problem"]>([
  "bomb",
  "damaged",
  "empty",
  "encrypted",
  "feed",
  "feed-list",
  "not-text",
  "protected",
  "scanned",
  "too-deep",
  "too-large",
  "unsupported",
]);

function mayHelp({ problem, way, address }: Arrival): boolean {
  return problem !== undefined && !(way !== "address" && !address && LASTING.has(problem));
}

function removeLabel({ status }: Arrival, isKnown: boolean): string {
  if (isKnown) return words.leave;
  if (status === "done") return words.clear;
  return status === "working" ? words.stop : words.remove;
}

function stateOf({ status, way, address, progress, reading, articles = [], problem }: Arrival): string {
  switch (status) {
    case "waiting":
      if (problem === "offline" || (way === "address" && !navigator.onLine)) return words.waitingOffline;
      return problem ? words.waitingAgain(problemSentence(problem, address)) : words.waiting;
    case "working":
      if (reading) return `${words.working.file} ${words.reading[reading.unit](reading.done, reading.of)}`;
      return progress && progress.of > 1
        ? `${words.working[way]} ${words.progress(progress.done, progress.of)}`
        : words.working[way];
    case "kept":
      return words.kept;
    case "failed":
      return words.problems.failed;
    case "done":
      return articles.length > 1 ? words.doneMany(articles.length) : articles.length === 1 ? words.done : "";
  }
}

/** How whole it is. Of many articles, as a book has chapters, only the sum of it. */
function Outcome({ arrival: { articles = [] } }: { arrival: Arrival }) {
  const doubts = [...new Set(articles.flatMap((article) => article.doubts))];
  const here = articles.reduce((sum, { pictures }) => sum + pictures.here, 0);
  const of = articles.reduce((sum, { pictures }) => sum + pictures.of, 0);
  return (
    <>
      {of > 0 && <p class="explained">{words.pictures(here, of)}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} class="explained">
          {words.doubts[doubt]}
        </p>
      ))}
    </>
  );
}

function OpenLink({ arrival: { name, articles = [], known = [] } }: { arrival: Arrival }) {
  const { base } = useApp();
  const all = articles.length > 0 ? articles : known;
  const [first] = all;
  if (!first) return null;
  const to = (id: string) => formatRoute({ name: "read", id }, base);
  if (all.length === 1)
    return (
      <a class="button" href={to(first.id)} aria-label={words.of(words.open, first.title || name)}>
        {words.open}
      </a>
    );
  return (
    <details class="arrival-articles">
      <summary class="button">{words.allOf(all.length)}</summary>
      <ul class="plain-list">
        {all.map(({ id, title }) => (
          <li key={id}>
            <a href={to(id)} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
