import type { CompanionClient } from "../fetching/companion.ts";
import type { KeptPicture, PictureSize } from "./messages.ts";
import type { Shrinker } from "./shrinker.ts";

/** Pictures as they are kept, from wherever they are. */
export interface PictureReader {
  /** `page` is the address of the page that shows it. Rejects with a `FetchProblem` or an `ImportProblem`. */
  fetch(address: string, size: PictureSize, signal: AbortSignal, page?: string): Promise<KeptPicture>;
  /** One that came inside a file. Rejects with an `ImportProblem`. */
  read(picture: Blob, size: PictureSize): Promise<KeptPicture>;
  /** Lets go of what it holds for the next picture, once none is under way: others may ask the same reader. */
  rest(): void;
}

export function createPictureReader(companion: CompanionClient, shrinker: Shrinker): PictureReader {
  return {
    async fetch(address, size, signal, page) {
      const { bytes } = await companion.fetchImage(address, signal, page);
      return shrinker.shrink(bytes, size);
    },
    read: (picture, size) => shrinker.shrink(picture, size),
    rest: () => shrinker.close(),
  };
}
