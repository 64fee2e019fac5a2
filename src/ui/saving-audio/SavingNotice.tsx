import { computed, effect, type Signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ArticleId } from "#domain/article.ts";
import { formatRoute } from "#domain/route.ts";
import { isPassedOn, type SavingAudio as Saving, type SavingStage, savingUnderWay } from "#state/saving-audio.ts";
import { useApp } from "../app-context.ts";
import { languageName } from "../language-name.ts";
import { rescueFocus } from "../listening/rescue-focus.ts";
import { Button } from "../parts/Button.tsx";
import { problemOf } from "./problem-of.ts";
import { SaveFile } from "./SaveFile.tsx";
import "./styles.ts";
import { savingAudioWords as words } from "./words.ts";

export interface SavingSheetProps {
  id: ArticleId;
  onClose(): void;
}

export interface SavingNoticeProps {
  /** All there is to know of it: `SavingAudio`, which draws this. */
  Sheet: ComponentType<SavingSheetProps>;
}

/** The sound file that is under way, on every page, for as long as it is made or waits to be saved; and the way back to its sheet. */
export function SavingNotice({ Sheet }: SavingNoticeProps) {
  const app = useApp();
  const [shown, setShown] = useState<ArticleId>();
  const saving = savingUnderWay(app).value;
  const openerRef = useRef<Element>(null);
  useEffect(() => {
    // A focus that goes with a button of this throws readers with a keyboard or screen reader back to the top of the page. While the sheet is
    // open nothing behind it takes the focus.
    if (document.activeElement !== document.body) return;
    if (!saving || (shown === undefined && openerRef.current?.isConnected === false)) rescueFocus();
  }, [saving, shown]);
  useEffect(() => holdReloads(savingUnderWay(app), app.updates.held), [app]);
  useTelling(saving);
  // What opened the sheet takes up the focus again when that is closed.
  const [isFromHere, setFromHere] = useState(false);
  const attended = saving?.attended.value ?? false;
  useEffect(() => {
    if (!attended) setFromHere(false);
  }, [attended]);
  const show = (id: ArticleId) => {
    openerRef.current = document.activeElement;
    setFromHere(true);
    setShown(id);
  };
  return (
    <>
      {saving && (!attended || isFromHere) && (
        <Line key={saving.record.id} saving={saving} onShow={() => show(saving.record.id)} />
      )}
      {shown !== undefined && <Sheet id={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function Line({ saving, onShow }: { saving: Saving; onShow(): void }) {
  const { announcer, base, reading } = useApp();
  const stage = saving.stage.value;
  const { id, title, lang, dir } = saving.record;
  const over = stage.kind === "ready" || stage.kind === "failed";
  const speaking = reading.value?.listening.active.value ?? false;
  const isOpen = reading.value?.reader.open.value?.article.record.id === id;
  const outcome = saving.outcome.value;
  return (
    <section class="notice saving-notice" aria-label={words.title}>
      <div class="saving-line">
        {/* Not a live region: it would be said a hundred times. */}
        <p>{textOf(saving, stage)}</p>
        {!isOpen && (
          <a href={formatRoute({ name: "read", id }, base)} lang={lang} dir={dir}>
            {title}
          </a>
        )}
      </div>
      <div class="bar-actions">
        {stage.kind === "ready" && <SaveFile saving={saving} stage={stage} />}
        <Button key="details" class="plain" label={words.notice.details} hasPopup="dialog" onClick={onShow} />
        <Button
          key="end"
          class="plain"
          label={
            stage.kind === "working"
              ? words.cancel
              : stage.kind === "ready" && !isPassedOn(outcome)
                ? words.notice.discard
                : words.notice.close
          }
          unavailable={outcome === "saving"}
          onClick={() => {
            if (!over && !speaking) announcer.say(words.stopped);
            saving.cancel();
            saving.reset();
          }}
        />
      </div>
    </section>
  );
}

/** Says once how it has come out, unless a sheet does; and never over a voice: the sentence waits on the screen, and is said when that stops. */
function useTelling(saving: Saving | undefined): void {
  const { announcer, reading } = useApp();
  const stage = saving?.stage.value;
  const attended = saving?.attended.value ?? false;
  const speaking = reading.value?.listening.active.value ?? false;
  const toldRef = useRef<SavingStage>(undefined);
  useEffect(() => {
    if (!saving || (stage?.kind !== "ready" && stage?.kind !== "failed") || toldRef.current === stage) return;
    if (!attended && speaking) return;
    toldRef.current = stage;
    if (!attended) announcer.say(stage.kind === "ready" ? words.isReady : textOf(saving, stage));
  }, [announcer, saving, stage, attended, speaking]);
  useEffect(() => {
    // Languages have been fetched for it.
    if (stage?.kind === "ready") reading.peek()?.listening.session.peek()?.lookAtPacks();
  }, [reading, stage]);
}

function textOf(saving: Saving, stage: SavingStage): string {
  switch (stage.kind) {
    case "choosing":
      return "";
    case "working":
      return stage.preparing === undefined
        ? words.notice.working(Math.floor(stage.fraction * 100))
        : words.notice.preparing(languageName(stage.preparing));
    case "ready":
      return words.notice.ready(stage.seconds, stage.bytes);
    case "failed":
      return words.notice.failed(problemOf(saving, stage));
  }
}

/**
 * Leaving the app ends what is being made, and takes what has not been saved along: the browser asks, where it does that, and the
 * app does not reload itself. Returns the way to stop.
 */
function holdReloads(underWay: ReturnType<typeof savingUnderWay>, held: Signal<boolean>): () => void {
  const atRisk = computed(() => {
    const kind = underWay.value?.stage.value.kind;
    if (kind === "working") return true;
    return kind === "ready" && !isPassedOn(underWay.value!.outcome.value);
  });
  const ask = (event: Event) => event.preventDefault();
  return effect(() => {
    if (!atRisk.value) return;
    held.value = true;
    addEventListener("beforeunload", ask);
    return () => {
      held.value = false;
      removeEventListener("beforeunload", ask);
    };
  });
}
