import arrowBack from "icon:locate-fixed";
import back from "icon:skip-back";
import close from "icon:x";
import minus from "icon:minus";
import on from "icon:skip-forward";
import pauseIcon from "icon:pause";
import playIcon from "icon:play";
import plus from "icon:plus";
import { stepSetting, STOPS } from "#domain/settings.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { words } from "../words.ts";
import { PlayerMessage } from "./PlayerMessage.tsx";
import { VoicePicker } from "./VoicePicker.tsx";

const labels = words.listen;

/** The read-aloud controls. Nothing here is announced while a voice speaks: the button's name says what it will do. */
export function Player() {
  const { listening } = useApp();
  if (!listening.open.value) return null;
  const active = listening.active.value;
  const ready = listening.ready.value;
  return (
    <section class="player" aria-label={labels.region}>
      <div class="player-inner">
        {!listening.following.value && ready && (
          <div class="back-to-voice">
            <Button icon={arrowBack} label={labels.backToVoice} onClick={listening.backToVoice} />
          </div>
        )}
        <PlayerMessage />
        <div class="player-transport">
          <Button
            class="plain"
            icon={back}
            iconOnly
            mirrored
            label={labels.previous}
            unavailable={!ready}
            onClick={listening.previous}
          />
          <Button
            class="primary"
            icon={active ? pauseIcon : playIcon}
            iconOnly
            label={active ? labels.pause : labels.play}
            unavailable={!ready}
            onClick={listening.toggle}
          />
          <Button
            class="plain"
            icon={on}
            iconOnly
            mirrored
            label={labels.next}
            unavailable={!ready}
            onClick={listening.next}
          />
        </div>
        <Rate />
        <VoicePicker />
        <Button class="plain" icon={close} iconOnly label={labels.close} onClick={listening.close} />
      </div>
    </section>
  );
}

function Rate() {
  const { settings } = useApp();
  const { rate } = settings.settings.value;
  const step = (by: number) => settings.change({ rate: stepSetting("rate", rate, by) });
  const stops = STOPS.rate;
  return (
    <div class="player-rate" role="group" aria-label={labels.rate}>
      <Button class="plain" icon={minus} iconOnly label={labels.slower} unavailable={rate === stops[0]} onClick={() => step(-2)} />
      <output aria-live="polite">{labels.times(rate)}</output>
      <Button class="plain" icon={plus} iconOnly label={labels.faster} unavailable={rate === stops.at(-1)} onClick={() => step(2)} />
    </div>
  );
}
