import { useLayoutEffect, useRef } from "preact/hooks";
import down from "icon:arrow-down";
import grip from "icon:grip-vertical";
import remove from "icon:x";
import up from "icon:arrow-up";
import type { ArticleRecord } from "#domain/article.ts";
import type { QueueModel } from "#state/queue.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { startDrag } from "./drag.ts";
import { queueWords as labels } from "./words.ts";

interface QueueListProps {
  queue: QueueModel;
  /** The last one has been removed, and the focus with it. */
  onEmptied(): void;
}

/** What is read next, in order: moved by buttons, or by dragging its handle. */
export function QueueList({ queue, onEmptied }: QueueListProps) {
  const { announcer } = useApp();
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus belongs once the list has been drawn anew: an element that is moved in the document loses it. */
  const focusRef = useRef<{ id: string; act: string } | null>(null);
  const records = queue.upcoming.value;
  useLayoutEffect(() => {
    const wanted = focusRef.current;
    focusRef.current = null;
    if (!wanted) return;
    list.current?.querySelector<HTMLElement>(`[data-id="${wanted.id}"] .${wanted.act} button`)?.focus();
  });
  const move = (id: string, by: number, act?: string) => {
    if (act) focusRef.current = { id, act };
    queue.move(id, by);
    const place = queue.upcoming.peek().findIndex((record) => record.id === id);
    announcer.say(labels.movedTo(place + 1, records.length));
  };
  const takeOut = ({ id, title }: ArticleRecord, index: number) => {
    const neighbour = records[index + 1] ?? records[index - 1];
    if (neighbour) focusRef.current = { id: neighbour.id, act: "remove" };
    queue.remove(id);
    if (!neighbour) onEmptied();
    announcer.say(labels.removed(title));
  };
  if (records.length === 0) return null;
  return (
    <ol class="queue-list" ref={list}>
      {records.map((record, index) => (
        <li key={record.id} data-id={record.id}>
          <span
            class="queue-handle"
            aria-hidden="true"
            onPointerDown={(event) => startDrag(event, (by) => move(record.id, by))}
          >
            <Icon shapes={grip} />
          </span>
          <p lang={record.lang} dir={record.dir}>
            {record.title}
          </p>
          <span class="queue-acts">
            <Act
              name="up"
              icon={up}
              label={labels.of(labels.moveUp, record.title)}
              unavailable={index === 0}
              onClick={() => move(record.id, -1, "up")}
            />
            <Act
              name="down"
              icon={down}
              label={labels.of(labels.moveDown, record.title)}
              unavailable={index === records.length - 1}
              onClick={() => move(record.id, 1, "down")}
            />
            <Act
              name="remove"
              icon={remove}
              label={labels.of(labels.remove, record.title)}
              onClick={() => takeOut(record, index)}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

interface ActProps {
  name: string;
  icon: typeof up;
  label: string;
  unavailable?: boolean;
  onClick(): void;
}

function Act({ name, ...button }: ActProps) {
  return (
    <span class={name}>
      <Button class="plain" iconOnly {...button} />
    </span>
  );
}
