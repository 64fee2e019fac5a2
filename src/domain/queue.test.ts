import { describe, expect, it } from "vitest";
import { moved, withAll, withFirst, withNext, without } from "./queue.ts";

describe("what is listened to next", () => {
  it("comes right after what is heard, which is at the head from then on", () => {
    expect(withNext([], "b", "a")).toEqual(["a", "b"]);
    expect(withNext(["a", "c", "b"], "b", "a")).toEqual(["a", "b", "c"]);
    expect(withNext(["c", "a"], "b", "a")).toEqual(["a", "b", "c"]);
  });

  it("comes first where nothing is heard, and what is heard is no next", () => {
    expect(withNext(["c", "b"], "b")).toEqual(["b", "c"]);
    expect(withNext(["a", "b"], "a", "a")).toEqual(["a", "b"]);
  });
});

it("takes many at the end, each once", () => {
  expect(withAll(["b"], ["c", "b", "d"], "a")).toEqual(["a", "b", "c", "d"]);
  expect(withAll([], ["c", "c"])).toEqual(["c"]);
});

it("moves one up and down, held at the ends", () => {
  const queue = ["a", "b", "c"];
  expect(moved(queue, "c", -1)).toEqual(["a", "c", "b"]);
  expect(moved(queue, "a", 1)).toEqual(["b", "a", "c"]);
  expect(moved(queue, "a", -1)).toEqual(queue);
  expect(moved(queue, "b", 9)).toEqual(["a", "c", "b"]);
  expect(moved(queue, "x", 1)).toEqual(queue);
  expect(queue, "what was given is left as it is").toEqual(["a", "b", "c"]);
});

it("puts one at the head, and takes one out", () => {
  expect(withFirst(["a", "b"], "b")).toEqual(["b", "a"]);
  expect(without(["a", "b"], "a")).toEqual(["b"]);
});
