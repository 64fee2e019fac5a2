import { afterEach, expect, it, vi } from "vitest";
import { loadPart, PART_MISSING } from "./parts.ts";

afterEach(() => vi.unstubAllGlobals());

it("hands over the part, and tells nobody", async () => {
  const told = vi.fn();
  vi.stubGlobal("dispatchEvent", told);
  expect(await loadPart(async () => "part")()).toBe("part");
  expect(told).not.toHaveBeenCalled();
});

it("tells the shell of a part that is gone, rejects for whoever asked, and may be asked again", async () => {
  const told = vi.fn();
  vi.stubGlobal("dispatchEvent", (event: Event) => told(event.type));
  const gone = new TypeError("Failed to fetch dynamically imported module");
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(gone).mockResolvedValueOnce("part");
  const part = loadPart(load);
  await expect(part()).rejects.toBe(gone);
  expect(told.mock.calls).toEqual([[PART_MISSING]]);
  expect(await part()).toBe("part");
});
