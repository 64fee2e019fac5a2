import { useEffect, useRef } from "preact/hooks";
import type { Feed, FeedsModel } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { useApp } from "../app-context.ts";
import { Switch } from "../parts/Switch.tsx";
import { words as appWords } from "../words.ts";
import { ListFile } from "./ListFile.tsx";
import { feedsWords as words } from "./words.ts";

const time = new Intl.DateTimeFormat(appWords.lang, { dateStyle: "medium", timeStyle: "short" });

interface FeedListProps {
  model: FeedsModel;
  feeds: readonly Feed[];
  /** Lists of feeds that were among other files; each is to be taken once. */
  given: readonly File[];
  onTaken(): void;
}

/** The feeds that are followed, each closed until it is looked at, and the list of them as a file. */
export function FeedList({ model, feeds, given, onTaken }: FeedListProps) {
  const { announcer } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (given.length > 0) heading.current?.focus();
  }, [given]);
  return (
    <section class="feed-part" aria-labelledby="feed-list">
      <h3 id="feed-list" ref={heading} tabIndex={-1}>
        {words.list}
      </h3>
      {feeds.length === 0 ? (
        <p class="explained">{words.noFeeds}</p>
      ) : (
        <ul class="feed-list">
          {feeds.map((feed) => (
            <FeedItem
              key={feed.address}
              feed={feed}
              onAutomatic={(on) => void model.setAutomatic(feed.address, on)}
              onUnfollow={() => {
                heading.current?.focus();
                void model.unfollow(feed.address).then(() => announcer.say(words.unfollowed(feed.title)));
              }}
            />
          ))}
        </ul>
      )}
      <ListFile model={model} isEmpty={feeds.length === 0} given={given} onTaken={onTaken} />
    </section>
  );
}

interface FeedItemProps {
  feed: Feed;
  onAutomatic(on: boolean): void;
  onUnfollow(): void;
}

function FeedItem({ feed, onAutomatic, onUnfollow }: FeedItemProps) {
  const { title, site, address, automatic, checkedAt, problem } = feed;
  return (
    <li>
      <details class="way-in">
        <summary>
          <span dir="auto">{title}</span>
        </summary>
        <div class="way-in-steps">
          <p class="explained">
            <a href={site ?? address} target="_blank" rel="noreferrer">
              {site ?? address}
            </a>
          </p>
          <p class="explained">{checkedAt ? words.checkedAt(time.format(checkedAt)) : words.notChecked}</p>
          {problem && <p>{words.failed(problem === "wrong-type" ? words.noFeed : problemSentence(problem))}</p>}
          <Switch label={words.automatic} checked={automatic} onChange={onAutomatic} />
          <div class="arrival-acts">
            <button type="button" class="button" aria-label={words.of(words.unfollow, title)} onClick={onUnfollow}>
              {words.unfollow}
            </button>
          </div>
        </div>
      </details>
    </li>
  );
}
