import type { ComponentChildren } from "preact";

/** A sentence above everything else, with what can be done about it. It takes no focus and hides nothing. `label` names its landmark. */
export function Notice({ label, text, children }: { label: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="notice" aria-label={label}>
      <p>{text}</p>
      {children && <div class="bar-actions">{children}</div>}
    </section>
  );
}
