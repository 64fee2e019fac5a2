import { useEffect, useRef } from "preact/hooks";
import { feedsOf } from "#state/feeds.ts";
import { useApp } from "../app-context.ts";
import { FeedList } from "./FeedList.tsx";
import { FollowForm } from "./FollowForm.tsx";
import { OfferList } from "./OfferList.tsx";
import "./styles.ts";
import { feedsWords as words } from "./words.ts";

/** Milliseconds after which feeds are looked at again when this view is opened. */
const FRESH = 30 * 60_000;

/** Following feeds: what is new in them, and which ones they are. */
export function FeedsSection() {
  const app = useApp();
  const model = feedsOf(app);
  const list = model.feeds.value;
  const isKnown = list !== undefined;
  const checkedRef = useRef(false);
  useEffect(() => {
    if (!isKnown || checkedRef.current) return;
    checkedRef.current = true;
    void model.check(Date.now() - FRESH);
  }, [isKnown, model]);
  if (!list) return null;
  return (
    <section class="add-section feeds" aria-labelledby="feeds">
      <h2 id="feeds" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="explained">{words.explained}</p>
      <FollowForm model={model} />
      {(list.length > 0 || model.offers.value.length > 0) && <OfferList model={model} />}
      <FeedList model={model} feeds={list} />
    </section>
  );
}
