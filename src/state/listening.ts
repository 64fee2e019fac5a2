import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { SpokenWords } from "#domain/utterances.ts";
import { loadListeningSession, loadReadAloud } from "./lazy.ts";
import type { ListeningSession } from "./listening-session.ts";
import type { ReaderModel } from "./reader.ts";
import type { EditorParts } from "./settings-editor.ts";

export interface ListeningModel {
  /** The player is on screen. */
  open: ReadonlySignal<boolean>;
  /** What reads aloud could not be fetched. */
  failedToLoad: ReadonlySignal<boolean>;
  /** The article with its voice; undefined until the player has been opened and fetched. */
  session: ReadonlySignal<ListeningSession | undefined>;
  /** A voice speaks, or is about to. */
  active: ReadonlySignal<boolean>;
  /** Whether the page follows the voice; written by what does the following. */
  following: Signal<boolean>;
  /** Counts the wishes to be brought back to the voice. */
  returning: ReadonlySignal<number>;
  /** Fetches what reading aloud needs, so that the press that starts it can start it: iOS wants the two in one. */
  warmUp(): void;
  /** Opens the player and reads from the reading position; where it is open, tries again. */
  start(): void;
  /** Opens the player, silent. */
  prepare(): void;
  pause(): void;
  close(): void;
  backToVoice(): void;
  /** Calls back once no voice speaks: at once, or when it has been paused or has ended. */
  whenQuiet(work: () => void): void;
}

/**
 * iOS lets a page speak only once it has spoken within a press. Where the code is still on its way when the press comes, saying
 * nothing within it counts. `speech/README.md` tells where that is known from.
 */
function unlockVoices(): void {
  if ("speechSynthesis" in window) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
}

export function createListening(reader: ReaderModel, app: EditorParts, words: SpokenWords): ListeningModel {
  const open = signal(false);
  const failedToLoad = signal(false);
  const session = signal<ListeningSession | undefined>(undefined);
  const following = signal(true);
  const returning = signal(0);
  const active = computed(() => session.value?.active.value ?? false);
  /** Makes a session at once, when its code is here. */
  let take: (() => ListeningSession | undefined) | undefined;
  /** Counts openings: what was loading for one that has been closed is dropped. */
  let opening = 0;

  async function load(): Promise<void> {
    const [{ createListeningSession }, speech] = await Promise.all([loadListeningSession(), loadReadAloud()]);
    take = () => createListeningSession(speech, reader, app, words);
  }

  function openSession(then: (session: ListeningSession) => void): void {
    open.value = true;
    failedToLoad.value = false;
    const go = () => {
      session.value ??= take?.();
      if (session.value) then(session.value);
    };
    if (take) return go();
    unlockVoices();
    const mine = ++opening;
    load().then(
      () => mine === opening && go(),
      () => mine === opening && (failedToLoad.value = true),
    );
  }

  return {
    open,
    failedToLoad,
    session,
    active,
    following,
    returning,
    warmUp: () => void load().catch(() => {}),
    start: () => openSession((made) => made.play()),
    prepare: () => openSession(() => {}),
    pause: () => session.peek()?.pause(),
    close() {
      opening++;
      session.peek()?.dispose();
      session.value = undefined;
      open.value = false;
      failedToLoad.value = false;
      following.value = true;
    },
    backToVoice: () => returning.value++,
    whenQuiet(work) {
      if (!active.peek()) return work();
      let done = false;
      const stop = effect(() => {
        if (active.value || done) return;
        done = true;
        queueMicrotask(() => {
          stop();
          work();
        });
      });
    },
  };
}
