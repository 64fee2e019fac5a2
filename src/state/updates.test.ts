import { expect, it, vi } from "vitest";
import { createUpdates } from "./updates.ts";

it("offers a new version until the reader takes it or puts it off", () => {
  const updates = createUpdates();
  expect(updates.offered.value).toBe(false);
  const apply = vi.fn();
  updates.offer(apply);
  expect(updates.offered.value).toBe(true);
  expect(apply).not.toHaveBeenCalled();
  updates.apply();
  expect(apply).toHaveBeenCalledOnce();

  updates.later();
  expect(updates.offered.value).toBe(false);
});

it("offers again when yet another version has come after “Later”", () => {
  const updates = createUpdates();
  updates.offer(vi.fn());
  updates.later();
  const newest = vi.fn();
  updates.offer(newest);
  expect(updates.offered.value).toBe(true);
  updates.apply();
  expect(newest).toHaveBeenCalledOnce();
});

it("has news once for each thing there is to tell", () => {
  const updates = createUpdates();
  expect(updates.isNews()).toBe(false);
  updates.offer(vi.fn());
  expect(updates.isNews()).toBe(true);
  expect(updates.isNews()).toBe(false);
  updates.partMissing();
  expect(updates.incomplete.value).toBe(true);
  expect(updates.isNews()).toBe(true);
});
