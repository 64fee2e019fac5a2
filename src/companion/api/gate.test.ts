import { describe, expect, it } from "vitest";
import { Gate, GATE_LIMITS } from "./gate.ts";

const gate = (limits: Partial<typeof GATE_LIMITS> = {}) => new Gate({ ...GATE_LIMITS, ...limits });
const busy = (retryAfter: number) => expect.objectContaining({ reason: "busy", details: { retryAfter } });

describe("the gate", () => {
  it("lets in as many at the same time as it has room for, and the next when one leaves", () => {
    const door = gate({ together: 3, each: 2 });
    const first = door.enter("a", 0);
    door.enter("a", 0);
    expect(() => door.enter("a", 0)).toThrow(busy(1));
    door.enter("b", 0);
    expect(() => door.enter("c", 0)).toThrow(busy(1));
    first.leave();
    first.leave();
    door.enter("c", 0);
    expect(() => door.enter("d", 0)).toThrow(busy(1));
  });

  it("gives each reader so much at once, and then so much a second", () => {
    const door = gate({ burst: 3, perSecond: 0.5 });
    const come = (name: string, now: number) => door.enter(name, now).leave();
    for (let count = 0; count < 3; count++) come("a", 0);
    expect(() => come("a", 0)).toThrow(busy(2));
    expect(() => come("a", 1000)).toThrow(busy(1));
    come("b", 1000);
    come("a", 2000);
    expect(() => come("a", 2000)).toThrow(busy(2));
    for (let count = 0; count < 3; count++) come("a", 1_000_000);
    expect(() => come("a", 1_000_000)).toThrow(busy(2));
  });

  it("holds so much and no more, of all together", () => {
    const door = gate({ bytes: 100 });
    const first = door.enter("a", 0);
    const second = door.enter("b", 0);
    first.held(30);
    first.held(60);
    second.held(40);
    expect(() => second.held(41)).toThrow(busy(5));
    second.leave();
    first.held(100);
    first.leave();
    door.enter("c", 0).held(100);
  });
});
