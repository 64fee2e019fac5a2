import type { RepairBase as Base, RepairModel } from "#state/repair.ts";
import { Choices } from "../parts/Choices.tsx";
import { repairWords as words } from "./words.ts";

interface RepairBaseProps {
  model: RepairModel;
  onBegun(): void;
}

/** What the ticks begin from: one of the ways to find an article, or a region of the page. */
export function RepairBase({ model, onBegun }: RepairBaseProps) {
  const { extractors, regions } = model.page.value;
  const labels = new Map<string, { base: Base; label: string }>();
  for (const { name, words: count } of extractors) labels.set(name, { base: name, label: words.bases[name](count) });
  for (const { number, begins, words: count } of regions) {
    const label = number === 0 ? words.whole(count) : words.region(begins, count);
    labels.set(`region-${number}`, { base: number, label });
  }
  const current = model.base.value;
  const chosen = typeof current === "number" ? `region-${current}` : current;
  return (
    <div class="repair-base">
      <Choices
        name="repair-base"
        legend={words.base}
        options={[...labels.keys()]}
        label={(option) => labels.get(option)!.label}
        value={chosen}
        onChange={(option) => void model.beginFrom(labels.get(option)!.base).then(onBegun)}
      />
      <p class="explained">{words.baseExplained}</p>
    </div>
  );
}
