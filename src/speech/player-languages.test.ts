/** Sentences in several languages: what is said by whom, what is painted, and where steps lead. */
import { expect, it } from "vitest";
import type { Block, Inline } from "#domain/article.ts";
import { sampleRecord } from "#domain/fixtures/sample-article.ts";
import { SPOKEN_DEFAULTS } from "#domain/spoken-settings.ts";
import { leavesOf } from "#domain/text.ts";
import { type ArticlePlayer, createArticlePlayer } from "./article-player.ts";
import { FakeEngine, makeVoice } from "./fake-engine.ts";
import type { PlayerNotice } from "./player-snapshot.ts";

const ANNA = makeVoice("Anna", "en-GB");
const CHLOE = makeVoice("Chloé", "fr-FR");
const FRENCH: Inline = { text: "mise en page", marks: [{ type: "language", lang: "fr" }] };
const BLOCKS: Block[] = [
  {
    type: "paragraph",
    content: [{ text: "It began here. They call it “" }, FRENCH, { text: "” in 평양 too. It ends." }],
  },
];
const TEXT = "It began here. They call it “mise en page” in 평양 too. It ends.";

let engine: FakeEngine;
let player: ArticlePlayer;
let notices: PlayerNotice[];

function take(
  voices: readonly ReturnType<typeof makeVoice>[],
  blocks = BLOCKS,
  title = "Tides",
  isCostly?: (voice: ReturnType<typeof makeVoice>) => boolean,
): void {
  engine = new FakeEngine(undefined, voices);
  notices = [];
  player = createArticlePlayer(
    {
      record: sampleRecord({ lang: "en-GB", title, summary: "" }),
      body: { id: "tides", blocks, related: [] },
      leaves: leavesOf({ blocks }),
      position: { block: 0, offset: title === "Tides" ? 1 : 0 },
      rate: 1,
      pauses: () => ({ sentence: 200, paragraph: 500, headings: false }),
      choices: SPOKEN_DEFAULTS,
      preferences: { voices: {}, languages: ["en-GB"], offlineOnly: true },
      words: { image: String, imageWithoutDescription: "Image", code: () => "Code.", table: () => "Table." },
      onPosition: () => {},
      onFinished: () => {},
    },
    { engine, clock: engine.clock, page: { hidden: false, onChange: () => () => {} }, ...(isCostly && { isCostly }) },
  );
  player.onChange(({ notice }) => notice && notices.at(-1) !== notice && notices.push(notice));
}

const said = () => engine.requests.map(({ text, voice }) => [voice.name, text]);
const painted = (scope: "sentence" | "paragraph") => player.said(scope).map(({ start, end }) => TEXT.slice(start, end));

async function until(text: string): Promise<void> {
  for (let i = 0; i < 3000 && engine.speaking !== text; i++) await engine.clock.advance(10);
  expect(engine.speaking).toBe(text);
}

/** From the end of what is said until something else is. */
async function silence(): Promise<number> {
  while (engine.speaking !== undefined) await engine.clock.advance(10);
  let ms = 0;
  for (; engine.speaking === undefined && ms < 5000; ms += 10) await engine.clock.advance(10);
  return ms;
}

it("has each part in its own voice, and no pause within the sentence", async () => {
  take([ANNA, CHLOE, makeVoice("Yuna", "ko-KR")]);
  player.play();
  await until("It began here.");
  expect(await silence()).toBeGreaterThanOrEqual(190);
  const asked: number[] = [];
  const { speak } = engine;
  engine.speak = (request, report) => {
    asked.push(engine.clock.now());
    return speak.call(engine, request, (event) => {
      if (event.type === "end") asked.push(engine.clock.now());
      report(event);
    });
  };
  await until("It ends.");
  expect(said()).toEqual([
    ["Anna", "It began here."],
    ["Anna", "They call it"],
    ["Chloé", "“mise en page”"],
    ["Anna", "in"],
    ["Yuna", "평양"],
    ["Anna", "too."],
    ["Anna", "It ends."],
  ]);
  const rests = [1, 3, 5].map((end) => asked[end + 1]! - asked[end]!);
  expect(rests).toEqual([0, 0, 0]);
});

it("paints the whole sentence, and never what no voice says: that is told once", async () => {
  take([ANNA, CHLOE]);
  player.play();
  for (const part of ["They call it", "“mise en page”", "in", "too."]) {
    await until(part);
    expect(painted("sentence")).toEqual(["They call it “mise en page” in ", "too."].map((text) => text.trim()));
  }
  expect(painted("paragraph")).toEqual(["It began here. They call it “mise en page” in", "too. It ends."]);
  await until("It ends.");
  expect(notices).toEqual([{ kind: "skipped-language", lang: "ko" }]);
});

it("goes on by sentences, forth and back", async () => {
  take([ANNA, CHLOE]);
  player.play();
  player.next();
  await until("They call it");
  await until("“mise en page”");
  player.previous();
  await until("They call it");
  player.previous();
  await until("It began here.");
  player.next();
  player.next();
  await until("It ends.");
  player.previous();
  expect(engine.speaking).toBe("They call it");
});

it("steps back out of a sentence that begins with what nobody says", async () => {
  take([ANNA], [{ type: "paragraph", content: [{ text: "It began. 평양 is far. It ends." }] }]);
  player.play();
  player.next();
  await until("is far.");
  player.previous();
  expect(engine.speaking).toBe("It began.");
});

it("does not fall silent within a sentence", async () => {
  take([ANNA, CHLOE]);
  player.play();
  await until("They call it");
  player.sleep({ until: "time", minutes: 5 }, 1);
  await until("too.");
  await engine.clock.advance(5000);
  expect(player.snapshot).toMatchObject({ status: "paused", problem: { reason: "asleep" } });
});

it("goes on where the voice of a part cannot be fetched, also of the first, and says why", async () => {
  take([ANNA, CHLOE], [{ type: "paragraph", content: [FRENCH, { text: " is what they call it." }] }]);
  engine.mishaps.push("not-fetched");
  player.play();
  await until("is what they call it.");
  expect(notices).toEqual([{ kind: "unfetched-language", lang: "fr" }]);
});

it("counts no time for what is left out, and keeps its pace while another voice says a few words", async () => {
  take([ANNA, CHLOE]);
  player.play();
  await until("They call it");
  const { duration } = player.snapshot.time;
  await until("“mise en page”");
  expect(player.snapshot.time.duration).toBeCloseTo(duration, 0);
  player.setPreferences({ voices: {}, languages: ["en-GB"], offlineOnly: true });
  const without = player.snapshot.time.duration;
  take([ANNA, CHLOE, makeVoice("Yuna", "ko-KR")]);
  player.play();
  await until("“mise en page”");
  expect(player.snapshot.time.duration).toBeGreaterThan(without);
});

it("says a title in another script by its letters", async () => {
  take([ANNA, makeVoice("Yuna", "ko-KR")], BLOCKS, "평양: a city");
  player.play();
  await until("a city.");
  expect(said()).toEqual([
    ["Yuna", "평양:"],
    ["Anna", "a city."],
  ]);
});

it("fetches no large voice for a few words, says so once, and has it say them when it is here", async () => {
  let isHere = false;
  take([ANNA, CHLOE], BLOCKS, "Tides", (voice) => voice.name === "Chloé" && !isHere);
  player.play();
  await until("It ends.");
  expect(said().map(([name]) => name)).not.toContain("Chloé");
  expect(notices.filter(({ lang }) => lang.startsWith("fr"))).toEqual([{ kind: "costly-language", lang: "fr" }]);
  isHere = true;
  player.previous();
  await until("“mise en page”");
});
