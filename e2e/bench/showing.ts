/** What it takes a script to have one more word shown as the one that is said, in milliseconds: medians over all words of a long text. */
export interface ShowingWord {
  /** The app's own: it paints the word, its sentence where that is another, and keeps it in view. */
  app: number;
  /** A range of a CSS highlight that is moved, and nothing else. */
  highlight: number;
  /** Each word an element, of which one has a class; with the styles and the layout that this asks for. */
  toggle: number;
}

interface Span {
  start: number;
  end: number;
}

interface Said {
  block: number;
  sentence: Span;
  word: Span;
}

interface Signal<Value> {
  value: Value;
}

/** As much as is used of the app, whose types end at the door of its page. */
interface Bundled {
  signal<Value>(value: Value): Signal<Value>;
  DEFAULTS: object;
  startReadAlong(listening: object, settings: object): () => void;
}

/** Runs in a page of paragraphs `b0`, `b1` and so on, which are words and full stops. `address`: the app's code for it. */
export async function timeShowing(address: string): Promise<ShowingWord> {
  const { signal, DEFAULTS, startReadAlong } = (await import(address)) as Bundled;
  const elements = [...document.querySelectorAll("p")];

  /** Shows one word after the other and answers what one took: the median of the paragraphs, after each of which comes a frame. */
  const time = async (show: (said: Said) => void): Promise<number> => {
    const times: number[] = [];
    for (const paragraph of paragraphs) {
      const begun = performance.now();
      for (const said of paragraph) show(said);
      times.push((performance.now() - begun) / paragraph.length);
      await new Promise(requestAnimationFrame);
    }
    return times.toSorted((a, b) => a - b)[times.length >> 1]!;
  };

  const saidIn = (text: string, block: number): Said[] =>
    Array.from(text.matchAll(/\w[^.]+\./g)).flatMap(({ 0: sentence, index: start }) =>
      Array.from(sentence.matchAll(/\w+/g), ({ 0: word, index: at }) => ({
        block,
        sentence: { start, end: start + sentence.length },
        word: { start: start + at, end: start + at + word.length },
      })),
    );
  const paragraphs = elements.map((element, block) => saidIn(element.textContent, block));

  const timeApp = async () => {
    const spoken = signal<Said | undefined>(undefined);
    const session = {
      spoken,
      spokenHeading: signal(undefined),
      wordless: signal(false),
      said: () => [spoken.value!.sentence],
    };
    const [active, following, returning] = [signal(true), signal(true), signal(0)];
    const stop = startReadAlong({ session: signal(session), active, following, returning }, signal(DEFAULTS));
    let before: Said | undefined;
    const took = await time((said) => {
      const sentence = said.sentence.start === before?.sentence.start ? before.sentence : said.sentence;
      spoken.value = before = { ...said, sentence };
    });
    stop();
    return took;
  };

  const timeHighlight = async () => {
    const texts = elements.map((element) => element.firstChild!);
    const range = document.createRange();
    CSS.highlights.set("word", new Highlight(range));
    const took = await time(({ block, word }) => {
      range.setStart(texts[block]!, word.start);
      range.setEnd(texts[block]!, word.end);
    });
    CSS.highlights.clear();
    return took;
  };

  const timeToggle = async () => {
    const wrap = (word: string) => Object.assign(document.createElement("span"), { textContent: word });
    for (const element of elements) {
      const parts = element.textContent.split(/(\w+)/);
      element.replaceChildren(...parts.map((part) => (/\w/.test(part) ? wrap(part) : part)));
    }
    const words = document.querySelectorAll("span");
    let number = 0;
    return await time(() => {
      words[number - 1]?.classList.remove("said");
      const word = words[number++]!;
      word.classList.add("said");
      word.getBoundingClientRect();
    });
  };

  return { app: await timeApp(), highlight: await timeHighlight(), toggle: await timeToggle() };
}
