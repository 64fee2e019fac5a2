import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sendInSlices } from "./slices.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PARAGRAPH = `<p>${"The tide comes in. ".repeat(20)}</p>`;
const AT = '<p>Here<span id="at"></span></p>';

const lasting = (waitUntil: (work: Promise<unknown>) => void) => ({ waitUntil }) as ExtendableEvent;

/** What a browser has received by now, slice by slice; goes on while timers do. */
function receive(html: Iterable<string>, inPlace = false): { slices: string[]; sending: () => Promise<unknown> } {
  const slices: string[] = [];
  let sending: Promise<unknown> | undefined;
  const stream = sendInSlices(
    ["<main>", "</main>"],
    html,
    inPlace,
    lasting((work) => (sending = work)),
  );
  const decoder = new TextDecoder();
  void stream.pipeTo(new WritableStream({ write: (bytes) => void slices.push(decoder.decode(bytes)) }));
  return { slices, sending: () => sending! };
}

function* failing(): Generator<string> {
  yield* Array<string>(200).fill(PARAGRAPH);
  throw new Error("A block that cannot be written.");
}

describe("a page that is sent while it is made", () => {
  it("is one slice where it is short", async () => {
    const { slices } = receive([PARAGRAPH, PARAGRAPH]);
    await vi.advanceTimersByTimeAsync(1);
    expect(slices).toEqual([`<main>${PARAGRAPH}${PARAGRAPH}</main>`]);
  });

  it("begins with the first screens of a long one, and comes whole", async () => {
    const { slices, sending } = receive(Array<string>(1000).fill(PARAGRAPH));
    await vi.advanceTimersByTimeAsync(200);
    expect(slices).toHaveLength(1);
    expect(slices[0]!.length).toBeLessThan(40_000);
    await vi.advanceTimersByTimeAsync(10_000);
    await sending();
    expect(slices.join("")).toBe(`<main>${PARAGRAPH.repeat(1000)}</main>`);
  });

  it("waits for nothing before the place where it opens", async () => {
    const { slices } = receive(
      [...Array<string>(500).fill(PARAGRAPH), AT, ...Array<string>(500).fill(PARAGRAPH)],
      true,
    );
    await vi.advanceTimersByTimeAsync(1);
    expect(slices).toHaveLength(1);
    expect(slices[0]).toContain(AT + PARAGRAPH);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(slices.join("")).toMatch(/<\/main>$/);
  });

  it("comes whole where its place is not in the text", async () => {
    const { slices } = receive([PARAGRAPH], true);
    await vi.advanceTimersByTimeAsync(1);
    expect(slices.join("")).toBe(`<main>${PARAGRAPH}</main>`);
  });

  it("ends as a page where a block fails", async () => {
    const { slices, sending } = receive(failing());
    await vi.advanceTimersByTimeAsync(10_000);
    await sending();
    expect(slices.join("")).toBe(`<main>${PARAGRAPH.repeat(200)}</main>`);
  });

  it("ends quietly when the reader leaves", async () => {
    let sending: Promise<unknown> | undefined;
    const stream = sendInSlices(
      ["", ""],
      Array<string>(1000).fill(PARAGRAPH),
      false,
      lasting((work) => (sending = work)),
    );
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(sending).resolves.toBeUndefined();
  });
});
