import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Importer } from "#importing/import-article.ts";
import { importText } from "#importing/text/plain-text.ts";
import { createInboxStore, type InboxStore } from "#storage/inbox.ts";
import { createStorage, type LibraryStorage } from "#storage/storage.ts";
import { fillDisk } from "#storage/testing.ts";
import { createDraftKeeper, type DraftKeeper } from "./draft.ts";
import { createProblems } from "./problems.ts";

const TEXT = `The tides of June

The tide comes in twice a day, and all who live here know when.

The harbour sets its clocks by it, and so does the baker.`;

let storage: LibraryStorage;
let inbox: InboxStore;
let saved: (number | undefined)[];

/** A tab of the app; `importer` is what it takes where a draft is read anew. */
function openTab(loadImporter: () => Promise<Importer> = () => expect.fail("nothing is read anew")): DraftKeeper {
  const problems = createProblems();
  return createDraftKeeper({
    inbox,
    problems,
    loadImporter,
    onSaved: async (instead) => void saved.push(instead),
  });
}

const open = (tab: DraftKeeper, text = TEXT, more: object = {}) => tab.open(importText(text), { text, ...more });

/** The next tab, once all that was corrected in this one is on the disk. */
async function reopened(): Promise<DraftKeeper> {
  const next = openTab();
  await next.reopen();
  return next;
}

beforeEach(() => {
  storage = createStorage({ name: crypto.randomUUID(), onProblem: (problem) => expect.fail(problem) });
  inbox = createInboxStore(storage);
  saved = [];
});

afterEach(() => storage.close());

describe("a draft that is left", () => {
  it("has every correction in the next tab, and what was cut off it too", async () => {
    const tab = openTab();
    await open(tab);
    const { article, change } = tab.draft.value!;
    change({ title: "Tides" });
    change({ byline: "Ada " });
    change({ byline: "Ada Brown", published: "2026-06-21" });
    change({ lang: "fr", dir: "rtl", end: 1 });
    await vi.waitFor(async () => expect((await reopened()).draft.value?.end).toBe(1));
    const left = (await reopened()).draft.value!;
    expect(left.article).toEqual({
      ...article,
      title: "Tides",
      byline: "Ada Brown",
      published: "2026-06-21",
      lang: "fr",
      dir: "rtl",
    });
    expect(left.article.blocks).toHaveLength(2);
  });

  it("is shown as it was corrected without anything of it being read again", async () => {
    const tab = openTab();
    await open(tab);
    const { article, change } = tab.draft.value!;
    const related = [{ title: "More", href: "https://example.org/more" }];
    change({ blocks: article.blocks.slice(1), related, end: 1 });
    await vi.waitFor(async () => expect((await reopened()).draft.value?.article.related).toEqual(related));
    expect((await reopened()).draft.value?.article.blocks).toEqual(article.blocks.slice(1));
  });

  it("by a version that kept the text alone is read anew", async () => {
    await inbox.receive([{ way: "paste", name: "T", incoming: { kind: "text", text: TEXT }, status: "draft" }]);
    const tab = openTab(
      async () => ({ pasted: async (pasted: { text: string }) => importText(pasted.text) }) as unknown as Importer,
    );
    await tab.reopen();
    expect(tab.draft.value?.article.title).toBe("The tides of June");
  });

  it("because another was pasted is there again once that has been saved", async () => {
    const tab = openTab();
    await open(tab);
    tab.draft.value!.change({ title: "The first" });
    await open(tab, TEXT.replace("June", "July"));
    expect(tab.draft.value?.article.title).toBe("The tides of July");
    expect(await tab.save()).toBe(true);
    expect(tab.draft.value?.article.title).toBe("The first");
    tab.drop();
    await vi.waitFor(async () => expect((await inbox.listInbox()).map(({ status }) => status)).toEqual(["waiting"]));
  });
});

it("a dropped draft can be had back with its corrections, and in its place", async () => {
  const tab = openTab();
  await open(tab, TEXT, { instead: 7 });
  tab.draft.value!.change({ title: "Tides", end: 1 });
  tab.drop();
  expect(tab.draft.value).toBeUndefined();
  await vi.waitFor(async () => expect(await inbox.listInbox()).toEqual([]));
  await tab.undrop();
  expect(tab.draft.value).toMatchObject({ article: { title: "Tides" }, end: 1 });
  expect((await reopened()).draft.value?.article.title).toBe("Tides");
  await tab.save();
  expect(saved).toEqual([7]);
});

it("what is saved ends where its reader said, and nothing more is written to it", async () => {
  const tab = openTab();
  await open(tab);
  const { change } = tab.draft.value!;
  change({ byline: " Ada Brown ", end: 1 });
  expect(await tab.save()).toBe(true);
  change({ title: "Too late" });
  const [item] = await inbox.listInbox();
  expect(item).toMatchObject({ status: "waiting", name: "The tides of June", incoming: { text: TEXT } });
  expect(item!.incoming).not.toHaveProperty("end");
  expect(item!.incoming).toMatchObject({ article: { byline: "Ada Brown", blocks: [{ type: "paragraph" }] } });
  expect(tab.draft.value).toBeUndefined();
});

it("is saved from a second tab too where the first has saved or dropped it", async () => {
  const [one, other] = [openTab(), openTab()];
  await open(one);
  await other.reopen();
  other.draft.value!.change({ title: "As the other tab has it" });
  one.drop();
  await vi.waitFor(async () => expect(await inbox.listInbox()).toEqual([]));
  expect(await other.save()).toBe(true);
  expect((await inbox.listInbox()).map(({ name }) => name)).toEqual(["As the other tab has it"]);
});

it("stays a draft where a full disk does not take it", async () => {
  const tab = openTab();
  await open(tab);
  const makeRoom = fillDisk("inbox");
  expect(await tab.save()).toBe(false);
  expect(tab.draft.value?.article.title).toBe("The tides of June");
  makeRoom();
  expect(await tab.save()).toBe(true);
});
