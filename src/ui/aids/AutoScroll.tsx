import type { ReadonlySignal } from "@preact/signals";
import close from "icon:x";
import minus from "icon:minus";
import pause from "icon:pause";
import play from "icon:play";
import plus from "icon:plus";
import { stepSetting, STOPS } from "#domain/settings.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { aidsWords as labels } from "./words.ts";

interface AutoScrollProps {
  running: ReadonlySignal<boolean>;
  onToggle(): void;
  onStop(): void;
}

/** Pause, pace and end of automatic scrolling, over the foot of the text. */
export function AutoScroll({ running, onToggle, onStop }: AutoScrollProps) {
  const app = useApp();
  const editor = editorOf(app);
  const { autoScroll } = editor.settings.value;
  const stops = STOPS.autoScroll;
  const step = (by: number) => {
    const next = stepSetting("autoScroll", autoScroll, by);
    editor.change({ autoScroll: next });
    app.announcer.say(labels.wordsAMinute(next));
  };
  return (
    <section class="auto-scroll" aria-label={labels.autoScroll}>
      <Button
        class="primary"
        icon={running.value ? pause : play}
        iconOnly
        label={running.value ? labels.pause : labels.resume}
        onClick={onToggle}
      />
      <Button
        class="plain"
        icon={minus}
        iconOnly
        label={labels.slower}
        unavailable={autoScroll === stops[0]}
        onClick={() => step(-1)}
      />
      <span class="auto-scroll-speed">{labels.wordsAMinute(autoScroll)}</span>
      <Button
        class="plain"
        icon={plus}
        iconOnly
        label={labels.faster}
        unavailable={autoScroll === stops.at(-1)}
        onClick={() => step(1)}
      />
      <Button class="plain" icon={close} iconOnly label={labels.stop} onClick={onStop} />
    </section>
  );
}
