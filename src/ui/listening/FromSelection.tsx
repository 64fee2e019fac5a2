import { useEffect, useState } from "preact/hooks";
import playIcon from "icon:play";
import type { Position } from "#domain/position.ts";
import type { ListeningModel } from "#state/listening.ts";
import { Button } from "../parts/Button.tsx";
import "./styles.ts";
import { selectedPlace } from "./voice-wishes.ts";
import { listeningWords as labels } from "./words.ts";

export interface FromSelectionProps {
  listening: ListeningModel;
}

/** A press on the button takes the selection away before it is a press, in some browsers; so long it is remembered. In milliseconds. */
const LINGER = 300;

/** While text of the article is selected: a button to hear it from there. At the foot, out of the way of the system's own menu. */
export function FromSelection({ listening }: FromSelectionProps) {
  const [place, setPlace] = useState<Position | undefined>(selectedPlace);
  useEffect(() => {
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const selected = selectedPlace();
      if (selected) setPlace(selected);
      else timer = setTimeout(() => setPlace(undefined), LINGER);
    };
    document.addEventListener("selectionchange", look, { signal: end.signal });
    return () => {
      end.abort();
      clearTimeout(timer);
    };
  }, []);
  if (!place) return null;
  const listen = () => {
    listening.startAt(place);
    setPlace(undefined);
    // The selection would lie over what is painted.
    document.getSelection()?.removeAllRanges();
  };
  return (
    <section class="at-foot from-selection" aria-label={labels.selection}>
      <Button class="plain" icon={playIcon} label={labels.listenFromHere} onNear={listening.warmUp} onClick={listen} />
    </section>
  );
}
