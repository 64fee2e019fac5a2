import { useEffect } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { words } from "../words.ts";
import type { ListeningMessage } from "#state/listening.ts";

const labels = words.listen;

/** What keeps the voice from speaking, and what can be done. Said once, because then no voice is speaking. */
export function PlayerMessage() {
  const { listening, announcer } = useApp();
  const message = listening.message.value;
  const text = message && textOf(message);
  useEffect(() => {
    if (text) announcer.say(text);
  }, [text]);
  if (!message || !text) return null;
  const retry = message.kind === "no-voices" || message.kind === "no-voice" || message.kind === "not-loaded";
  return (
    <div class="player-message">
      <p>{text}</p>
      {retry && <Button class="primary" label={labels.tryAgain} onClick={listening.start} />}
    </div>
  );
}

function textOf(message: ListeningMessage): string {
  switch (message.kind) {
    case "preparing":
      return labels.preparing;
    case "not-loaded":
      return labels.couldNotLoad;
    case "no-voices":
      return labels.noVoices;
    case "no-voice":
      return labels.noVoiceFor(languageName(message.lang));
    case "skipped-language":
      return labels.skippedLanguage(languageName(message.lang));
    case "finished":
      return labels.finished;
    case "blocked":
      return labels.blocked;
    case "voice-lost":
      return labels.voiceLost;
    case "silent":
      return labels.silent;
    case "failed":
      return labels.failed;
    case "stopped-in-background":
      return labels.stoppedInBackground;
  }
}
