import { expect, type Page } from "@playwright/test";
import { plant } from "./database.ts";
import type { Screen } from "./screen.ts";
import { LONG_ARTICLE, shippedArticle } from "./shipped.ts";

/** What the view of adding articles can look like. */
export const ADDING_SCREENS: readonly Screen[] = [
  { name: "adding articles", open: openAdding },
  { name: "adding articles, with what came of it", open: openArrivals },
  { name: "adding articles, with steps for other apps", open: openWaysIn },
  { name: "adding articles, a draft", open: openDraft },
  { name: "other ways to get a page", open: openOtherWays },
  { name: "mending an article", open: openMending },
];

export const DRAFT = `Salt roads of the hills

Salt was carried over the pass for eight hundred years, on the backs of mules and of people, and the road still shows where they went.

The first of these roads was cut by monks. They needed salt for the winter, and they had no sea. A mule took a hundred and twenty kilos.

A mule knew the way better than its driver did.`;

export const REFUSED = "https://refused.example/a/page/with/a-long-name";

/** So far ahead that nothing tries it again while a test runs. */
const NEVER = 9e12;

/** One of each state that a thing can be in, as the inbox has it. */
export const INBOX = [
  {
    key: 1,
    way: "address",
    name: REFUSED,
    address: REFUSED,
    incoming: { kind: "address" },
    status: "failed",
    problem: "refused",
  },
  {
    key: 2,
    way: "address",
    name: "https://slow.example/",
    address: "https://slow.example/",
    incoming: { kind: "address" },
    status: "waiting",
    problem: "timeout",
    notBefore: NEVER,
  },
  {
    key: 3,
    way: "address",
    name: "https://later.example/",
    address: "https://later.example/",
    incoming: { kind: "address" },
    status: "kept",
  },
  {
    key: 4,
    way: "page",
    name: "A page that is here already",
    address: "https://known.example/",
    incoming: { kind: "page", content: "none" },
    status: "known",
    known: [{ id: LONG_ARTICLE, title: shippedArticle(LONG_ARTICLE).record.title }],
  },
  {
    key: 5,
    way: "file",
    name: "scanned.pdf",
    incoming: { kind: "file", name: "scanned.pdf", type: "application/pdf", problem: "scanned" },
    status: "failed",
    problem: "scanned",
  },
];

export async function openAdding(page: Page): Promise<void> {
  await page.goto("add");
  await expect(page.getByRole("heading", { level: 1, name: "Add articles" })).toBeVisible();
}

/** With what is in the inbox besides, as in `INBOX`, and the texts that belong to it. */
export async function openArrivals(
  page: Page,
  inbox: readonly object[] = INBOX,
  contents: readonly object[] = [],
): Promise<void> {
  await openAdding(page);
  await plant(page, { inbox: [...inbox], contents: [...contents] });
  await openAdding(page);
  await expect(page.getByRole("region", { name: "What you have added" }).getByRole("listitem")).toHaveCount(
    inbox.length,
  );
}

async function openWaysIn(page: Page): Promise<void> {
  await openAdding(page);
  for (const name of ["A bookmark that hands pages over", "The share menu of your device"])
    await page.getByRole("heading", { name }).click();
  await expect(page.getByRole("link", { name: "Save to Lectern" })).toBeVisible();
}

/** A text of several paragraphs, pasted and not saved yet. */
export async function openDraft(page: Page, text = DRAFT): Promise<void> {
  await openAdding(page);
  await page.getByRole("textbox", { name: "An address, or text to paste" }).fill(text);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("region", { name: "Check it before it is saved" })).toBeVisible();
}

export async function openOtherWays(page: Page): Promise<void> {
  await openArrivals(page, INBOX.slice(0, 1));
  await page.getByRole("button", { name: "Other ways" }).click();
  await expect(page.getByRole("dialog", { name: "Other ways to get this page" })).toBeVisible();
}

const SENTENCE = "The road still shows where the mules went, and where the drivers slept when the snow came early. ";
const HTML = `<!doctype html><html lang="en"><head><title>Salt roads</title></head><body>
<nav><ul>${["Home", "News", "Weather", "Sport", "Shop"].map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul></nav>
<main><article><h1>Salt roads</h1>
<p>Salt was carried over the pass for eight hundred years. ${SENTENCE.repeat(4)}</p>
<h2>The monks</h2>
<p>The first of these roads was cut by monks. ${SENTENCE.repeat(4)}</p>
<p>They needed salt for the winter. ${SENTENCE.repeat(4)}</p></article></main>
<aside class="sidebar"><p>A box beside the text tells of the price of a mule. ${SENTENCE}</p></aside>
<footer><p>All rights reserved.</p></footer></body></html>`;

/** Puts the page into the inbox as a bookmark hands it over, and opens the article that has been made of it. */
export async function openSaved(page: Page): Promise<void> {
  const address = "https://salt.example/roads";
  await openArrivals(
    page,
    [
      {
        key: 1,
        way: "page",
        name: "Salt roads",
        address,
        incoming: { kind: "page", content: "salt" },
        status: "waiting",
      },
    ],
    [{ content: "salt", part: 0, incoming: { kind: "page", html: HTML } }],
  );
  await page.getByRole("link", { name: "Open: Salt roads" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Salt roads" })).toBeVisible();
}

export async function openMending(page: Page): Promise<void> {
  await openSaved(page);
  await page.getByRole("link", { name: "Something missing?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mend an article" })).toBeFocused();
  await expect(page.getByRole("checkbox").first()).toBeAttached();
}
