import type { WrittenHabits } from "./habits.ts";

/** Neither script has capitals, so only abbreviations that never end a sentence are listed. One letter and a stop is an initial anyway. */
export const arabic: WrittenHabits = { introducing: "أ.د د.م", open: "", starters: "" };

export const hebrew: WrittenHabits = { introducing: "פרופ גב", open: "", starters: "" };
