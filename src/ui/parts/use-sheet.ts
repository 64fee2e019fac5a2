import { type ComponentChild, type ComponentType, h } from "preact";
import { useState } from "preact/hooks";

export interface SheetControl {
  /** The sheet, while it is open. */
  sheet: ComponentChild;
  open(): void;
}

/** A sheet whose code is fetched when it is first opened. A failed fetch is told by `shell/recover.ts`. */
export function useSheet(load: () => Promise<ComponentType<{ onClose(): void }>>): SheetControl {
  const [Sheet, setSheet] = useState<{ component: ComponentType<{ onClose(): void }> } | null>(null);
  return {
    sheet: Sheet && h(Sheet.component, { onClose: () => setSheet(null) }),
    open() {
      load().then(
        (component) => setSheet({ component }),
        () => {},
      );
    },
  };
}
