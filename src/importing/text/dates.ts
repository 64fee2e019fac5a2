/** Languages in which months are known by name. */
const LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs sk hu ro tr ru uk bg el he ar fa hi id vi ca hr".split(" ");

let names: Map<string, number> | undefined;

/** Month names as they stand in dates and by themselves, long and short, in lower case without full stops. */
function months(): Map<string, number> {
  if (names) return names;
  names = new Map();
  for (const language of LANGUAGES) {
    for (const month of ["long", "short"] as const) {
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month, day, timeZone: "UTC" });
        for (let number = 0; number < 12; number++) {
          const part = format.formatToParts(Date.UTC(2025, number, 15)).find(({ type }) => type === "month");
          const name = part?.value.toLowerCase().replace(/\.$/, "");
          if (name && /\p{L}{3}/u.test(name) && !names.has(name)) names.set(name, number + 1);
        }
      }
    }
  }
  return names;
}

let weekdays: Set<string> | undefined;

/** Whether a word is the name of a day of the week. */
export function isWeekday(word: string): boolean {
  weekdays ??= new Set(
    [...LANGUAGES, "ja", "ko", "zh"].flatMap((language) =>
      (["long", "short"] as const).flatMap((weekday) =>
        Array.from({ length: 7 }, (_, day) =>
          new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" })
            .format(Date.UTC(2025, 5, day + 1))
            .toLowerCase(),
        ),
      ),
    ),
  );
  return weekdays.has(word.toLowerCase().replace(/\.$/, ""));
}

export interface FoundDate {
  /** ISO 8601, without time. */
  date: string;
  start: number;
  end: number;
}

const WORD = String.raw`[\p{L}\p{M}]{3,14}`;
const YEAR = String.raw`(?:19|20)\d\d`;
const ISO = new RegExp(
  String.raw`(?<!\d)(${YEAR})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?`,
  "u",
);
const ASIAN = new RegExp(
  String.raw`(?<!\d)(${YEAR})\s*[年년.]\s*(\d{1,2})\s*[月월.]\s*(\d{1,2})\s*(?:[日일.]|(?!\d))`,
  "u",
);
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+(?:de|of|d’|d'))?[\s-]+(${WORD})\.?,?(?:\s+(?:de|del))?[\s-]+(${YEAR})(?!\d)`,
  "iu",
);
const MONTH_FIRST = new RegExp(String.raw`(${WORD})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(${YEAR})(?!\d)`, "iu");
const YEAR_FIRST = new RegExp(String.raw`(?<!\d)(${YEAR})\.?\s+(${WORD})\.?\s+(\d{1,2})(?!\d)`, "iu");
const NUMBERS = new RegExp(String.raw`(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(${YEAR})(?!\d)`, "u");

/**
 * The first date in a line, with where it stands (UTF-16 offsets). With numbers alone, days and months come in the order of Europe unless
 * that is impossible or the language is that of the United States.
 */
export function findDate(line: string, lang = ""): FoundDate | undefined {
  // Hebrew joins "in" to the name.
  const monthOf = (name = "") => months().get(name.toLowerCase()) ?? months().get(name.replace(/^ב/, "")) ?? 0;
  return (
    match(ISO, line, ([, year, month, day]) => [year, month, day]) ??
    match(ASIAN, line, ([, year, month, day]) => [year, month, day]) ??
    match(DAY_FIRST, line, ([, day, month, year]) => [year, monthOf(month), day]) ??
    match(MONTH_FIRST, line, ([, month, day, year]) => [year, monthOf(month), day]) ??
    match(YEAR_FIRST, line, ([, year, month, day]) => [year, monthOf(month), day]) ??
    match(NUMBERS, line, ([, a, sign, b, year]) => {
      const monthFirst = Number(b) > 12 || (sign === "/" && /^en(-US)?$/.test(lang) && Number(a) <= 12);
      return monthFirst ? [year, a, b] : [year, b, a];
    })
  );
}

type Numbers = readonly (string | number | undefined)[];

function match(pattern: RegExp, line: string, read: (found: RegExpExecArray) => Numbers): FoundDate | undefined {
  const found = pattern.exec(line);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0] = read(found).map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return { date: time.toISOString().slice(0, 10), start: found.index, end: found.index + found[0].length };
}
