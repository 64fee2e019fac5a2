import { enQueue, type QueueWords } from "#i18n/en-queue.ts";

/** The words of the queue in the language the app speaks. */
export const queueWords: QueueWords = enQueue;
