import { expect, it } from "vitest";
import { findDate, isWeekday } from "./dates.ts";

it.each([
  ["2025-04-28", "2025-04-28"],
  ["2025-04-28T10:35:00Z", "2025-04-28"],
  ["Published on 28 April 2025 at 10:35", "2025-04-28"],
  ["April 28th, 2025", "2025-04-28"],
  ["Apr. 28, 2025", "2025-04-28"],
  ["28. April 2025", "2025-04-28"],
  ["28 avril 2025", "2025-04-28"],
  ["1er août 2025", "2025-08-01"],
  ["28 de abril de 2025", "2025-04-28"],
  ["28 de abril del 2025", "2025-04-28"],
  ["28 апреля 2025 г.", "2025-04-28"],
  ["28 kwietnia 2025", "2025-04-28"],
  ["2025. április 28.", "2025-04-28"],
  ["28 Nisan 2025", "2025-04-28"],
  ["28 באפריל 2025", "2025-04-28"],
  ["28 أبريل 2025", "2025-04-28"],
  ["2025年4月28日", "2025-04-28"],
  ["2025년 4월 28일", "2025-04-28"],
  ["2025. 4. 28.", "2025-04-28"],
  ["28.04.2025", "2025-04-28"],
  ["28/04/2025", "2025-04-28"],
  ["04/28/2025", "2025-04-28"],
  ["31 February 2025", undefined],
  ["In 2025 there were 28 boats", undefined],
  ["28 boats 2025", undefined],
])("the date in “%s” is %s", (line, date) => {
  expect(findDate(line)?.date).toBe(date);
});

it("reads numbers as the language does", () => {
  expect(findDate("04/05/2025", "en-US")?.date).toBe("2025-04-05");
  expect(findDate("04/05/2025", "fr")?.date).toBe("2025-05-04");
});

it("knows the days of the week", () => {
  expect(["Monday", "Mo.", "mercredi", "月曜日", "Понедельник"].every(isWeekday)).toBe(true);
  expect(isWeekday("Harbour")).toBe(false);
});
