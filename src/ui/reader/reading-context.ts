import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ReadingModel } from "#state/reading.ts";

export const ReadingContext = createContext<ReadingModel | undefined>(undefined);

/** The open article and its voice. Throws outside the reader. */
export function useReading(): ReadingModel {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("No ReadingContext.");
  return reading;
}
