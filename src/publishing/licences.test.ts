import { expect, test } from "vitest";
import { licences, noticeOf } from "./licences-plugin.ts";

test("names everybody whose work is in the app, with the whole of their licence", () => {
  const text = licences();
  for (const name of ["preact", "idb", "workbox-window", "lucide-static", "mediabunny"])
    expect(text).toMatch(`\n${name} `);
  expect(text).toMatch(/atkinson-hyperlegible-next .*OFL/);
  expect(text).toContain("SIL OPEN FONT LICENSE");
  expect(text).toContain("Mozilla Public License Version 2.0");
  expect(text).toContain("THE SOFTWARE IS PROVIDED");
});

test("has the notice of one of them by itself", () => {
  expect(noticeOf("ipaddr.js")).toMatch(/^ipaddr\.js \d+\.\d+\.\d+ \(MIT\)\n\nCopyright/);
  expect(() => noticeOf("nobody")).toThrow("ENOENT");
});
