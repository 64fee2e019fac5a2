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
    element?.showModal();
    heading.current?.focus();
    return () => element?.close();
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
