import { expect, type Page } from "@playwright/test";
import { type Leaf, leavesOf } from "../src/domain/text.ts";
import { watchAnnouncements } from "./support/announcements.ts";
import { AMERICAN, ARABIC, ENGLISH, FRENCH, test } from "./support/fake-speech.ts";
import { paintedText, recordHeard } from "./support/painted-text.ts";
import { serveArticle } from "./support/served-article.ts";
import { LONG_ARTICLE, shippedArticle } from "./support/shipped.ts";

const article = shippedArticle(LONG_ARTICLE);

/** The head of the one column of values in the article's table, said before each of them and painted nowhere. */
const HEAD = "What experts say: ";
const withoutHead = (text: string) => (text.startsWith(HEAD) ? text.slice(HEAD.length) : text);

test("the whole article is read, in order, and painted as it is said", { tag: "@once" }, async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  const announced = await watchAnnouncements(page);
  await speech.listen();
  const heard = await recordHeard(page);
  const disturbances = await watchDisturbances(page);
  await speech.finishAll();

  const said = (await speech.spoken()).map(({ text }) => text);
  const expected = [article.record.title, article.record.summary!, ...leavesOf(article.body).map(readAloud)];
  expect(lettersOf(said.map(withoutHead).join(" "))).toBe(lettersOf(expected.join(" ")));
  expect(new Set(said).size, "no sentence twice").toBe(said.length);
  const all = said.join("\n");
  for (const { title } of article.body.related) expect(all).not.toContain(title);
  expect(all).not.toContain("Short forms in this report");
  expect(all).not.toContain("world.1");

  const events = await heard();
  const starts = events.filter(({ type }) => type === "start");
  expect(starts.map(({ text }) => text)).toEqual(said.slice(1));
  const picture = readAloud(leavesOf(article.body).find(({ kind }) => kind === "image")!);
  for (const { text, painted } of starts) {
    if (picture.includes(text)) expect(painted).toEqual({ sentence: "" });
    else expectSentence(withoutHead(text), painted.sentence);
  }
  const isOfHead = ({ text, word }: { text: string; word: string }) => text.startsWith(HEAD) && HEAD.includes(word);
  expect(events.filter((event) => event.type === "word" && isOfHead(event) && event.painted.word)).toEqual([]);
  const words = events.filter((event) => event.type === "word" && event.painted.sentence && !isOfHead(event));
  expect(words.length).toBeGreaterThan(600);
  for (const { word, painted } of words) expectSame(word, painted.word);

  expect(await disturbances(), "nothing of the article, the focus or the selection has changed").toEqual([]);
  expect(await announced()).toEqual(["Finished reading aloud."]);
  await expect(page.locator(".bar-progress")).toHaveText("100 % · finished");
  expect(await paintedText(page)).toEqual({});
});

test("paint stays while paused and goes with the player", { tag: "@once" }, async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await speech.listen();
  const { title, summary } = article.record;
  expect(await paintedText(page), "the title is said first").toEqual({ sentence: title });
  const [, second] = title.split(" ");
  await speech.reach(second!);
  expect(await paintedText(page)).toEqual({ sentence: title, word: second });
  await speech.finishSentence();
  expect(await paintedText(page)).toEqual({ sentence: summary });
  await speech.finishSentence();
  const sentence = await speech.now();
  expect(await paintedText(page)).toEqual({ sentence });
  await speech.reach("first");
  expect(await paintedText(page)).toEqual({ sentence, word: "first" });
  await page.getByRole("button", { name: "Pause" }).click();
  expect(await paintedText(page)).toEqual({ sentence, word: "first" });

  await page.getByRole("button", { name: "Play", exact: true }).click();
  await speech.pass(100);
  expect(await speech.now(), "goes on at the word").toBe(sentence!.slice(sentence!.indexOf("first")));
  await speech.reach("sent");
  expect(await paintedText(page)).toEqual({ sentence, word: "sent" });
  await page.getByRole("button", { name: "Next sentence" }).click();
  await speech.pass(100);
  expect(await paintedText(page)).toEqual({ sentence: await speech.now() });
  await page.getByRole("button", { name: "Close the player" }).click();
  expect(await paintedText(page)).toEqual({});
});

test("begins where the reader is", async ({ page, speech }) => {
  await speech.open(`read/${LONG_ARTICLE}`);
  await page.clock.resume();
  await page
    .getByRole("heading", { name: "Numbers the statement left out" })
    .evaluate((heading) => heading.scrollIntoView());
  await expect(page.locator(".bar-progress")).not.toHaveText(/^0 %/);
  await speech.listen();
  expect((await speech.spoken())[0]?.text).toBe("Numbers the statement left out.");
});

