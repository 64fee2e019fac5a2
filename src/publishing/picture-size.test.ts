import { describe, expect, test } from "vitest";
import { isPicture, pictureSize } from "./picture-size.ts";

const svg = (tag: string) =>
  pictureSize(
    "a.svg",
    Buffer.from(`<?xml version="1.0"?>\n<!-- a picture -->\n${tag}<rect width="1" height="1"/></svg>`),
  );

describe("SVG", () => {
  test.each([
    ['<svg width="640" height="300" viewBox="0 0 64 30">', { width: 640, height: 300 }],
    ["<svg width='64px'\n  height='30.4'>", { width: 64, height: 30 }],
    ['<svg viewBox="0 0 64 30">', { width: 64, height: 30 }],
    ['<svg viewBox="-5,-5,64.6,30">', { width: 65, height: 30 }],
    ['<svg width="100%" height="100%" viewBox="0 0 64 30">', { width: 64, height: 30 }],
    ['<svg stroke-width="3" height="30">', undefined],
    ['<svg viewBox="0 0 64">', undefined],
    ['<svg viewBox="0 0 0 30">', undefined],
  ])("%s", (tag, size) => {
    expect(svg(tag)).toEqual(size);
  });
});

test("PNG", () => {
  const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452000003e8000001f40802000000", "hex");
  expect(pictureSize("A.PNG", bytes)).toEqual({ width: 1000, height: 500 });
  expect(pictureSize("a.png", bytes.subarray(0, 20))).toBeUndefined();
});

describe("JPEG", () => {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const frame = (marker: number) => segment(marker, Buffer.from([8, 0x01, 0xf4, 0x03, 0xe8, 3, 1, 0x22, 0]));
  const jpeg = (...segments: Buffer[]) =>
    Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xd9])]);
  const jfif = segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"));
  const huffman = segment(0xc4, Buffer.alloc(9, 0xff));
  const exif = (orientation: number, order: "II" | "MM") => {
    const little = order === "II";
    const tiff = Buffer.alloc(26);
    const short = (value: number, at: number) =>
      little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
    const long = (value: number, at: number) =>
      little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
    tiff.write(order, 0, "latin1");
    short(42, 2);
    long(8, 4);
    short(1, 8);
    short(0x0112, 10);
    short(3, 12);
    long(1, 14);
    short(orientation, 18);
    return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
  };

  test.each([0xc0, 0xc1, 0xc2])("with the frame header %i", (marker) => {
    expect(pictureSize("a.jpg", jpeg(jfif, huffman, frame(marker)))).toEqual({ width: 1000, height: 500 });
  });

  test.each(["II", "MM"] as const)("turned by its Exif orientation (%s)", (order) => {
    expect(pictureSize("a.jpeg", jpeg(exif(6, order), frame(0xc0)))).toEqual({ width: 500, height: 1000 });
    expect(pictureSize("a.jpeg", jpeg(exif(3, order), frame(0xc0)))).toEqual({ width: 1000, height: 500 });
  });

  test("without a frame", () => {
    expect(pictureSize("a.jpg", jpeg(jfif))).toBeUndefined();
    expect(pictureSize("a.jpg", Buffer.alloc(0))).toBeUndefined();
  });
});

describe("WebP", () => {
  const webp = (chunk: string, data: string) => {
    const bytes = Buffer.concat([
      Buffer.from("RIFF\0\0\0\0WEBP", "latin1"),
      Buffer.from(chunk, "latin1"),
      Buffer.alloc(4),
      Buffer.from(data, "hex"),
    ]);
    return pictureSize("a.webp", bytes);
  };

  test("lossy", () => expect(webp("VP8 ", "0000009d012ae803f401")).toEqual({ width: 1000, height: 500 }));
  // 14 bits of width - 1, then 14 bits of height - 1, little-endian: 999 | 499 << 14.
  test("lossless", () => expect(webp("VP8L", "2fe7c37c00")).toEqual({ width: 1000, height: 500 }));
  test("extended", () => expect(webp("VP8X", "10000000e70300f30100")).toEqual({ width: 1000, height: 500 }));
  test("unknown", () => expect(webp("VP9 ", "00000000000000000000")).toBeUndefined());
});

test("what is a picture is told by the name", () => {
  expect(["a.svg", "b.c.JPEG", "a.webp"].every(isPicture)).toBe(true);
  expect(["svg", "a.gif", "a.md", "constructor", "a.constructor"].some(isPicture)).toBe(false);
});
