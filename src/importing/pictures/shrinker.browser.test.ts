import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { createShrinker } from "./shrinker.ts";

const shrinker = createShrinker();
afterAll(() => shrinker.close());

/** A picture of this size with noise in it, which encodes badly. `hole`: part of it is transparent. */
async function picture(width: number, height: number, type: string, hole = false): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  const data = context.createImageData(width, height);
  let seed = 1;
  for (let at = 0; at < data.data.length; at++) {
    seed = (seed * 48_271) % 2_147_483_647;
    data.data[at] = at % 4 === 3 ? (hole && at < width * 40 ? 0 : 255) : seed % 256;
  }
  context.putImageData(data, 0, 0);
  return canvas.convertToBlob({ type, quality: 0.95 });
}

const shown = async ({ bytes, type }: { bytes: ArrayBuffer; type: string }) => {
  const { width, height } = await createImageBitmap(new Blob([bytes], { type }));
  return { width, height };
};

describe("a picture", () => {
  it.each([
    ["full", 1600, 800],
    ["small", 800, 400],
  ] as const)("that is too large comes down to its size: %s", async (size, width, height) => {
    const large = await picture(3000, 1500, "image/jpeg");
    const kept = await shrinker.shrink(large, size);
    expect(kept).toMatchObject({ type: "image/webp", width, height });
    expect(await shown(kept)).toEqual({ width, height });
    expect(kept.bytes.byteLength).toBeLessThan(large.size / 2);
  });

  it("that is small enough stays as it came, to the byte", async () => {
    const small = await picture(60, 40, "image/png");
    const kept = await shrinker.shrink(small, "full");
    expect(kept).toMatchObject({ type: "image/png", width: 60, height: 40 });
    expect(new Uint8Array(kept.bytes)).toEqual(new Uint8Array(await small.arrayBuffer()));
  });

  it("keeps what is transparent so", async () => {
    const kept = await shrinker.shrink(await picture(900, 700, "image/png", true), "full");
    const bitmap = await createImageBitmap(new Blob([kept.bytes], { type: kept.type }));
    const context = new OffscreenCanvas(1, 1).getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    expect(context.getImageData(0, 0, 1, 1).data[3]).toBe(0);
  });

  it("that is a drawing stays one, with the size it declares", async () => {
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><path d="M0 0h9"/></svg>']);
    expect(await shrinker.shrink(svg, "small")).toMatchObject({ type: "image/svg+xml", width: 640, height: 480 });
  });

  it("is what its bytes say, whatever it is called", async () => {
    const png = await picture(20, 20, "image/png");
    expect(await shrinker.shrink(new Blob([png], { type: "text/html" }), "full")).toMatchObject({ type: "image/png" });
  });

  it.each([
    ["markup", "<!doctype html><p>No picture"],
    ["nothing", ""],
    ["a picture that breaks off", "\x89PNG\r\n\x1a\n"],
  ])("is refused where it is %s, and the next one comes", async (_, text) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const refused = shrinker.shrink(new Blob([bytes], { type: "image/png" }), "full");
    await expect(refused).rejects.toMatchObject({ reason: "damaged" });
    expect(await shrinker.shrink(await picture(8, 8, "image/png"), "full")).toMatchObject({ width: 8 });
  });

  it("that moves goes on moving", async () => {
    // Two frames of one pixel each, by hand.
    const gif = Uint8Array.from(
      atob("R0lGODlhAQABAIAAAP///wAAACH5BAAKAAAALAAAAAABAAEAAAICRAEAIfkEAAoAAAAsAAAAAAEAAQAAAgJEAQA7"),
      (char) => char.charCodeAt(0),
    );
    const kept = await shrinker.shrink(new Blob([gif]), "small");
    expect(kept.type).toBe("image/gif");
    expect(kept.bytes.byteLength).toBe(gif.length);
  });
});

describe("the worker", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("goes only when nobody waits for it any more", async () => {
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const shared = createShrinker(2000);
    const [first, second] = [await picture(1000, 1000, "image/png"), await picture(20, 20, "image/png")];
    const both = [shared.shrink(first, "small"), shared.shrink(second, "small")];
    shared.close();
    expect(terminate).not.toHaveBeenCalled();
    expect(await Promise.all(both)).toMatchObject([{ width: 800 }, { width: 20 }]);
    expect(terminate).toHaveBeenCalledTimes(1);

    expect(await shared.shrink(second, "small")).toMatchObject({ width: 20 });
    expect(terminate).toHaveBeenCalledTimes(1);
    shared.close();
    expect(terminate).toHaveBeenCalledTimes(2);
  });

  it("that never answers for one picture is given up, and the others are asked for in another", async () => {
    const postMessage = vi.spyOn(Worker.prototype, "postMessage");
    // The first worker hears nothing.
    postMessage.mockImplementationOnce(() => {}).mockImplementationOnce(() => {});
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const shared = createShrinker(300);
    const endless = shared.shrink(new Blob(["?"]), "full").catch((error: unknown) => error);
    const small = await picture(20, 20, "image/png");
    await expect(shared.shrink(small, "full")).resolves.toMatchObject({ width: 20 });
    expect(await endless).toMatchObject({ reason: "damaged" });
    expect(terminate).toHaveBeenCalledTimes(1);
    shared.close();
  });
});
