import { type ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import close from "icon:x";
import { useApp } from "../app-context.ts";
import { loadPlayer } from "../lazy.ts";
import type { PlayerProps } from "../listening/Player.tsx";
import { Button } from "../parts/Button.tsx";
import { useReading } from "./reading-context.ts";
import { readerWords } from "./words.ts";

/** The place of the player: a word of patience or regret until its part of the app has been fetched. */
export function ListeningPanel() {
  const { announcer } = useApp();
  const { listening } = useReading();
  const [player, setPlayer] = useState<{ Player: ComponentType<PlayerProps> }>();
  const [missing, setMissing] = useState(false);
  const open = listening.open.value;
  const session = listening.session.value;
  const failed = missing || listening.failedToLoad.value;

  const fetchPlayer = useCallback(() => {
    setMissing(false);
    loadPlayer().then(setPlayer, () => setMissing(true));
  }, []);
  useEffect(() => {
    if (open) fetchPlayer();
  }, [open, fetchPlayer]);
  useEffect(() => {
    if (open && failed) announcer.say(readerWords.couldNotLoad);
  }, [announcer, open, failed]);

  if (!open) return null;
  const tryAgain = () => {
    if (!player) fetchPlayer();
    listening.start();
  };
  return (
    <section class="player" aria-label={readerWords.player}>
      <div class="player-inner">
        {session && player ? (
          <player.Player listening={listening} session={session} />
        ) : (
          <p class="player-message">{failed ? readerWords.couldNotLoad : readerWords.preparing}</p>
        )}
        {failed && <Button class="primary" label={readerWords.tryAgain} onClick={tryAgain} />}
        <Button class="plain" icon={close} iconOnly label={readerWords.closePlayer} onClick={listening.close} />
      </div>
    </section>
  );
}
