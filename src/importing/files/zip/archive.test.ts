import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportProblem } from "../../import-problem.ts";
import { openArchive } from "./archive.ts";
import { type Packed, writeZip } from "./testing.ts";

const TEXT = "Words that come up again and again, and again. ".repeat(50);
const FILES: Packed[] = [
  { name: "mimetype", content: "application/epub+zip", stored: true },
  { name: "OEBPS/a.xhtml", content: TEXT },
  { name: "OEBPS/empty", content: "" },
];
const LIMIT = 100_000;

async function textIn(file: Blob, name: string, limit = LIMIT): Promise<string | undefined> {
  const bytes = await (await openArchive(file)).read(name, limit);
  return bytes && new TextDecoder().decode(bytes);
}

/** The reason it is refused with, or what was read. */
async function outcome(file: Blob, name = "a"): Promise<string | undefined> {
  return textIn(file, name).catch((error: unknown) => {
    if (!(error instanceof ImportProblem)) throw error;
    return `refused: ${error.reason}`;
  });
}

describe("a zip file", () => {
  it.each([false, true])("gives each of its files, with the newer list as with the old: %s", async (zip64) => {
    const file = writeZip(FILES, { zip64 });
    expect(await textIn(file, "mimetype")).toBe("application/epub+zip");
    expect(await textIn(file, "OEBPS/a.xhtml")).toBe(TEXT);
    expect(await textIn(file, "OEBPS/empty")).toBe("");
    expect(await textIn(file, "OEBPS/b.xhtml")).toBeUndefined();
  });

  it("may have a comment after it", async () => {
    const plain = new Uint8Array(await writeZip(FILES).arrayBuffer());
    const withComment = Uint8Array.from([...plain.slice(0, -2), 5, 0, ...new TextEncoder().encode("hello")]);
    expect(await textIn(new Blob([withComment]), "OEBPS/a.xhtml")).toBe(TEXT);
  });

  it("keeps nothing that leads out of it, and of two by one name the first", async () => {
    const names = ["../a", "/b", "c/../../d", "C:\\e", "\\f", "folder/", "g\0h"];
    const file = writeZip([
      ...names.map((name) => ({ name, content: "out" })),
      { name: "in", content: "first" },
      { name: "in", content: "second" },
    ]);
    expect([...(await openArchive(file)).names]).toEqual(["in"]);
    expect(await textIn(file, "in")).toBe("first");
  });

  it("says before unpacking what is too large", async () => {
    await expect(textIn(writeZip(FILES), "OEBPS/a.xhtml", 100)).rejects.toMatchObject({ reason: "too-large" });
  });

  it.each<[string, Packed, string]>([
    ["declares what no file of its size unpacks to", { name: "a", content: TEXT, lie: { size: 900_000_000 } }, "bomb"],
    ["unpacks to more than it declares", { name: "a", content: TEXT, lie: { size: 100 } }, "bomb"],
    ["unpacks to less than it declares", { name: "a", content: TEXT, lie: { size: TEXT.length + 1 } }, "damaged"],
    ["has another check sum", { name: "a", content: TEXT, lie: { crc: 1 } }, "damaged"],
    ["is packed in another way", { name: "a", content: TEXT, lie: { method: 12 } }, "damaged"],
    ["is no packed data", { name: "a", content: TEXT, stored: true, lie: { method: 8 } }, "damaged"],
    ["wants a password", { name: "a", content: TEXT, lie: { flags: 0x801 } }, "protected"],
    ["is said to begin elsewhere", { name: "a", content: TEXT, lie: { offset: 7 } }, "damaged"],
  ])("is refused when an entry %s", async (_, entry, reason) => {
    expect(await outcome(writeZip([entry]))).toBe(`refused: ${reason}`);
  });

  it("is refused when its entries are one stretch under many names", async () => {
    const once: Packed = { name: "a", content: TEXT };
    expect(await outcome(writeZip([once, { ...once, name: "b", lie: { offset: 0 } }]))).toBe("refused: bomb");
  });

  it("is refused when small entries become a hundred megabytes", async () => {
    const zeros = new Uint8Array(20_000_000);
    expect(await outcome(writeZip([{ name: "a", content: zeros }]))).toBe("refused: bomb");
  });

  it("is refused wherever it breaks off", async () => {
    const whole = writeZip([{ name: "a", content: TEXT }]);
    for (const end of [0, 4, 30, 60, whole.size - 30, whole.size - 1]) {
      expect(await outcome(whole.slice(0, end))).toBe("refused: damaged");
    }
  });

  it("with any bytes changed is read or refused, and never read wrongly", async () => {
    const whole = new Uint8Array(await writeZip(FILES).arrayBuffer());
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of list) bytes[at] = value;
        const read = await outcome(new Blob([bytes]), "OEBPS/a.xhtml");
        expect([
          TEXT,
          undefined,
          "refused: damaged",
          "refused: bomb",
          "refused: protected",
          "refused: too-large",
        ]).toContain(read);
      }),
      { numRuns: 300 },
    );
  });
});
