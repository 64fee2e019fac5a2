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

/** The pictures of a page in the order they are painted: no masks, no patterns, none inside the drawing itself. `base`: of the page. */
export function paintedPictures({ fnArray, argsArray }: Drawing, base: ArrayLike<number>): Painted[] {
  const found: Painted[] = [];
  const saved: Matrix[] = [];
  const marks: { mark?: number; isArtifact: boolean }[] = [];
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
