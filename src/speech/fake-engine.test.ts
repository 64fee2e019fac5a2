import { describeEngine } from "./contract.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeEngine } from "./fake-engine.ts";

describeEngine("fake", () => {
  const clock = new FakeClock();
  return { engine: new FakeEngine(clock), pass: clock.advance.bind(clock) };
});
