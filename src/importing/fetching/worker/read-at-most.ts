/** As many bytes as are looked at to tell what it is: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const HEAD_BYTES = 1445;

/**
 * The body, or undefined where there are more bytes than `limit` says once it has been told the first of them (1,445 where there are so many). Stops reading
 * there. Rejects where the body breaks off.
 */
export async function readAtMost(
  response: Response,
  limit: (head: Uint8Array) => number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let most: number | undefined;
  const join = (): Uint8Array<ArrayBuffer> => {
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  };
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (value) {
      pieces.push(value);
      length += value.length;
    }
    if (done || length >= HEAD_BYTES) most ??= limit(join().subarray(0, HEAD_BYTES));
    if (most !== undefined && length > most) {
      await reader?.cancel().catch(() => undefined);
      return undefined;
    }
    if (done) return join();
  }
}
