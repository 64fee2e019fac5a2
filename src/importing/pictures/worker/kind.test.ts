import { describe, expect, it } from "vitest";
import { pictureKind, svgSize } from "./kind.ts";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const png = (...chunks: string[]) =>
  bytes(`\x89PNG\r\n\x1a\n${chunks.map((name) => `\0\0\0\0${name}\0\0\0\0`).join("")}`);
const frame = "\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
const gif = (...parts: string[]) => bytes(`GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0${parts.join("")};`);

describe("the kind of a picture", () => {
  it.each([
    ["a JPEG", bytes("\xff\xd8\xff\xe0"), "image/jpeg", false],
    ["a PNG", png("IHDR", "IDAT", "IEND"), "image/png", false],
    ["a PNG that moves", png("IHDR", "acTL", "IDAT"), "image/png", true],
    ["a GIF", gif(frame), "image/gif", false],
    ["a GIF that moves", gif("\x21\xf9\x04\0\0\0\0\0", frame, frame), "image/gif", true],
    ["a GIF that breaks off", gif(frame).subarray(0, 22), "image/gif", false],
    ["a WebP", bytes("RIFF\x10\0\0\0WEBPVP8 \0\0\0\0"), "image/webp", false],
    ["a WebP that moves", bytes("RIFF\x10\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0"), "image/webp", true],
    ["an AVIF", bytes("\0\0\0\x20ftypavif"), "image/avif", false],
    ["a drawing", bytes('<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="x">'), "image/svg+xml", false],
    ["nothing but comments", bytes("<!---->".repeat(500)), undefined, false],
    ["a page", bytes("<!doctype html><svg>"), undefined, false],
    ["nothing", bytes(""), undefined, false],
  ])("%s", (_, given, type, animated) => {
    expect(pictureKind(given)).toEqual({ ...(type && { type }), animated });
  });
});

describe("the size of a drawing", () => {
  it.each([
    ['<svg width="120" height="80">', { width: 120, height: 80 }],
    ['<svg width="12.4px" height="8px" viewBox="0 0 1 1">', { width: 12, height: 8 }],
    ['<svg viewBox="-1 -1 300, 200">', { width: 300, height: 200 }],
    ['<svg width="100%" viewBox="0 0 30 20">', { width: 30, height: 20 }],
    ["<svg>", undefined],
  ])("%s", (markup, size) => expect(svgSize(bytes(markup))).toEqual(size));
});
