/** Where the bytes of a sound file go while it is made. */
export interface Sink {
  /** After what is there. One call at a time. */
  write(part: Blob): Promise<void>;
  /** The whole, with `head` in the room that was kept for it. Nothing can be written any more. */
  finish(type: string, head?: Uint8Array<ArrayBuffer>): Promise<Blob>;
  /** Lets go of all there is, of the finished file as well. May be called at any time. */
  discard(): void;
}

/** Takes a sink that has so many bytes of room before what is written. */
export type OpenSink = (room?: number) => Sink | Promise<Sink>;

/** Keeps the parts as they are: browsers that lay large Blobs on the disk do so with these. */
export const memorySink: OpenSink = () => {
  let parts: Blob[] = [];
  return {
    async write(part) {
      parts.push(part);
    },
    async finish(type, head) {
      return new Blob([...(head ? [head] : []), ...parts], { type });
    },
    discard() {
      parts = [];
    },
  };
};
