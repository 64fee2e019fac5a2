import { useEffect, useRef, useState } from "preact/hooks";
import back from "icon:rotate-ccw";
import backParagraph from "icon:chevrons-left";
import keyboard from "icon:keyboard";
import on from "icon:rotate-cw";
import onParagraph from "icon:chevrons-right";
import save from "icon:file-down";
import stop from "icon:square";
import type { ListeningTransport } from "#state/listening-session.ts";
import { useApp } from "../app-context.ts";
import { loadSavingAudio } from "./lazy.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useSheet } from "../parts/use-sheet.ts";
import { KeysSheet } from "./KeysSheet.tsx";
import { QueueButton } from "./QueueButton.tsx";
import type { PlayerAct } from "./player-acts.ts";
import { Scrubber } from "./Scrubber.tsx";
import { SleepChoice } from "./SleepTimer.tsx";
import { listeningWords as labels } from "./words.ts";

interface MorePartProps {
  id: string;
  transport: ListeningTransport;
  act(what: PlayerAct): void;
  onSeek(index: number): void;
}

/** What the player keeps at hand without showing it all the time. */
export function MorePart({ id, transport, act, onSeek }: MorePartProps) {
  const [keys, setKeys] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  // Where large letters fill the player it would open below its edge, and the press seem to do nothing. No further than that: Play stays.
  useEffect(() => part.current?.firstElementChild?.scrollIntoView({ block: "nearest" }), []);
  const app = useApp();
  const saving = useSheet(async () => {
    const { SavingAudio } = await loadSavingAudio();
    const { id: article } = app.reading.peek()!.reader.open.peek()!.article.record;
    return ({ onClose }) => <SavingAudio id={article} onClose={onClose} />;
  });
  return (
    <>
      <div id={id} ref={part} class="player-more">
        <Scrubber transport={transport} onSeek={onSeek} />
        <div class="player-steps" role="group" aria-label={labels.steps}>
          <Button
            class="plain"
            icon={backParagraph}
            iconOnly
            mirrored
            label={labels.previousParagraph}
            onClick={() => act("previousParagraph")}
          />
          <Skip icon={back} name={labels.skipBack} onClick={() => act("skipBack")} />
          <Button class="plain" icon={stop} iconOnly label={labels.stop} onClick={transport.stop} />
          <Skip icon={on} name={labels.skipOn} onClick={() => act("skipOn")} />
          <Button
            class="plain"
            icon={onParagraph}
            iconOnly
            mirrored
            label={labels.nextParagraph}
            onClick={() => act("nextParagraph")}
          />
        </div>
        <div class="player-choice">
          <SleepChoice transport={transport} />
          <QueueButton labelled />
          <Button class="plain" icon={keyboard} label={labels.keys} hasPopup="dialog" onClick={() => setKeys(true)} />
          <Button class="plain" icon={save} label={labels.saveAudio} hasPopup="dialog" onClick={saving.open} />
        </div>
      </div>
      {keys && <KeysSheet onClose={() => setKeys(false)} />}
      {saving.sheet}
    </>
  );
}

/** The way is in the arrow, the distance beside it, both in the name. */
function Skip({ icon, name, onClick }: { icon: typeof back; name: string; onClick(): void }) {
  return (
    <button type="button" class="button plain" aria-label={name} title={name} onClick={onClick}>
      <Icon shapes={icon} />
      <span>{labels.seconds}</span>
    </button>
  );
}
