import type { Line } from "./lines.ts";
import type { Figure } from "./page.ts";

/** A figure with its place among the lines: behind one, or in front of one that something else may be read before. Neither: at the end of all. */
export interface PlacedFigure {
  figure: Figure;
  after?: Line;
  before?: Line;
}

/** On so many pages a picture is no figure, but a logo. */
const LOGO_PAGES = 3;
/** In points: a caption stands no further below its figure. */
const CAPTION_NEAR = 36;
const CAPTION =
  /^\s*(fig(ure|\.|ura|uur)?|abb(ildung|\.)?|bild|foto|photo|plate|ill(ustration|us|\.)?|tafel|chart|diagram(m|me)?|map|karte|scheme|exhibit|図|图|圖|그림|рис(унок|\.)?|شكل)\s*\.?\s*[\p{N}A-Z]/iu;

/** The figures of all pages, without what is printed on many. */
export function figuresOf(pages: readonly { figures: Figure[] }[]): { page: number; figure: Figure }[] {
  const all = pages.flatMap(({ figures }, page) => figures.map((figure) => ({ page, figure })));
  const pagesOf = (key: string) => new Set(all.filter(({ figure }) => figure.key === key).map(({ page }) => page)).size;
  const logos = new Set(all.map(({ figure }) => figure.key).filter((key) => pagesOf(key) >= LOGO_PAGES));
  return all.filter(({ figure }) => !logos.has(figure.key));
}

/** `lines`: of the document, in reading order. */
export function placedAmong(lines: Line[], page: number, figure: Figure): PlacedFigure {
  const here = lines.filter((line) => line.page === page);
  const overlapping = here.filter((line) => isInColumnOf(line, figure));
  const above = nearest(
    overlapping.filter(({ y, size }) => y - size * 0.3 < middleOf(figure)),
    figure,
  );
  const below = nearest(
    overlapping.filter(({ y, size }) => y - size * 0.3 >= middleOf(figure)),
    figure,
  );
  if (above && (!below || above.column === below.column)) return { figure, after: above };
  if (below) return { figure, before: below };
  const earlier = lines.findLast((line) => line.page < page || (line.page === page && line.y < figure.top));
  if (earlier) return { figure, after: earlier };
  return lines[0] ? { figure, before: lines[0] } : { figure };
}

const middleOf = ({ top, bottom }: Figure) => (top + bottom) / 2;

/** Of those that are all on one side. */
function nearest(lines: Line[], figure: Figure): Line | undefined {
  const away = ({ y }: Line) => Math.abs(y - middleOf(figure));
  return lines.toSorted((a, b) => away(a) - away(b))[0];
}

function isInColumnOf({ columnLeft, columnRight }: Line, { left, right }: Figure): boolean {
  const shared = Math.min(columnRight, right) - Math.max(columnLeft, left);
  return shared > Math.min(columnRight - columnLeft, right - left) * 0.3;
}

/** Whether a paragraph that begins with this line, on the figure's page, says what the figure shows. */
export function isCaption({ text, y, size, left, right, tag }: Line, figure: Figure): boolean {
  const below = y - size - figure.bottom;
  const isBelow = below > -size && below < CAPTION_NEAR && left < figure.right && right > figure.left;
  return isBelow && (CAPTION.test(text) || tag?.role === "Caption");
}
