import { useEffect, useMemo, useRef } from "preact/hooks";
import playIcon from "icon:play";
import type { ArticleRecord } from "#domain/article.ts";
import { createQueue } from "#state/queue.ts";
import { useApp } from "../app-context.ts";
import "../listening/styles.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Switch } from "../parts/Switch.tsx";
import { drawPlayer } from "../reader/draw-player.tsx";
import { takeReading } from "../reader/ReaderView.tsx";
import { startCardButtons } from "./card-buttons.tsx";
import { QueueList } from "./QueueList.tsx";
import { queueWords as labels } from "./words.ts";

/** What is read aloud now and next, in an order that can be changed, and what else there is to listen to. */
export function QueueSheet({ onClose }: { onClose(): void }) {
  const app = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const reading = takeReading(app);
  const queue = useMemo(() => createQueue(app, reading), [app, reading]);
  // A page that was opened at an article has not read the library yet; one that has read no article has no player.
  useEffect(() => {
    drawPlayer(app, reading);
    startCardButtons(app, reading);
    if (app.library.records.peek().length === 0) void app.library.load();
  }, [app, reading]);
  const heard = queue.heard.value;
  const upcoming = queue.upcoming.value;
  const unread = queue.unread.value;
  const clear = () => {
    queue.clear();
    heading.current?.focus();
    app.announcer.say(labels.cleared);
  };
  return (
    <Sheet id="queue" title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <div class="queue">
        <section aria-labelledby="queue-next">
          <h3 id="queue-next" ref={heading} tabIndex={-1}>
            {labels.upNext}
          </h3>
          {heard && <p>{labels.now(heard.title)}</p>}
          <p>{upcoming.length > 0 ? labels.waiting(upcoming.length) : labels.nothingNext}</p>
          <QueueList queue={queue} onEmptied={() => heading.current?.focus()} />
          {upcoming.length > 0 && (
            <div class="queue-actions">
              {!heard && <Button class="primary" icon={playIcon} label={labels.play} onClick={() => queue.play()} />}
              <Button label={labels.clear} onClick={clear} />
            </div>
          )}
          <Switch
            label={labels.markHeard}
            explained={labels.markHeardExplained}
            checked={queue.markHeard.value}
            onChange={queue.setMarkHeard}
          />
        </section>
        <section aria-labelledby="queue-unread">
          <h3 id="queue-unread">{labels.unread}</h3>
          {unread.length > 0 ? (
            <>
              <Button class="primary" label={labels.listenToAll} onClick={queue.listenToAll} />
              <ul class="queue-list">
                {unread.map((record) => (
                  <Unread
                    key={record.id}
                    record={record}
                    isNext={upcoming[0]?.id === record.id}
                    onNext={() => queue.listenNext(record.id)}
                  />
                ))}
              </ul>
            </>
          ) : (
            <p>{labels.allRead}</p>
          )}
        </section>
      </div>
    </Sheet>
  );
}

/** Its button stays, and with it the focus, when the article has come into the queue. */
function Unread({ record, isNext, onNext }: { record: ArticleRecord; isNext: boolean; onNext(): void }) {
  const label = isNext ? labels.isNext : labels.listenNext;
  return (
    <li>
      <p lang={record.lang} dir={record.dir}>
        {record.title}
      </p>
      <button
        type="button"
        class="button plain"
        aria-label={labels.of(label, record.title)}
        aria-disabled={isNext ? "true" : undefined}
        onClick={isNext ? undefined : onNext}
      >
        {label}
      </button>
    </li>
  );
}
