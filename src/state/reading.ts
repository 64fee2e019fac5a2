import type { SpokenWords } from "#domain/utterances.ts";
import type { App } from "./app.ts";
import { createListening, type ListeningModel } from "./listening.ts";
import { createReader, type ReaderModel } from "./reader.ts";

/** What the reader's part of the app adds to the models: see `App.reading`. */
export interface ReadingModel {
  reader: ReaderModel;
  listening: ListeningModel;
  /** What a voice says of what is no text. */
  words: SpokenWords;
}

export function createReading(app: App, words: SpokenWords): ReadingModel {
  const reader = createReader(app.storage, app.shipped, app.problems);
  return { reader, listening: createListening(reader, app, words), words };
}