test("code is left out", { tag: "@once" }, async ({ page, speech }) => {
  await serveArticle(page, {
    ...article,
    body: {
      ...article.body,
      blocks: [
        { type: "paragraph", content: [{ text: "Before the code." }] },
        { type: "preformatted", text: "const spoken = false;" },
        { type: "paragraph", content: [{ text: "After the code." }] },
      ],
    },
  });
  await speech.open(`read/${LONG_ARTICLE}`);
  await expect(page.locator("#article pre")).toHaveText("const spoken = false;");
  await speech.listen();
  await speech.finishAll();
  expect((await speech.spoken()).slice(2).map(({ text }) => text)).toEqual(["Before the code.", "After the code."]);
});

test.describe("a passage in another language", { tag: "@once" }, () => {
  const passage = "Une phrase en français.";
  test.beforeEach(async ({ page }) => {
    await serveArticle(page, {
      ...article,
      body: {
        ...article.body,
        blocks: [
          { type: "paragraph", content: [{ text: "An English sentence." }] },
          { type: "paragraph", lang: "fr", content: [{ text: passage }] },
          { type: "paragraph", content: [{ text: "Another English one." }] },
        ],
      },
    });
  });

  test("is read by a voice of that language", async ({ speech }) => {
    await speech.open(`read/${LONG_ARTICLE}`);
    await speech.listen();
    await speech.finishAll();
    expect((await speech.spoken()).slice(2)).toMatchObject([
      { text: "An English sentence.", voice: ENGLISH.name, lang: "en-GB" },
      { text: passage, voice: FRENCH.name, lang: "fr-FR" },
      { text: "Another English one.", voice: ENGLISH.name, lang: "en-GB" },
    ]);
  });

  test.describe("that no voice speaks", () => {
    test.use({ voices: [[ENGLISH, AMERICAN], { scope: "test" }], builtIn: false });

    test("is left out, and the screen says so", async ({ page, speech }) => {
      await speech.open(`read/${LONG_ARTICLE}`);
      const announced = await watchAnnouncements(page);
      await speech.listen();
      await speech.finishSentences(3);
      expect(await speech.now()).toBe("Another English one.");
      expect((await speech.spoken()).map(({ text }) => text)).not.toContain(passage);
      await expect(page.getByRole("region", { name: "Read aloud" })).toContainText("A passage in French was left out");
      expect(await announced(), "the voice goes on").toEqual([]);
    });
  });
});

test("an article in another language than the app's is read in its own", { tag: "@once" }, async ({ page, speech }) => {
  const { record } = shippedArticle("reading-aloud");
  await speech.open("read/reading-aloud");
  await speech.listen();
  const heard = await recordHeard(page);
  await speech.finishAll();
  const spoken = await speech.spoken();
  expect(spoken[0]).toEqual({ text: `${record.title}.`, lang: ARABIC.lang, voice: ARABIC.name, rate: 1 });
  // Plain English, for a reader whose browser is set to American English.
  const foreign = spoken.filter(({ lang }) => lang !== ARABIC.lang);
  expect(foreign).toEqual([
    { text: "(Lewis Carroll)", lang: AMERICAN.lang, voice: AMERICAN.name, rate: 1 },
    {
      text: "Take care of the sense, and the sounds will take care of themselves.",
      lang: AMERICAN.lang,
      voice: AMERICAN.name,
      rate: 1,
    },
  ]);
  const starts = (await heard()).filter(({ type }) => type === "start");
  for (const { text, painted } of starts.slice(1)) expectSentence(text, painted.sentence);
});

/** What is painted is the sentence that what is said is, or is a part of. */
function expectSentence(said: string, painted: string | undefined): void {
  expect(painted).toContain(said.replace(/\.$/, ""));
}

/** What is painted is what is said, but for a full stop that is only said. */
function expectSame(said: string, painted: string | undefined): void {
  expect([said, said.replace(/\.$/, "")]).toContain(painted);
}

/** What is to be heard of a leaf. */
function readAloud({ kind, inNote, text, content, image }: Leaf): string {
  if (inNote || kind === "preformatted") return "";
  if (kind === "image") return `Image: ${image?.alt}`;
  const isReference = (marks: readonly { type: string }[] = []) => marks.some(({ type }) => type === "note-reference");
  const kept = content.filter((inline) => "text" in inline && !isReference(inline.marks));
  return kept.length === content.length ? text : kept.map((inline) => ("text" in inline ? inline.text : "")).join("");
}

function lettersOf(text: string): string {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(" ") ?? "";
}

/** From now on notes what a screen reader would notice: changes to the article, moves of the focus and of the selection. */
async function watchDisturbances(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const disturbances: string[] = [];
    const note = ({ type }: { type: string }) => disturbances.push(type);
    const observer = new MutationObserver((records) => records.forEach(note));
    observer.observe(document.getElementById("article")!, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    for (const type of ["focusin", "focusout", "selectionchange"]) document.addEventListener(type, note);
    Object.assign(globalThis, { disturbances });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { disturbances: string[] }).disturbances);
}
