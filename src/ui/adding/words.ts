import { type AddingWords, enAdding } from "#i18n/en-adding.ts";
import { enRepair, type RepairWords } from "#i18n/en-repair.ts";
import { enWaysIn, type WaysInWords } from "#i18n/en-ways-in.ts";

/** The words of getting articles in, in the language the app speaks. */
export const addingWords: AddingWords = enAdding;
export const repairWords: RepairWords = enRepair;
export const waysInWords: WaysInWords = enWaysIn;
