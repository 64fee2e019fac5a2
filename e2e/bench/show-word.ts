import type { Browser } from "@playwright/test";
import { bundle } from "./bundle.ts";
import { type ShowingWord, timeShowing } from "./showing.ts";

const PARAGRAPHS = 400;
const SENTENCES = 5;
const WORDS = ["the", "keeper", "of", "the", "harbour", "light", "went", "down", "with", "the", "tide"];

const HOST = "http://localhost/";

/** Measures what it takes to show a word in a page of 22,000 words that has nothing else in it. */
export async function measureShowingWord(browser: Browser): Promise<ShowingWord> {
  const page = await (await browser.newContext()).newPage();
  const code = await bundle("src/ui/listening/read-along.ts", "src/domain/settings.ts", "@preact/signals");
  await page.route(`${HOST}**`, (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body: code })
      : route.fulfill({
          contentType: "text/html",
          body: pageOfText(),
          // Without these two the browser tells the time in tenths of a millisecond.
          headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
        }),
  );
  await page.goto(HOST);
  const measured = await page.evaluate(timeShowing, `${HOST}app.js`);
  await page.context().close();
  return measured;
}

function pageOfText(): string {
  const text = Array.from({ length: SENTENCES }, () => `${WORDS.join(" ")}.`).join(" ");
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, number) => `<p id="b${number}">${text}</p>`);
  return `<!doctype html><html lang="en"><title>Words</title><style>
::highlight(sentence) { background: #fff3b0 } ::highlight(word) { background: #ffc83d } .said { background: #ffc83d }
</style><main><article>${paragraphs.join("\n")}</article></main></html>`;
}
