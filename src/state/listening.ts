import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Position } from "#domain/position.ts";
import type { SpokenWords } from "#domain/utterances.ts";
import { loadGoingOn, loadListeningSession, loadReadAloud } from "./lazy.ts";
import type { ListeningSession } from "./listening-session.ts";
import type { OpenArticle, ReaderModel } from "./reader.ts";
import { isSameText } from "./same-text.ts";
import type { EditorParts } from "./settings-editor.ts";
import type { SleepState } from "#speech/sleep-timer.ts";

export interface ListeningModel {
  /** What is read aloud, or is about to be, whether it is on screen or not; undefined while no player is open. */
  heard: ReadonlySignal<OpenArticle | undefined>;
  /** It is the article on screen, and has its whole player there. */
  open: ReadonlySignal<boolean>;
  /** What reads aloud could not be fetched. */
  failedToLoad: ReadonlySignal<boolean>;
  /** What is heard with its voice; undefined until the player has been opened and fetched. */
  session: ReadonlySignal<ListeningSession | undefined>;
  /** A voice speaks, or is about to. */
  active: ReadonlySignal<boolean>;
  /** Whether the page follows the voice; written by what does the following. */
  following: Signal<boolean>;
  /** Counts the wishes to be brought back to the voice. */
  returning: ReadonlySignal<number>;
  /** Fetches what reading aloud needs, so that the press that starts it can start it: iOS wants the two in one. */
  warmUp(): void;
  /** Within a press that will read aloud only when something has been fetched: iOS lets a voice speak then. */
  unlock(): void;
  /** Opens the player of the article on screen and reads from the reading position; another article falls silent. Where it is open, tries again. */
  start(): void;
  /** Reads from a place of the article on, and opens the player where it is closed. */
  startAt(position: Position): void;
  /** Opens the player, silent. */
  prepare(): void;
  pause(): void;
  close(): void;
  /** The article leaves the screen: a voice reads on, and one that is paused waits; of what has come to an end nothing is kept. */
  leave(): void;
  backToVoice(): void;
  /** Puts an article into the small player, silent, until `resume`. */
  takeUp(opened: OpenArticle): void;
  /** Reads an article aloud that need not be on screen, or goes on with what was taken up. */
  hear(opened: OpenArticle, sleep?: SleepState): void;
  resume(): void;
  /** What is heard is to be read aloud, and was not only taken up. */
  wanted: ReadonlySignal<boolean>;
  /** One article has ended and the next is being fetched: nobody who waits for quiet takes that for it. */
  turning: Signal<boolean>;
}

/**
 * iOS lets a page speak only once it has spoken within a press, and an audio element play only once it was played in one. Where the
 * code is still on its way when the press comes, saying and playing nothing within it counts. `speech/README.md` tells where
 * that is known from.
 */
function unlockVoices(): HTMLAudioElement {
  if ("speechSynthesis" in window) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
  const audio = new Audio();
  audio.play().catch(() => {});
  return audio;
}

export function createListening(reader: ReaderModel, app: EditorParts, words: SpokenWords): ListeningModel {
  const heard = signal<OpenArticle | undefined>(undefined);
  const open = computed(() => isSameText(heard.value, reader.open.value));
  const failedToLoad = signal(false);
  const session = signal<ListeningSession | undefined>(undefined);
  const following = signal(true);
  const returning = signal(0);
  const turning = signal(false);
  const wanted = signal(false);
  const active = computed(() => turning.value || (session.value?.active.value ?? false));
  /** Makes a session at once, when its code is here. */
  let take: ((opened: OpenArticle) => ListeningSession) | undefined;
  let audio: HTMLAudioElement | undefined;
  /** Counts openings: what was loading for one that has been closed is dropped. */
  let opening = 0;

  async function load(): Promise<void> {
    const parts = [loadListeningSession(), loadReadAloud(), loadGoingOn()] as const;
    const [{ createListeningSession }, speech, { goOn, putFirst }] = await Promise.all(parts);
    take = (opened) => {
      putFirst(app, opened.article.record.id);
      const onEnded = (sleep?: SleepState) => void goOn(model, reader, app, sleep);
      return createListeningSession(speech, reader, app, words, opened, { audio, onEnded });
    };
  }

  function close(): void {
    opening++;
    session.peek()?.dispose();
    session.value = undefined;
    heard.value = undefined;
    turning.value = wanted.value = false;
    failedToLoad.value = false;
    following.value = true;
  }

  function openSession(then: (session: ListeningSession) => void, what = reader.open.peek()): void {
    if (!what) return;
    if (!isSameText(heard.peek(), what)) close();
    heard.value ??= what;
    wanted.value = true;
    failedToLoad.value = false;
    const go = () => {
      session.value ??= take?.(placed(heard.peek()!));
      if (session.value) then(session.value);
    };
    if (take) return go();
    audio ??= unlockVoices();
    const mine = ++opening;
    load().then(
      () => mine === opening && go(),
      () => mine === opening && (failedToLoad.value = true),
    );
  }

  /** Where reading has come to: for the article on screen that is known better than what was stored of it. */
  function placed(opened: OpenArticle): OpenArticle {
    if (!isSameText(opened, reader.open.peek())) return opened;
    return { ...opened, position: reader.position.peek(), fraction: reader.fraction.peek() };
  }

  const model: ListeningModel = {
    heard,
    open,
    turning,
    wanted,
    failedToLoad,
    session,
    active,
    following,
    returning,
    warmUp: () => void load().catch(() => {}),
    unlock: () => void (audio ??= unlockVoices()),
    start: () => batch(() => openSession((made) => made.play())),
    startAt(position) {
      const here = open.peek() ? session.peek() : undefined;
      if (here) {
        here.transport.playAt(position);
        returning.value++;
      } else {
        reader.moveTo(position);
        // A page that is still scrolling takes the place of reading along with it while the code is fetched.
        batch(() => openSession((made) => made.transport.playAt(position)));
      }
    },
    prepare: () => batch(() => openSession(() => {})),
    pause: () => session.peek()?.pause(),
    close,
    leave() {
      following.value = true;
      if (!open.peek()) return;
      const here = session.peek();
      const over = here
        ? !active.peek() && (here.message.peek() !== undefined || (!here.spoken.peek() && !here.spokenHeading.peek()))
        : failedToLoad.peek();
      if (over) close();
    },
    backToVoice: () => returning.value++,
    takeUp(opened) {
      if (!heard.peek()) heard.value = opened;
    },
    hear(opened, sleep) {
      batch(() => {
        close();
        openSession((made) => {
          if (sleep) made.transport.setSleep(sleep.wish, sleep.endsAt);
          made.play();
        }, opened);
      });
    },
    resume: () => batch(() => openSession((made) => made.play(), heard.peek())),
  };
  return model;
}
