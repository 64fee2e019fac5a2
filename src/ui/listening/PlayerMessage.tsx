import { useEffect } from "preact/hooks";
import type { ListeningMessage, ListeningSession } from "#state/listening-session.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { Button } from "../parts/Button.tsx";
import { listeningWords as labels } from "./words.ts";

/** What keeps the voice from speaking, and what can be done about it. */
export function PlayerMessage({ session }: { session: ListeningSession }) {
  const { announcer } = useApp();
  const message = session.message.value;
  const text = message && textOf(message);
  useEffect(() => {
    // Never over the voice: what is told while it goes on waits on the screen.
    if (text && !session.active.peek()) announcer.say(text);
  }, [announcer, session, text]);
  if (!message || !text) return null;
  const retry = message.kind === "no-voices" || message.kind === "no-voice";
  return (
    <div class="player-message">
      <p>{text}</p>
      {message.kind === "only-online-voice" && (
        <Button class="primary" label={labels.useOnlineVoice} onClick={session.allowOnlineVoices} />
      )}
      {retry && <Button class="primary" label={labels.tryAgain} onClick={session.play} />}
    </div>
  );
}

function textOf(message: ListeningMessage): string {
  switch (message.kind) {
    case "no-voices":
      return labels.noVoices;
    case "no-voice":
      return labels.noVoiceFor(spokenLanguage(message.lang));
    case "skipped-language":
      return labels.skippedLanguage(spokenLanguage(message.lang));
    case "seeking-voice":
      return labels.seekingVoice;
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
    case "voice-changed":
      return labels.voiceChanged;
    case "only-online-voice":
      return labels.onlyOnlineVoice(spokenLanguage(message.lang));
    case "no-text":
      return labels.noText;
    case "interrupted":
      return labels.interrupted;
    case "stopped-in-background":
      return labels.stoppedInBackground;
  }
}

/** Without its region: a voice of any would do. */
function spokenLanguage(tag: string): string {
  return languageName(tag.split("-", 1)[0] ?? tag);
}
