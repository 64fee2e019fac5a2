import { useEffect } from "preact/hooks";
import arrowBack from "icon:locate-fixed";
import back from "icon:skip-back";
import minus from "icon:minus";
import on from "icon:skip-forward";
import pauseIcon from "icon:pause";
import playIcon from "icon:play";
import plus from "icon:plus";
import { stepSetting, STOPS } from "#domain/settings.ts";
import type { ListeningSession } from "#state/listening-session.ts";
import type { ListeningModel } from "#state/listening.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { PlayerMessage } from "./PlayerMessage.tsx";
import { startReadAlong } from "./read-along.ts";
import { VoicePicker } from "./VoicePicker.tsx";
import { listeningWords as labels } from "./words.ts";

export interface PlayerProps {
  listening: ListeningModel;
  session: ListeningSession;
}

/** The read-aloud controls. Nothing here is announced while a voice speaks: the button's name says what it will do. */
export function Player({ listening, session }: PlayerProps) {
  const active = session.active.value;
  useEffect(() => startReadAlong(listening), [listening]);
  if (!session.ready.value) return <PlayerMessage session={session} />;
  return (
    <>
      {!listening.following.value && (
        <div class="back-to-voice">
          <Button icon={arrowBack} label={labels.backToVoice} onClick={listening.backToVoice} />
        </div>
      )}
      <PlayerMessage session={session} />
      <div class="player-transport">
        <Button class="plain" icon={back} iconOnly mirrored label={labels.previous} onClick={session.previous} />
        <Button
          class="primary"
          icon={active ? pauseIcon : playIcon}
          iconOnly
          label={active ? labels.pause : labels.play}
          onClick={session.toggle}
        />
        <Button class="plain" icon={on} iconOnly mirrored label={labels.next} onClick={session.next} />
      </div>
      <Rate />
      <VoicePicker session={session} />
    </>
  );
}

function Rate() {
  const app = useApp();
  const { announcer } = app;
  const settings = editorOf(app);
  const { rate } = settings.settings.value;
  const step = (by: number) => {
    const next = stepSetting("rate", rate, by);
    settings.change({ rate: next });
    announcer.say(labels.times(next));
  };
  const stops = STOPS.rate;
  return (
    <div class="player-rate" role="group" aria-label={labels.rate}>
      <Button
        class="plain"
        icon={minus}
        iconOnly
        label={labels.slower}
        unavailable={rate === stops[0]}
        onClick={() => step(-2)}
      />
      {/* No live region of its own: some screen readers say what is in one when it appears. */}
      <span class="player-rate-value">{labels.times(rate)}</span>
      <Button
        class="plain"
        icon={plus}
        iconOnly
        label={labels.faster}
        unavailable={rate === stops.at(-1)}
        onClick={() => step(2)}
      />
    </div>
  );
}
