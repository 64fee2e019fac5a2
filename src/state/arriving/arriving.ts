import { addingOf, type AddingParts } from "../adding.ts";
import type { AddingModel } from "../adding-model.ts";
import { feedsOf } from "../feeds.ts";
import type { FeedsModel } from "../feeds-model.ts";

/** What brings articles in. */
export interface Arriving {
  adding: AddingModel;
  feeds: FeedsModel;
}

/** The models of an app. Made for the first time, they go on with what is in the inbox. */
export function arrivingOf(app: AddingParts): Arriving {
  return { adding: addingOf(app), feeds: feedsOf(app) };
}
