import { useEffect, useRef } from "preact/hooks";
import close from "icon:x";
import back from "icon:undo-2";
import { hasMoved } from "#reading/window.ts";
import { Button } from "../parts/Button.tsx";
import { findingWords as labels } from "./words.ts";

interface AtFootProps {
  /** Where the reader is, as it was just said. */
  sentence?: string | undefined;
  /** There is a place to go back to. */
  onBack?: (() => void) | undefined;
  onClose(): void;
  /** The reader has scrolled on: what was said is no longer true. */
  onMove(): void;
}

/** Over the foot of the text: where the reader is, and the way back. It goes away with Escape, and with the toolbar while the text is read on. */
export function AtFoot({ sentence, onBack, onClose, onMove }: AtFootProps) {
  useEffect(() => {
    const end = new AbortController();
    const onScroll = () => hasMoved() && onMove();
    addEventListener("scroll", onScroll, { passive: true, signal: end.signal });
    return () => end.abort();
  }, [onMove]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open], .find-bar")) return;
      event.preventDefault();
      onClose();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [onClose]);
  const section = useRef<HTMLElement>(null);
  // What a voice says is kept in view above it.
  useEffect(() => {
    const { style } = document.documentElement;
    const height = new ResizeObserver(() => style.setProperty("--noted", `${section.current?.offsetHeight ?? 0}px`));
    height.observe(section.current!);
    return () => {
      height.disconnect();
      style.removeProperty("--noted");
    };
  }, []);
  return (
    <section ref={section} class="at-foot" aria-label={labels.place}>
      {sentence && <p>{sentence}</p>}
      {onBack && <Button class="plain" icon={back} mirrored label={labels.backToPlace} onClick={onBack} />}
      <Button class="plain" icon={close} iconOnly label={onBack ? labels.stayHere : labels.close} onClick={onClose} />
    </section>
  );
}
