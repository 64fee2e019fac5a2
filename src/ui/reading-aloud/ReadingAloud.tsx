import type { ComponentChildren } from "preact";
import type { ListeningSession } from "#state/listening-session.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Pace } from "./Pace.tsx";
import { SayItLike } from "./SayItLike.tsx";
import { WhatIsMarked } from "./WhatIsMarked.tsx";
import { WhatIsRead } from "./WhatIsRead.tsx";
import { readingAloudWords as words } from "./words.ts";

interface ReadingAloudProps {
  session: ListeningSession;
  onClose(): void;
}

/** How an article is read aloud, apart from the voice: heard from the next sentence on, painted at once, and kept. */
export function ReadingAloud({ session, onClose }: ReadingAloudProps) {
  const app = useApp();
  const editor = editorOf(app);
  const reset = () => {
    editor.resetSpoken();
    app.announcer.say(words.wasReset);
  };
  const undo = () => {
    editor.undoSpokenReset();
    app.announcer.say(words.undone);
  };
  return (
    <Sheet id="reading-aloud" title={words.title} closeLabel={words.close} onClose={onClose}>
      <div class="settings">
        <Group title={words.pace}>
          <Pace />
        </Group>
        <Group title={words.read}>
          <WhatIsRead />
        </Group>
        <Group title={words.marks}>
          <WhatIsMarked />
        </Group>
        <div class="field-row">
          <Button label={words.reset} onClick={reset} />
          <Button label={words.undo} unavailable={editor.beforeSpokenReset.value === undefined} onClick={undo} />
        </div>
        <p class="explained">{words.kept}</p>
        <Group title={words.sayAs}>
          <SayItLike session={session} />
        </Group>
      </div>
    </Sheet>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="settings-group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
