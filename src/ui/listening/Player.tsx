import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo, useState } from "preact/hooks";
import arrowBack from "icon:locate-fixed";
import back from "icon:skip-back";
import ellipsis from "icon:ellipsis";
import on from "icon:skip-forward";
import pauseIcon from "icon:pause";
import playIcon from "icon:play";
import type { ListeningSession } from "#state/listening-session.ts";
import type { ListeningModel } from "#state/listening.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { listenForTaps } from "./from-tap.ts";
import { MorePart } from "./MorePart.tsx";
import { playerActs } from "./player-acts.ts";
import { listenForKeys } from "./player-keys.ts";
import { PlayerMessage } from "./PlayerMessage.tsx";
import { Rate } from "./Rate.tsx";
import { startReadAlong } from "./read-along.ts";
import { SleepLeft } from "./SleepTimer.tsx";
import { ReadingAloudButton } from "./ReadingAloudButton.tsx";
import "./styles.ts";
import { VoicePicker } from "./VoicePicker.tsx";
import { listeningWords as labels } from "./words.ts";

export interface PlayerProps {
  listening: ListeningModel;
  session: ListeningSession;
  /** The button that closes it: the last of those that are always there. */
  children?: ComponentChildren;
}

/** The read-aloud controls. Nothing here is announced while a voice speaks: the button's name says what it will do. */
export function Player({ listening, session, children }: PlayerProps) {
  const app = useApp();
  const id = useId();
  const [more, setMore] = useState(false);
  const act = useMemo(() => playerActs(app, listening, session), [app, listening, session]);
  const active = session.active.value;
  useEffect(() => startReadAlong(listening, editorOf(app).settings), [app, listening]);
  useEffect(() => listenForKeys(() => editorOf(app).settings.peek(), act), [app, act]);
  useEffect(() => {
    const article = document.getElementById("article");
    if (!article) return;
    return listenForTaps(article, (position) => {
      if (!listening.open.peek()) return false;
      // Notes are not read aloud.
      if (app.reading.peek()?.reader.open.peek()?.leaves[position.block]?.inNote) return false;
      listening.startAt(position);
      return true;
    });
  }, [app, listening]);
  if (!session.ready.value)
    return (
      <>
        <PlayerMessage session={session} />
        <ReadingAloudButton session={session} />
        {children}
      </>
    );
  const seek = (index: number) => {
    session.transport.seek(index);
    if (!listening.following.peek()) listening.backToVoice();
  };
  return (
    <>
      {!listening.following.value && (
        <div class="back-to-voice">
          <Button icon={arrowBack} label={labels.backToVoice} onClick={listening.backToVoice} />
        </div>
      )}
      <PlayerMessage session={session} />
      <div class="player-transport">
        <Button class="plain" icon={back} iconOnly mirrored label={labels.previous} onClick={() => act("previous")} />
        <Button
          class="primary"
          icon={active ? pauseIcon : playIcon}
          iconOnly
          label={active ? labels.pause : labels.play}
          onClick={session.toggle}
        />
        <Button class="plain" icon={on} iconOnly mirrored label={labels.next} onClick={() => act("next")} />
      </div>
      <Rate act={act} />
      <VoicePicker session={session} />
      <ReadingAloudButton session={session} />
      <button
        type="button"
        class="button square plain"
        aria-label={labels.more}
        title={labels.more}
        aria-expanded={more}
        aria-controls={more ? id : undefined}
        onClick={() => setMore(!more)}
      >
        <Icon shapes={ellipsis} />
      </button>
      {children}
      <SleepLeft transport={session.transport} />
      {more && <MorePart id={id} transport={session.transport} act={act} onSeek={seek} />}
    </>
  );
}
