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
  inPlace: boolean | undefined,
  event: ExtendableEvent,
): ReadableStream<Uint8Array> {
  const send = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const write = (text: string) => controller.enqueue(new TextEncoder().encode(text));
    let slice = start;
    let room = 2 * SLICE;
    try {
      for (const piece of html) {
        slice += piece;
        if (inPlace) {
          inPlace = !piece.includes('<span id="at">');
          room = slice.length + SLICE;
        } else if (slice.length > room) {
          write(slice);
          await new Promise((resolve) => setTimeout(resolve, room > SLICE ? FIRST_PAUSE : PAUSE));
          slice = "";
          room = SLICE;
        }
      }
    } catch {
      // The page ends here. Where the reader has left it, so does the next line.
    }
    write(slice + end);
    controller.close();
  };
  return new ReadableStream({
    start: (controller) => event.waitUntil(send(controller).catch(() => {})),
  });
}
