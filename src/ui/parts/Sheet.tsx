import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import close from "icon:x";
import { Button } from "./Button.tsx";
import "./styles.ts";

interface SheetProps {
  /** Unique id of the heading. */
  id: string;
  title: string;
  closeLabel: string;
  /** Instead of a sheet at the edge of the window; `styles/` has the shapes. */
  shape?: string;
  /** Id of what is said together with its name when it opens. */
  describedBy?: string;
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A modal dialog at the edge of the window: the browser makes what is behind it inert, closes it on Escape or (where it
 * knows `closedby`) on a press beside it, and gives the focus back to what had it. The heading takes the focus, so that every screen reader says which dialog has opened.
 */
export function Sheet({ id, title, closeLabel, shape = "sheet", describedBy, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = dialog.current;
    // Looked for now: when this one is taken off the page, what is in it goes first.
    const region = document.getElementById("status");
    element?.showModal();
    tellWithinReach(region);
    heading.current?.focus();
    return () => {
      element?.close();
      tellWithinReach(region);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={shape}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onClose={onClose}
      closedby="any"
    >
      <div class="sheet-head">
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        <Button label={closeLabel} icon={close} iconOnly class="plain" onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}

/**
 * Takes the live region along into the sheet on top: what is behind a modal dialog is in no accessibility tree, and nothing said there
 * is heard. It comes empty, for some screen readers say what is in a region when it appears.
 */
function tellWithinReach(region: HTMLElement | null): void {
  if (!region) return;
  region.textContent = "";
  const top = [...document.querySelectorAll("dialog:modal")].at(-1);
  if (top) top.append(region);
  else document.getElementById("main")?.before(region);
}
