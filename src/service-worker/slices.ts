/** Characters that a slow phone sets in type between two frames. Before the first frame it may be twice as many. */
const SLICE = 16_384;

/** Milliseconds in which such a phone paints the first slice, and each of those after it. The text is read much more slowly. */
const FIRST_PAUSE = 300;
const PAUSE = 40;

/**
 * A page that is made while it is sent: its first screen is on the display before the last block of a long text is there, and the
 * text that follows leaves the window time to scroll. Up to the place where the page is to open, nothing waits. A text that breaks
 * off half-way still ends as a page. `event` lasts until all is sent.
 */
export function sendInSlices(
  [start = "", end = ""]: readonly string[],
  html: Iterable<string>,
  inPlace: boolean,
  event: ExtendableEvent,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = (text: string) => writer.write(new TextEncoder().encode(text));
  const send = async () => {
    let slice = start;
    let room = start.length + 2 * SLICE;
    let pause = FIRST_PAUSE;
    try {
      for (const piece of html) {
        slice += piece;
        if (inPlace) {
          inPlace = !piece.includes('<span id="at">');
          room = slice.length + SLICE;
        } else if (slice.length > room) {
          await write(slice);
          await new Promise((resolve) => setTimeout(resolve, pause));
          slice = "";
          room = SLICE;
          pause = PAUSE;
        }
      }
    } catch {
      // The page ends here. Where the reader has left it, so does the next line.
    }
    await write(slice + end);
    await writer.close();
  };
  event.waitUntil(send().catch(() => {}));
  return readable;
}
