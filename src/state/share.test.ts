import { describe, expect, it } from "vitest";
import { addressesIn } from "#importing/text/addresses.ts";
import { glanceAtShare, incomingOfShare } from "./share.ts";

const of = (fields: [string, string | File][]) => incomingOfShare({ way: "share" }, fields, addressesIn);
const LONG = "The tide comes in twice a day, and all who live here know when it does. ".repeat(10);

describe("a share", () => {
  it("of an address is named by its title", () => {
    expect(
      of([
        ["title", "Tides"],
        ["text", "Look: https://example.org/a"],
      ]),
    ).toMatchObject([{ name: "Tides", address: "https://example.org/a", incoming: { kind: "address" } }]);
  });

  it("of a text has its title beside it, and not on top of it", () => {
    expect(
      of([
        ["title", "Tides"],
        ["text", `Tides\nBy Ada Brown\n\n${LONG}`],
      ]),
    ).toMatchObject([
      { name: "Tides", incoming: { kind: "text", title: "Tides", text: expect.stringMatching(/^Tides\nBy Ada/) } },
    ]);
  });

  it("of a long text with addresses in it is the text", () => {
    const [only, ...others] = of([["text", `${LONG} https://example.org/a ${LONG}`]]);
    expect(others).toEqual([]);
    expect(only.incoming).toMatchObject({ kind: "text" });
    expect(only.address).toBeUndefined();
  });

  it("of something that was selected on a page is what was selected", () => {
    const text = `"${LONG.slice(0, 143)}"\n https://example.org/a#:~:text=The%20tide`;
    expect(of([["text", text]])[0].incoming).toMatchObject({ kind: "text", text });
  });

  it("of an address in a field of its own is that, however long the words beside it are", () => {
    expect(
      of([
        ["url", "https://example.org/a"],
        ["text", LONG],
      ]),
    ).toMatchObject([{ address: "https://example.org/a" }]);
  });

  describe("with files", () => {
    const files: [string, File][] = ["a.pdf", "b.pdf"].map((name) => ["files", new File(["a"], name)]);
    const kinds = (fields: [string, string | File][]) =>
      of([...fields, ...files]).map(({ name, address, incoming }) => [incoming.kind, address ?? name]);
    const both = [
      ["file", "a.pdf"],
      ["file", "b.pdf"],
    ];

    it("and a text to read is both, whatever addresses are in the text", () => {
      const text = `${LONG} https://example.org/a`;
      expect(kinds([["text", text]])).toEqual([...both, ["text", text.slice(0, 80)]]);
      expect(of([["title", "Tides"], ["text", LONG], ...files]).at(-1)).toMatchObject({
        name: "Tides",
        incoming: { kind: "text", title: "Tides", text: LONG.trim() },
      });
      expect(kinds([["text", LONG.slice(0, 300)]])).toEqual([...both, ["text", LONG.slice(0, 80)]]);
    });

    it("and addresses is both, in whatever field they are", () => {
      expect(kinds([["text", "Look: https://example.org/a"]])).toEqual([...both, ["address", "https://example.org/a"]]);
      expect(kinds([["url", "https://example.org/a"]])).toEqual([...both, ["address", "https://example.org/a"]]);
    });

    it("and a caption is the files", () => {
      expect(kinds([])).toEqual(both);
      expect(
        kinds([
          ["title", "Two files"],
          ["text", "The tide tables of this year and the next."],
        ]),
      ).toEqual(both);
    });
  });

  it("of a title alone is a text", () => {
    expect(of([["title", "Buy salt"]])).toMatchObject([
      { name: "Buy salt", incoming: { kind: "text", text: "Buy salt" } },
    ]);
  });
});

it.each<[[string, string | File][], object]>([
  [
    [
      ["title", "Tides"],
      ["text", "Look (https://example.org/a)."],
    ],
    { name: "Tides", address: "https://example.org/a" },
  ],
  [[["url", "https://example.org/a"]], { name: "https://example.org/a", address: "https://example.org/a" }],
  [[["text", "Buy salt"]], { name: "Buy salt" }],
  [
    [
      ["title", "Two files"],
      ["files", new File([], "a.pdf")],
      ["files", new File([], "b.pdf")],
    ],
    { name: "a.pdf, b.pdf" },
  ],
  [[], { name: "" }],
])("a share has a name before it is told apart: %#", (fields, expected) => {
  expect(glanceAtShare(fields)).toEqual(expected);
});
