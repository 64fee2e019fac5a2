/**
 * Formulas as data: a tree of the elements that MathML Core has (https://www.w3.org/TR/mathml-core/), with none that could lead
 * away, run or fetch something.
 */

/** Elements that hold text. */
export const MATH_TOKENS = ["mi", "mn", "mo", "mtext"] as const;

/** Elements that hold others, with how many they need; 0 for any number. */
export const MATH_LAYOUTS = {
  mrow: 0,
  mfrac: 2,
  msqrt: 0,
  mroot: 2,
  msub: 2,
  msup: 2,
  msubsup: 3,
  munder: 2,
  mover: 2,
  munderover: 3,
  mtable: 0,
  mtr: 0,
  mtd: 0,
} as const;

export type MathToken = (typeof MATH_TOKENS)[number];
export type MathLayout = keyof typeof MATH_LAYOUTS;

/** `upright`: one letter that is not set as a variable, as the d of a differential. */
export type MathNode =
  | { element: MathToken; text: string; upright?: boolean }
  | { element: MathLayout; children: readonly MathNode[] };
