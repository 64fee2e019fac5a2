import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import close from "icon:x";
import pauseIcon from "icon:pause";
import playIcon from "icon:play";
import { formatRoute } from "#domain/route.ts";
import type { App } from "#state/app.ts";
import type { ListeningModel } from "#state/listening.ts";
import type { ListeningSession } from "#state/listening-session.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { loadReadingAids } from "../lazy.ts";
import { Button } from "../parts/Button.tsx";
import { startCardButtons } from "../queue/card-buttons.tsx";
import { playerActs } from "./player-acts.ts";
import { listenForKeys, listenForPause } from "./player-keys.ts";
import { pauseByKey } from "./pause-by-key.ts";
import { PlayerMessage } from "./PlayerMessage.tsx";
import { QueueButton } from "./QueueButton.tsx";
import { rescueFocus } from "./rescue-focus.ts";
import "./styles.ts";
import { listeningWords as labels } from "./words.ts";

export interface MiniPlayerProps {
  listening: ListeningModel;
}

/** At the foot of every page but that of the article which is read aloud. It neither speaks nor takes the focus. */
export function MiniPlayer({ listening }: MiniPlayerProps) {
  const app = useApp();
  const { base, reading } = app;
  const opened = listening.heard.value;
  const session = listening.session.value;
  useEffect(() => {
    const open = app.reading.peek();
    if (open) startCardButtons(app, open);
    if (app.settings.chosen.peek().keepAwake)
      loadReadingAids().then(
        ({ attendReading }) => attendReading(app),
        () => {},
      );
  }, [app]);
  if (!opened) return null;
  const { id, title, lang, dir } = opened.article.record;
  const stop = () => {
    listening.close();
    // In an article the reader's part of the app sees to it: `kept-focus.ts`.
    if (!reading.peek()?.reader.open.peek()) rescueFocus();
  };
  return (
    <section class="player" aria-label={labels.mini}>
      <div class="player-inner mini-player">
        <a class="mini-title" href={formatRoute({ name: "read", id }, base)} lang={lang} dir={dir} title={title}>
          {title}
        </a>
        {!session && !listening.wanted.value && (
          <Button class="primary" icon={playIcon} iconOnly label={labels.play} onClick={listening.resume} />
        )}
        {session && <PlayPause key={id} listening={listening} session={session} />}
        <QueueButton />
        <Button class="plain" icon={close} iconOnly label={labels.closeMini} onClick={stop} />
        {session ? (
          <PlayerMessage session={session} />
        ) : (
          listening.wanted.value && (
            <p class="mini-message">{listening.failedToLoad.value ? labels.couldNotLoad : labels.preparing}</p>
          )
        )}
      </div>
    </section>
  );
}

function PlayPause({ listening, session }: MiniPlayerProps & { session: ListeningSession }) {
  const app = useApp();
  const act = useMemo(() => playerActs(app, listening, session), [app, listening, session]);
  useEffect(() => listenForKeys(() => editorOf(app).settings.peek(), act), [app, act]);
  useEffect(
    () =>
      listenForPause(
        () => app.settings.chosen.peek().articleKeys,
        () => app.reading.peek()?.reader.open.peek() !== undefined,
        () => pauseByKey(app, session),
      ),
    [app, session],
  );
  useEffect(() => keepLibraryTrue(app, session), [app, session]);
  const active = session.active.value;
  return (
    <Button
      class="primary"
      icon={active ? pauseIcon : playIcon}
      iconOnly
      label={active ? labels.pause : labels.play}
      unavailable={!session.ready.value}
      onClick={session.toggle}
    />
  );
}

/**
 * The library shows how far the voice has come. What is being looked at through the focus is left as it is: "Continue reading" may
 * be about another article then.
 */
function keepLibraryTrue({ library }: App, session: ListeningSession): () => void {
  return effect(() => {
    const place = session.place.value;
    if (document.activeElement?.closest("[aria-labelledby='continue']")) return;
    library.positions.value = new Map(library.positions.peek()).set(place.id, place);
  });
}
