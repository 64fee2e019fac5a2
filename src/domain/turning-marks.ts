/** Embeddings, overrides and isolates, with their ends: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A title or a name without the characters that turn the direction of what follows: one that is not ended would turn the rest of any sentence round
 * that it is put into. Letters keep the direction that is their own.
 */
export const withoutTurning = (text: string) => text.replace(TURNING, "");
