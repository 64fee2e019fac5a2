import { expect, it } from "vitest";
import { manifestFor } from "./manifest.ts";

const { share_target: target, file_handlers: handlers } = manifestFor("/reader/");
const [files] = [target?.params.files].flat();
const { accept } = handlers![0]!;

it.each(["text/html", "application/epub+zip", "application/pdf", "text/x-opml", ".opml", "text/xml", ".xml"])(
  "%s can be shared with the app",
  (kind) => {
    expect(files?.accept).toContain(kind);
  },
);

it("no kind of file is named twice, and what can be shared can be opened", () => {
  const shared = [files?.accept ?? []].flat();
  expect(new Set(shared).size).toBe(shared.length);
  expect(new Set(shared)).toEqual(new Set([...Object.keys(accept), ...Object.values(accept).flat()]));
});
