import { describe, expect, it } from "vitest";
import { textOf } from "#domain/text.ts";
import { importText } from "./plain-text.ts";

const PROSE =
  "The tide was lower than anyone here remembers, and for two days the old wall stood dry from end to end, so that children walked along its foot.";
const MORE = "Nobody had expected it. The tables that hang in the harbour office are printed a year ahead.";

/** Headings with a sign in front. */
function read(...paragraphs: string[]) {
  const { title, blocks, related } = importText(paragraphs.join("\n\n"));
  const lines = blocks.map((block) => {
    if (block.type === "paragraph") return textOf(block.content);
    return block.type === "heading" ? `# ${textOf(block.content)}` : block.type;
  });
  return { title, lines, apart: related.map((one) => one.title) };
}

describe("a word that is on buttons as well", () => {
  it.each([
    ["Werbung", "Werbung ist die Verbreitung von Informationen in der Öffentlichkeit, zumeist gegen Entgelt."],
    ["Реклама", "Под рекламой понимают распространение сведений о товаре, чтобы привлечь к нему внимание людей."],
    ["Share", "In finance, shares are the parts that the capital of a company is divided into, and each has an owner."],
    ["広告", "広告とは、商品やサービスなどの情報を多くの人に知らせ、関心を持ってもらうための活動である。"],
  ])("is the title %s over a text on it", (word, text) => {
    expect(read(word, text, `${text} ${text}`)).toEqual({ title: word, lines: [text, `${text} ${text}`], apart: [] });
  });

  it("is a heading of a manual that has several of them, each over its text", () => {
    const parts = [
      "Save",
      "It writes the text to the disk, and says so at the foot of the window as soon as all of it is there.",
      "Print",
      "It hands the pages that are chosen to the printer, one after the other, and waits for each of them.",
      "Share",
      "It hands the text to another program on the same machine, of which there is a list to choose from.",
    ];
    const lines = ["# Save", parts[1], "# Print", parts[3], "# Share", parts[5]];
    expect(read("The keys of the editor", ...parts)).toEqual({ title: "The keys of the editor", lines, apart: [] });
    const [save, ...others] = lines;
    expect(read(...parts)).toEqual({ title: save!.slice(2), lines: others, apart: [] });
  });

  it("is a heading where it stands once between paragraphs, or over what speaks of it", () => {
    expect(read("The editor", PROSE, "Save", MORE).lines).toEqual([PROSE, "# Save", MORE]);
    expect(
      read(
        "The editor",
        "Save",
        "To save the text, press the key with the disk on it. It takes a while, and the window says when it is done.",
        PROSE,
      ).lines[0],
    ).toBe("# Save");
    expect(
      read(
        "A trade",
        PROSE,
        "Anzeige",
        MORE,
        "Anzeige",
        "Eine Anzeige kostet je nach ihrer Größe und dem Tag, an dem sie erscheint, zwischen zehn und tausend Mark.",
        PROSE,
      ).lines,
    ).toContain("# Anzeige");
  });

  it("is kept beside the text where it is taken for a button, under a title as well", () => {
    const { lines, apart } = read("The keys of the editor\nSave\nPrint\nUndo", PROSE, MORE);
    expect(lines).toEqual(["# Undo", PROSE, MORE]);
    expect(apart).toEqual(["Save", "Print"]);
    expect(read("The tides of June", "2 hours ago\nBy Ada Brown\nShare", PROSE, MORE)).toEqual({
      title: "The tides of June",
      lines: [PROSE, MORE],
      apart: ["2 hours ago", "Share"],
    });
  });
});

describe("furniture of a page", () => {
  it("is a label for an advertisement that the text does not speak of", () => {
    expect(read("The tides of June", PROSE, "Advertisement", MORE)).toEqual({
      title: "The tides of June",
      lines: [PROSE, MORE],
      apart: ["Advertisement"],
    });
  });

  it.each([
    ["at the top", ["Advertisement", "The tides of June", PROSE, MORE]],
    ["under the title", ["The tides of June", "Share", PROSE, MORE]],
    ["together", ["The tides of June", PROSE, "Share", "Print", MORE]],
    ["again and again", ["The tides of June", PROSE, "Share", MORE, "Share", PROSE]],
    ["at the end", ["The tides of June", PROSE, MORE, "Print"]],
  ])("is what stands %s", (_, paragraphs) => {
    const isProse = (text: string) => text === PROSE || text === MORE;
    const { title, lines } = read(...paragraphs);
    expect(title).toBe("The tides of June");
    expect(lines).toEqual(paragraphs.filter(isProse));
  });

  it("is found in time that grows with the text", () => {
    const text = `The tides of June\n${"Share\nx\n".repeat(20_000)}\n\n${"Print\n\nx\n\n".repeat(10_000)}`;
    expect(importText(text).title).toBe("The tides of June");
  });
});
