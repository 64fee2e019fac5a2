import type { WrittenHabits } from "./habits.ts";

export const english: WrittenHabits = {
  introducing:
    "mr mrs ms mx messrs dr prof hon rev fr gen lt col maj capt cpt cmdr sgt cpl adm brig gov sen rep reps pres supt insp amb mt " +
    "e.g i.e eg ie cf viz vs v approx ca",
  numbering: "no nos nr fig figs eq eqs vol vols p pp ch chap sec sect art para tab app op ver",
  open:
    "inc ltd co corp bros jr sr etc et.al al esq ph.d st ave blvd rd dept univ est ft oz lb lbs hr hrs " +
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat " +
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Kan Ky Mass Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo",
  starters:
    "I The A An He She It We You They This That These Those There Here His Her Its Their Our My Your In On At By For From With To As " +
    "If When While After Before But And Or So Yet Then Now Today Yesterday However Although Though Because Since Despite During Did Do " +
    "Does Is Are Was Were Has Have Had Can Could Would Should Must What Who Why How Where Which Whose Not Nobody Some Many Most Both " +
    "Each Every Another Others Such Even Still Also Only Later Meanwhile Mr Mrs Ms Let Please According Instead Until Unlike Among Under",
};
