import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Feed, FeedsModel } from "#state/feeds-model.ts";
import { useApp } from "../app-context.ts";
import { FeedItem } from "./FeedItem.tsx";
import { byFolder, type Folder, keyOf } from "./folders.ts";
import { ListFile } from "./ListFile.tsx";
import { feedsWords as words } from "./words.ts";

interface FeedListProps {
  model: FeedsModel;
  feeds: readonly Feed[];
  /** Lists of feeds that were among other files; each is to be taken once. */
  given: readonly File[];
  onTaken(): void;
}

/** The feeds that are followed, by the folders they are in, and the list of them as a file. */
export function FeedList({ model, feeds, given, onTaken }: FeedListProps) {
  const { announcer } = useApp();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (given.length > 0) heading.current?.focus();
  }, [given]);

  /** The address of the feed that is being moved: its place in the list takes the focus along. */
  const movedRef = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const moved = movedRef.current;
    if (moved === undefined || !document.activeElement?.matches("body")) return;
    movedRef.current = undefined;
    const items = [...(section.current?.querySelectorAll<HTMLElement>("[data-feed]") ?? [])];
    items
      .find(({ dataset }) => dataset["feed"] === moved)
      ?.querySelector("summary")
      ?.focus();
  });
  const move = async ({ address, title, folder: from }: Feed, folder: Folder) => {
    movedRef.current = keyOf(from) === keyOf(folder) ? undefined : address;
    if (await model.moveTo(address, folder))
      announcer.say(folder.length > 0 ? words.moved(title, words.folderName(folder)) : words.movedOut(title));
    else movedRef.current = undefined;
  };
  const unfollow = async ({ address, title }: Feed) => {
    heading.current?.focus();
    announcer.say((await model.unfollow(address)) ? words.unfollowed(title) : words.notUnfollowed(title));
  };
  const groups = byFolder(feeds);
  const folders = groups.map(({ folder }) => folder).filter(({ length }) => length > 0);
  return (
    <section ref={section} class="feed-part" aria-labelledby="feed-list">
      <h3 id="feed-list" ref={heading} tabIndex={-1}>
        {words.list}
      </h3>
      {feeds.length === 0 && <p class="explained">{words.noFeeds}</p>}
      {groups.map(({ folder, feeds: inside }) => (
        <Fragment key={keyOf(folder)}>
          {folder.length > 0 && (
            <h4 class="feed-folder" dir="auto">
              {words.folderName(folder)}
            </h4>
          )}
          <ul class="feed-list">
            {inside.map((feed) => (
              <FeedItem
                key={feed.address}
                feed={feed}
                folders={folders}
                onAutomatic={(on) => void model.setAutomatic(feed.address, on)}
                onMove={(to) => void move(feed, to)}
                onUnfollow={() => void unfollow(feed)}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      <ListFile model={model} isEmpty={feeds.length === 0} given={given} onTaken={onTaken} />
    </section>
  );
}
