import { useState } from "preact/hooks";
import type { Feed, FeedProblem } from "#state/feeds-model.ts";
import { problemSentence } from "../adding/problem-words.ts";
import { Switch } from "../parts/Switch.tsx";
import { words as appWords } from "../words.ts";
import { FolderForm } from "./FolderForm.tsx";
import type { Folder } from "./folders.ts";
import { feedsWords as words } from "./words.ts";

const time = new Intl.DateTimeFormat(appWords.lang, { dateStyle: "medium", timeStyle: "short" });

/** Where a feed was, there is something else. */
const NO_FEED: ReadonlySet<FeedProblem> = new Set<FeedProblem>(["wrong-type", "not-an-article"]);

interface FeedItemProps {
  feed: Feed;
  /** All that there are. */
  folders: readonly Folder[];
  onAutomatic(on: boolean): void;
  onMove(folder: Folder): void;
  onUnfollow(): void;
}

/** One feed that is followed, closed until it is looked at. Only then is its inside made, which names all folders: in a long list of feeds that is a longer one each. It stays, with a folder that was chosen and not yet moved to. */
export function FeedItem({ feed, folders, onAutomatic, onMove, onUnfollow }: FeedItemProps) {
  const { title, site, address, automatic, checkedAt, problem } = feed;
  const [wasOpened, setOpened] = useState(false);
  return (
    <li data-feed={address}>
      <details class="way-in" onToggle={() => setOpened(true)}>
        <summary>
          <span dir="auto">{title}</span>
        </summary>
        {wasOpened && (
          <div class="way-in-steps">
            <p class="explained">
              <a href={site ?? address} target="_blank" rel="noreferrer">
                {site ?? address}
              </a>
            </p>
            <p class="explained">{checkedAt ? words.checkedAt(time.format(checkedAt)) : words.notChecked}</p>
            {problem && <p>{words.failed(NO_FEED.has(problem) ? words.noFeed : problemSentence(problem))}</p>}
            <Switch label={words.automatic} checked={automatic} onChange={onAutomatic} />
            <FolderForm feed={feed} folders={folders} onMove={onMove} />
            <div class="arrival-acts">
              <button type="button" class="button" aria-label={words.of(words.unfollow, title)} onClick={onUnfollow}>
                {words.unfollow}
              </button>
            </div>
          </div>
        )}
      </details>
    </li>
  );
}
