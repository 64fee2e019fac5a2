import { useEffect, useState } from "preact/hooks";
import { feedsOf } from "#state/feeds.ts";
import { useApp } from "../app-context.ts";
import { FeedList } from "./FeedList.tsx";
import { FollowForm } from "./FollowForm.tsx";
import { OfferList } from "./OfferList.tsx";
import "./styles.ts";
import { feedsWords as words } from "./words.ts";

interface FeedsSectionProps {
  /** Lists of feeds that were among other files; each is to be taken once. */
  given: readonly File[];
  onTaken(): void;
}

/** Following feeds: what is new in them, and which ones they are. */
export function FeedsSection({ given, onTaken }: FeedsSectionProps) {
  const app = useApp();
  const model = feedsOf(app);
  const list = model.feeds.value;
  const isKnown = list !== undefined;
  useEffect(() => void model.checkDue(), [model]);
  // The library's line about what feeds offer leads here, and the rest of the view has not been asked for.
  const [wanted] = useState(() => new URL(location.href).searchParams.has("feeds"));
  useEffect(() => {
    if (!wanted || !isKnown) return;
    const heading =
      document.querySelector<HTMLElement>("#feed-offers") ?? document.querySelector<HTMLElement>("#feeds");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start", behavior: "instant" });
  }, [wanted, isKnown]);
  if (!list) return null;
  return (
    <section class="add-section feeds" aria-labelledby="feeds">
      <h2 id="feeds" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="explained">{words.explained}</p>
      <FollowForm model={model} />
      {(list.length > 0 || model.offers.value.length > 0) && <OfferList model={model} />}
      <FeedList model={model} feeds={list} given={given} onTaken={onTaken} />
    </section>
  );
}
