import { useMemo } from "preact/hooks";
import type { RepairModel } from "#state/repair.ts";
import { runsOf } from "./repair-runs.ts";
import { repairWords as words } from "./words.ts";

type Piece = RepairModel["pieces"]["value"][number];

interface RepairPiecesProps {
  model: RepairModel;
}

/** Fewer that are left out one after another stand among the rest. */
const LONG_RUN = 4;

/** Every part of the page in its order. Long runs of what was left out at first are folded away under their number. */
export function RepairPieces({ model }: RepairPiecesProps) {
  const found = model.page.value.pieces;
  const pieces = model.pieces.value;
  // By what was found: a part does not move when it is ticked.
  const runs = useMemo(() => runsOf(found), [found]);
  const piece = (index: number) => <PieceBox key={index} piece={pieces[index]!} lang={model.lang} model={model} />;
  return (
    <div class="repair-pieces" role="group" aria-labelledby="repair-pieces">
      {runs.map(({ from, to, kept }) => {
        const all = Array.from({ length: to - from }, (_, index) => from + index);
        if (kept || all.length < LONG_RUN) return all.map(piece);
        return (
          <details key={`run ${from}`}>
            <summary>{words.leftOut(all.filter((index) => !pieces[index]!.kept).length)}</summary>
            {all.map(piece)}
          </details>
        );
      })}
    </div>
  );
}

function PieceBox({ piece, lang, model }: { piece: Piece; lang: string; model: RepairModel }) {
  return (
    <label class="switch repair-piece">
      <input
        type="checkbox"
        checked={piece.kept}
        onChange={(event) => model.keep(piece.number, event.currentTarget.checked)}
      />
      <span>
        <span class="explained">{words.kinds[piece.kind]}</span>{" "}
        <span lang={lang === "und" ? "" : lang} dir="auto">
          {shortened(piece.text)}
        </span>
        {!piece.kept && piece.because && <span class="explained repair-reason">{words.reasons[piece.because]}</span>}
      </span>
    </label>
  );
}

/** Enough to know a part by. */
const LONGEST = 110;

function shortened(text: string): string {
  const cut = text.slice(0, LONGEST);
  return cut.length < text.length ? `${cut.replace(/\s+\S*$/, "")} …` : text;
}
