import { expect, it } from "vitest";
import { shortcutAddress } from "./shortcut.ts";

const plist = (address: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">\n<dict>\n\t<key>URL</key>\n\t<string>${address}</string>\n</dict>\n</plist>\n`;
const binary = Uint8Array.from(
  "bplist00\xd1\x01\x02SURL_\x10\x1ahttps://example.org/tides?a\x08\x0b\x0f\0\0\0\0\0\0\x01\x01\0\0\0\0\0\0\0\x03",
  (char) => char.charCodeAt(0),
);

it.each([
  [
    "Tides.url",
    "[DEFAULT]\r\nBASEURL=https://example.org/\r\n[InternetShortcut]\r\nIDList=\r\nURL=https://example.org/tides?utm_source=x#part\r\n[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n",
    "https://example.org/tides",
  ],
  ["Tides.webloc", plist("https://example.org/tides?a=1&amp;b=2"), "https://example.org/tides?a=1&b=2"],
  ["Tides.WEBLOC", binary, "https://example.org/tides?a"],
  ["a file.url", "[InternetShortcut]\nURL=file:///C:/tides.html", undefined],
  ["no shortcut.url", "The tide comes in twice a day.", undefined],
  ["Tides.txt", "[InternetShortcut]\nURL=https://example.org/tides", undefined],
  ["Other.webloc", plist("").replace("URL", "Name"), undefined],
])("%s", async (name, text, address) => {
  expect(await shortcutAddress(new File([text], name))).toBe(address);
});
