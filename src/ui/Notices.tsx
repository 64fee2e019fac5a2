import { useEffect } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { Button } from "./parts/Button.tsx";
import { Notice } from "./parts/Notice.tsx";
import { words } from "./words.ts";

/** What the reader should know about the app itself: nothing here interrupts, and each can be put away. */
export function Notices() {
  return (
    <>
      <StorageNotice />
      <UpdateNotice />
    </>
  );
}

function StorageNotice() {
  const { problems, announcer } = useApp();
  const reason = problems.storage.value;
  const text = reason && words.storage.problems[reason];
  useEffect(() => {
    if (text) announcer.say(text);
  }, [announcer, text]);
  if (!text) return null;
  const reloads = reason === "blocked" || reason === "newer-version";
  return (
    <Notice label={words.storage.label} text={text}>
      {reloads && <Button label={words.storage.reload} class="primary" onClick={() => location.reload()} />}
      <Button label={words.storage.dismiss} onClick={problems.dismiss} />
    </Notice>
  );
}

function UpdateNotice() {
  const { updates, reading, announcer } = useApp();
  const { incomplete } = updates;
  const speaking = reading.value?.listening.active.value ?? false;
  const busy = speaking || updates.held.value;
  const text = incomplete.value
    ? words.updates.incomplete
    : updates.offered.value
      ? words.updates.ready + (busy ? ` ${words.updates.notYet}` : "")
      : undefined;
  useEffect(() => {
    // Never over the voice: the sentence waits on the screen, and is said when it stops.
    if (text && !speaking && updates.isNews()) announcer.say(text);
  }, [announcer, updates, text, speaking]);
  if (!text) return null;
  if (incomplete.value) {
    return (
      <Notice label={words.updates.label} text={text}>
        <Button label={words.storage.reload} class="primary" onClick={() => location.reload()} />
      </Notice>
    );
  }
  return (
    <Notice label={words.updates.label} text={text}>
      <Button label={words.updates.apply} class="primary" unavailable={busy} onClick={updates.apply} />
      <Button label={words.updates.later} onClick={updates.later} />
    </Notice>
  );
}
