import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

export type Matrix = [number, number, number, number, number, number];

/** What a page's drawing consists of: operators, each with what it is about. */
export interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}

/** A picture that the page paints, with where its unit square comes to lie. */
export interface Painted {
  /** The library's name for it. */
  id: string;
  /** In pixels. */
  width: number;
  height: number;
  matrix: Matrix;
  /** The marked stretch it stands in, by its number; undefined: in none that has one. */
  mark?: number;
  /** Marked as no part of the text: a background, a line, a logo. */
  isArtifact: boolean;
}

export function multiplied(m: ArrayLike<number>, n: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = m as Matrix;
  const [g, h, i, j, k, l] = n as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface Step {
  operator: number;
  args: unknown[];
  /** What is drawn now lies so on the page. */
  matrix: Matrix;
}

/** The operators of a drawing in their order. `base`: of the page. */
function* steps({ fnArray, argsArray }: Drawing, base: ArrayLike<number>): Generator<Step> {
  const saved: Matrix[] = [];
  let matrix = multiplied(base, [1, 0, 0, 1, 0, 0]);
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[];
    switch (operator) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = multiplied(matrix, args as number[]);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (args[0]) matrix = multiplied(matrix, args[0] as number[]);
        break;
    }
    yield { operator, args, matrix };
  }
}

/** The pictures of a page in the order they are painted: no masks, no patterns, none inside the drawing itself. */
export function paintedPictures(drawing: Drawing, base: ArrayLike<number>): Painted[] {
  const found: Painted[] = [];
  const marks: { mark?: number; isArtifact: boolean }[] = [];
  for (const { operator, args, matrix } of steps(drawing, base)) {
    switch (operator) {
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push({
          isArtifact: args[0] === "Artifact",
          ...(typeof args[1] === "number" ? { mark: args[1] } : {}),
        });
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.paintImageXObject: {
        const [id, width, height] = args as [string, number, number];
        const mark = marks.findLast((one) => one.mark !== undefined)?.mark;
        const isArtifact = marks.some((one) => one.isArtifact);
        found.push({ id, width, height, matrix, isArtifact, ...(mark === undefined ? {} : { mark }) });
        break;
      }
    }
  }
  return found;
}

/** What a path is about on the page, in points. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** In points: what is as wide as high and of such a size may be the bullet of a list. */
const DOT = { least: 1, most: 9 };

/** The small round or square shapes of a page. */
export function paintedDots(drawing: Drawing, base: ArrayLike<number>): Box[] {
  const found: Box[] = [];
  for (const { operator, args, matrix } of steps(drawing, base)) {
    // A path that is ended only cuts off what comes after it.
    if (operator !== OPS.constructPath || args[0] === OPS.endPath || !args[2]) continue;
    const [minX, minY, maxX, maxY] = args[2] as [number, number, number, number];
    const [, , , , x1, y1] = multiplied(matrix, [1, 0, 0, 1, minX, minY]);
    const [, , , , x2, y2] = multiplied(matrix, [1, 0, 0, 1, maxX, maxY]);
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    const [width, height] = [right - left, bottom - top];
    if (Math.min(width, height) < DOT.least || Math.max(width, height) > DOT.most) continue;
    if (Math.max(width, height) < Math.min(width, height) * 1.3) found.push({ left, right, top, bottom });
  }
  return found;
}
