import { isCaption, placedAmong, type PlacedFigure } from "./figures.ts";
import type { Line } from "./lines.ts";
import type { Figure } from "./page.ts";

/** Where figures come between parts of the text, which they never break, and which parts are their captions. */
export class FigurePlaces<P extends { lines: Line[] }> {
  #before = new Map<P, PlacedFigure[]>();
  #after = new Map<P, PlacedFigure[]>();
  #captions = new Map<Figure, P>();

  constructor(figures: { page: number; figure: Figure }[], lines: Line[], parts: P[]) {
    const partOf = new Map(parts.flatMap((part) => part.lines.map((line) => [line, part] as const)));
    for (const { page, figure } of figures) {
      const captions = new Set(this.#captions.values());
      const caption = parts.find(
        (part) => part.lines[0]!.page === page && !captions.has(part) && isCaption(part.lines[0]!, figure),
      );
      if (caption) this.#captions.set(figure, caption);
      const place = placedAmong(lines, page, figure);
      const part = partOf.get((place.before ?? place.after)!);
      if (!part) continue;
      const isBefore = place.before !== undefined && part.lines[0] === place.before;
      const list = isBefore ? this.#before : this.#after;
      list.set(part, [...(list.get(part) ?? []), place]);
    }
  }

  before(part: P): PlacedFigure[] {
    return this.#before.get(part) ?? [];
  }

  after(part: P): PlacedFigure[] {
    return this.#after.get(part) ?? [];
  }

  captionOf(figure: Figure): P | undefined {
    return this.#captions.get(figure);
  }

  isCaption(part: P): boolean {
    return [...this.#captions.values()].includes(part);
  }
}
