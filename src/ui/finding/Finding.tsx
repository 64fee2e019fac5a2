import { useEffect, useState } from "preact/hooks";
import type { Position } from "#domain/position.ts";
import { useApp } from "../app-context.ts";
import { takeFocus } from "#reading/focus.ts";
import type { ReadingModel } from "#state/reading.ts";
import type { Wish } from "../reader/wishes.ts";
import { AtFoot } from "./AtFoot.tsx";
import { ContentsSheet } from "./ContentsSheet.tsx";
import { FindBar } from "./FindBar.tsx";
import { type Destination, elementAt, goTo } from "./go.ts";
import { ImageView } from "./ImageView.tsx";
import { NoteCard } from "./NoteCard.tsx";
import "./styles.ts";
import { whereAmI } from "./where.ts";

/** What of the reader is used here is handed over: an import would give each such part of the reader a file of its own. */
export interface FindingProps {
  /** The last one; each is granted once. */
  wish: Wish;
  reading: ReadingModel;
  minutesLeft(minutes: number): string;
}

const granted = new WeakSet<Wish>();

/** All that leads around in the open article, each while it is wanted: contents, find, a note, an image, the way back. */
export function Finding({ wish, reading, minutesLeft }: FindingProps) {
  const { announcer } = useApp();
  const [sheet, setSheet] = useState<Wish>();
  const [finding, setFinding] = useState<Wish>();
  const [left, setLeft] = useState<Position>();
  const [said, setSaid] = useState<string>();

  const grant = (wanted: Wish) => {
    const modal = document.querySelector<HTMLDialogElement>("dialog:modal");
    // The text settings are open, or a note: what is behind them cannot be reached.
    if (modal && !modal.matches(".contents")) return void wanted.typed?.();
    modal?.close();
    setSaid(undefined);
    if (wanted.what === "find") setFinding(wanted);
    else if (wanted.what === "where") {
      const sentence = whereAmI(reading, minutesLeft);
      announcer.say(sentence);
      setSaid(sentence);
    } else if (!modal || wanted.what !== "contents") {
      // Not every browser gives the focus to what is pressed; from here it goes back there.
      const opener = wanted.of?.matches("img")
        ? wanted.of.parentElement?.querySelector<HTMLElement>(".enlarge")
        : wanted.of;
      opener?.focus({ preventScroll: true });
      setSheet(wanted);
    }
  };
  const position = reading.reader.position.value;
  // A voice has read on, or line focus has gone on: what was said is no longer true.
  useEffect(() => setSaid(undefined), [position]);
  useEffect(() => {
    if (granted.has(wish)) return;
    granted.add(wish);
    grant(wish);
  });

  const close = () => setSheet(undefined);
  const go = (to: Destination) => {
    setSaid(undefined);
    setLeft(goTo(reading, to) ?? left);
  };
  const goBack = () => {
    if (left) goTo(reading, { position: left });
    setLeft(undefined);
  };
  const stay = () => {
    setLeft(undefined);
    setSaid(undefined);
    takeFocus(elementAt(reading.reader.position.peek()));
  };

  const open = reading.reader.open.value;
  if (!open) return null;
  const note = sheet?.of instanceof HTMLAnchorElement ? sheet.of : undefined;
  const figure = note ? undefined : sheet?.of?.closest("figure");
  return (
    <>
      {finding && (
        <FindBar
          open={open}
          reader={reading.reader}
          wish={finding}
          onClose={(match) => {
            setFinding(undefined);
            if (match) go({ position: match });
          }}
        />
      )}
      {(left || said) && (
        <AtFoot sentence={said} onBack={left && goBack} onClose={stay} onMove={() => setSaid(undefined)} />
      )}
      {sheet?.what === "contents" && (
        <ContentsSheet
          open={open}
          position={position}
          place={whereAmI(reading, minutesLeft)}
          onClose={close}
          onGo={go}
          onAsk={grant}
          onBack={left && goBack}
        />
      )}
      {note && <NoteCard reference={note} onClose={close} onGo={go} />}
      {figure && <ImageView open={open} figure={figure} onClose={close} />}
    </>
  );
}
