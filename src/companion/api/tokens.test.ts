import { expect, it } from "vitest";
import { Tokens } from "./tokens.ts";

const NOW = Date.UTC(2026, 5, 1);
const HOUR = 3_600_000;

it("a token is good for hours, in this run", () => {
  const tokens = new Tokens();
  const token = tokens.issue(NOW);
  expect(tokens.isGood(token, NOW)).toBe(true);
  expect(tokens.isGood(token, NOW + 11 * HOUR)).toBe(true);
  expect(tokens.isGood(token, NOW + 13 * HOUR)).toBe(false);
  expect(new Tokens().isGood(token, NOW)).toBe(false);
  expect(tokens.issue(NOW)).not.toBe(token);
});

it("no other is", () => {
  const tokens = new Tokens();
  const token = tokens.issue(NOW);
  const [until = "", salt = "", signature = ""] = token.split(".");
  const others = [
    undefined,
    "",
    "x",
    [token],
    `${token}x`,
    `${(NOW + 99 * HOUR).toString(36)}.${salt}.${signature}`,
    `${until}.${salt.replace(/./, (first) => (first === "A" ? "B" : "A"))}.${signature}`,
    `${until}.${salt}.${"A".repeat(43)}`,
    `${until}.${salt}.`,
  ];
  expect(others.filter((other) => tokens.isGood(other, NOW))).toEqual([]);
});
