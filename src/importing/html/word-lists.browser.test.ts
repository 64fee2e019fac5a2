import { expect, it } from "vitest";
import { inertDocument } from "./inert-document.ts";
import { unfoldWordLists } from "./word-lists.ts";

const PARAGRAPH = "<p class=MsoListParagraph>";

function listsOf(html: string): Element[] {
  const { body } = inertDocument(html);
  unfoldWordLists(body);
  return [...body.querySelectorAll("ol, ul")];
}

it("goes on behind paragraphs that show nothing, and not behind one that does", () => {
  const item = (number: number) => `${PARAGRAPH}${number}.&nbsp;&nbsp;Item</p>`;
  expect(listsOf(`${item(1)}${PARAGRAPH}</p><p> </p>${item(2)}`)).toHaveLength(1);
  expect(listsOf(`${item(1)}<p>Between</p>${item(2)}`)).toHaveLength(2);
  expect(listsOf(`${item(1)}<p><img src=a></p>${item(2)}`)).toHaveLength(2);
});

it.each([
  ["150,000 empty ones behind an item", `${PARAGRAPH}1.&nbsp;&nbsp;a</p>${`${PARAGRAPH}</p>`.repeat(150_000)}`, 1],
  ["60,000 items", `${PARAGRAPH}·&nbsp;&nbsp;${"A boat of the harbour. ".repeat(4)}</p>`.repeat(60_000), 60_000],
])("takes no square of the number of paragraphs: %s", (_, html, items) => {
  const lists = listsOf(html);
  expect(lists).toHaveLength(1);
  expect(lists[0]!.childElementCount).toBe(items);
});
