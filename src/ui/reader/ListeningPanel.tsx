import { type ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import close from "icon:x";
import { useApp } from "../app-context.ts";
import { loadFromSelection, loadMiniPlayer, loadPlayer } from "../lazy.ts";
import type { FromSelectionProps } from "../listening/FromSelection.tsx";
import type { MiniPlayerProps } from "../listening/MiniPlayer.tsx";
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

  if (!open)
    return (
      <>
        <SelectionPart />
        {listening.heard.value && <MiniPart />}
      </>
    );
  const tryAgain = () => {
    if (!player) fetchPlayer();
    listening.start();
  };
  const closing = (
    <Button class="plain" icon={close} iconOnly label={readerWords.closePlayer} onClick={listening.close} />
  );
  return (
    <>
      <SelectionPart />
      <section class="player" aria-label={readerWords.player}>
        <div class="player-inner">
          {session && player ? (
            <player.Player listening={listening} session={session}>
              {closing}
            </player.Player>
          ) : (
            <>
              <p class="player-message">{failed ? readerWords.couldNotLoad : readerWords.preparing}</p>
              {failed && <Button class="primary" label={readerWords.tryAgain} onClick={tryAgain} />}
              {closing}
            </>
          )}
        </div>
      </section>
    </>
  );
}

/** The small player, for what is read aloud without being on screen. */
function MiniPart() {
  const { listening } = useReading();
  const [part, setPart] = useState<{ MiniPlayer: ComponentType<MiniPlayerProps> }>();
  useEffect(() => void loadMiniPlayer().then(setPart, () => {}), []);
  return part ? <part.MiniPlayer listening={listening} /> : null;
}

/** "Listen from here" for selected text: fetched when text is first selected. */
function SelectionPart() {
  const { listening } = useReading();
  const [part, setPart] = useState<{ FromSelection: ComponentType<FromSelectionProps> }>();
  useEffect(() => {
    const end = new AbortController();
    const look = () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !selection.anchorNode?.parentElement?.closest("#article")) return;
      end.abort();
      loadFromSelection().then(setPart, () => {});
    };
    document.addEventListener("selectionchange", look, { signal: end.signal });
    return () => end.abort();
  }, []);
  return part ? <part.FromSelection listening={listening} /> : null;
}
