import { expect, it } from "vitest";
import { entryOf } from "./entry.ts";

it.each([
  ["", { kind: "plain" }],
  ["?source=shortcut", { kind: "plain" }],
  ["?url=", { kind: "plain" }],
  ["?shared=7", { kind: "shared", key: 7 }],
  ["?handover=1#https%3A%2F%2Fa.example%2F%3Fb%3D1%26c", { kind: "handover", address: "https://a.example/?b=1&c" }],
  ["?handover=1", { kind: "handover", address: "" }],
  ["?handover=1#%E0%A4%A", { kind: "handover", address: "" }],
  ["?url=https%3A%2F%2Fa.example%2F", { kind: "given", text: "https://a.example/", lost: 0 }],
  ["?title=A+title&files=2", { kind: "given", text: "A title", lost: 2 }],
  ["?files=1", { kind: "given", text: "", lost: 1 }],
  // As a Shortcut of iOS does it.
  ["?url=https://a.example/?b=1&c=2#part", { kind: "given", text: "https://a.example/?b=1&c=2#part", lost: 0 }],
  ["?title=A+title&text=https%3A%2F%2Fa.example%2F", { kind: "given", text: "A title\nhttps://a.example/", lost: 0 }],
  // Android puts the address into the text, and some apps the title as well.
  [
    "?title=A+title&text=A+title+https%3A%2F%2Fa.example%2F&url=https%3A%2F%2Fa.example%2F",
    { kind: "given", text: "https://a.example/\nA title https://a.example/", lost: 0 },
  ],
  ["?title=A+title&text=A+Title%0D%0ABy+Ada", { kind: "given", text: "A Title\r\nBy Ada", lost: 0 }],
])("reads %s", (query, expected) => {
  expect(entryOf(new URL(`https://lectern.example/add${query}`))).toEqual(expected);
});
