/** The day of a date as the publisher wrote it, whatever the time zone; undefined for what is no date, or none of the web's age and near future. */
export function dayOf(said: string | null | undefined): string | undefined {
  if (!said) return undefined;
  const text = said.trim().slice(0, 60);
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{2}|\d(?=\D))[-/.月]?(\d{2}|\d(?!\d))/.exec(text) ?? [];
  if (year) return valid(Number(year), Number(month), Number(day));
  // Words for months are read by the browser, in English; days written in numbers alone mean different things in different countries.
  if (!/[a-z]{3}/i.test(text) || !/\d{4}/.test(text)) return undefined;
  const date = new Date(`${text.replace(/(\d)(?:st|nd|rd|th)\b/gi, "$1").replace(/\s+at\s+.*$/i, "")}`);
  return Number.isNaN(date.getTime()) ? undefined : valid(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1500 || year > 2200) return undefined;
  return date.toISOString().slice(0, 10);
}
