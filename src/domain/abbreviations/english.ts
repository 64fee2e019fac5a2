import type { WrittenHabits } from "./habits.ts";

/** WARNING: part of the reader's first load. */
export const english: WrittenHabits = {
  introducing: "mx hon rev fr gen lt col maj capt sgt adm brig gov sen rep pres mt e.g i.e viz v approx ca",
  open: "pp chap sec bros al esq st ave blvd dept univ est ft hrs Sept",
  starters:
    "I The A An He She It We You They This That These Those There Here His Her Its Their Our My In On At By For From With To As " +
    "If When While After Before But And Or So Yet Then Now Today However Although Though Because Since Despite During Did Do " +
    "Is Are Was Were Has Have Had Can Could Would What Who Why How Where Which Not Nobody Some Many Most Both Each " +
    "Every Another Even Still Also Only Later Meanwhile Mr Mrs Ms Until",
};
