import { expect, it } from "vitest";
import type { Arrival } from "#state/adding-model.ts";
import { createTeller } from "./outcome.ts";

const arrival = (key: number, status: Arrival["status"], rest: Partial<Arrival> = {}): Arrival => ({
  key,
  way: "address",
  name: `Thing ${key}`,
  status,
  ...rest,
});
const done = (key: number, title = `Title ${key}`) =>
  arrival(key, "done", { articles: [{ id: `a${key}`, title, doubts: [], pictures: { here: 0, of: 0 } }] });

it("says nothing of what was there when the view was opened", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  expect(tell([arrival(2, "failed", { problem: "timeout" }), done(1)])).toBe("");
});

it("says once what has come in, and once what has come of it", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  tell([]);
  expect(tell([arrival(2, "waiting"), arrival(1, "working")])).toBe("2 are on their way.");
  expect(tell([arrival(2, "working"), done(1)])).toBe("");
  expect(tell([done(2), done(1)])).toBe("2 articles are in your library.");
  expect(tell([done(2), done(1)])).toBe("");
});

it("names a single article, and the reason why one could not be added", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  tell([]);
  tell([arrival(1, "working")]);
  expect(tell([done(1, "Salt")])).toBe("In your library: Salt.");
  expect(tell([arrival(2, "working"), done(1)])).toBe("1 is on its way.");
  expect(tell([arrival(2, "failed", { problem: "empty" }), done(1)])).toBe(
    "Thing 2 could not be added. There is no text in this.",
  );
});

it("counts what was known and what failed beside what was added", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  tell([]);
  tell([1, 2, 3, 4].map((key) => arrival(key, "working")));
  const known = { ...done(2), articles: [], known: [{ id: "a2", title: "Old" }] };
  const failed = [3, 4].map((key) => arrival(key, "failed", { problem: "timeout" }));
  expect(tell([done(1), known, ...failed])).toBe(
    "In your library: Title 1. 1 was in your library already. 2 could not be added.",
  );
});

it("says again what is tried again, and nothing of what is kept or removed", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  tell([arrival(1, "failed", { problem: "timeout" }), arrival(2, "failed", { problem: "timeout" })]);
  expect(tell([arrival(1, "working"), arrival(2, "kept")])).toBe("");
  expect(tell([done(1), arrival(2, "kept")])).toBe("In your library: Title 1.");
  expect(tell([arrival(2, "kept")])).toBe("");
});

it("says nothing of what storage brings before the reader has added something, but what becomes of it", () => {
  const tell = createTeller();
  tell([], false);
  expect(tell([arrival(2, "working"), arrival(1, "failed", { problem: "timeout" })], false)).toBe("");
  expect(tell([done(2, "Salt"), arrival(1, "failed", { problem: "timeout" })], false)).toBe("In your library: Salt.");
});

it("says what has been replaced, even if it was at work between two looks", () => {
  const teller = createTeller();
  const tell = (arrivals: Arrival[]) => teller(arrivals, true);
  tell([{ ...done(1), articles: [], known: [{ id: "a1", title: "Salt" }] }]);
  expect(tell([done(1, "Salt")])).toBe("In your library: Salt.");
});
