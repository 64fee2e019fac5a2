import type { ReadonlySignal } from "@preact/signals";
import back from "icon:chevron-left";
import on from "icon:chevron-right";
import type { Turn } from "#domain/page-turns.ts";
import { Button } from "../parts/Button.tsx";
import { pagesWords as labels } from "./words.ts";

interface PageTurnerProps {
  /** From 1. */
  page: ReadonlySignal<number>;
  count: ReadonlySignal<number>;
  onTurn(turn: Turn): void;
}

/** At the foot of each page: which one it is, and a button either way for whoever does not swipe or tap. */
export function PageTurner({ page, count, onTurn }: PageTurnerProps) {
  return (
    <section class="page-turner" aria-label={labels.pages}>
      <Button
        class="plain"
        icon={back}
        mirrored
        label={labels.previous}
        unavailable={page.value <= 1}
        onClick={() => onTurn("back")}
      />
      <p dir="ltr">{labels.page(page.value, count.value)}</p>
      <Button
        class="plain page-on"
        icon={on}
        mirrored
        label={labels.next}
        unavailable={page.value >= count.value}
        onClick={() => onTurn("on")}
      />
    </section>
  );
}
