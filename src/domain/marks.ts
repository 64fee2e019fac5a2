/** Closing and opening quotation marks and brackets, for a character class. Some are both, by language. */
export const CLOSERS = "\"'”’“»«›)\\]}」』）】》〉";
export const OPENERS = "\"'“„‘«»‹(\\[{¿¡「『（【《〈";
