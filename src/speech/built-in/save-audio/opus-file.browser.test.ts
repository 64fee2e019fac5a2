import { Output } from "mediabunny";
import { afterEach, expect, it, vi } from "vitest";
import { createOpusFile } from "./opus-file.ts";
import { memorySink } from "./sink.ts";

afterEach(() => void vi.restoreAllMocks());

it.each<[string, () => void]>([
  ["encoder", () => vi.spyOn(AudioEncoder.prototype, "configure").mockImplementation(refuse)],
  ["writer of what is around it", () => vi.spyOn(Output.prototype, "start").mockRejectedValue(new Error("refused"))],
])("an %s that does not start leaves no file behind", async (_, take) => {
  take();
  const sink = await memorySink();
  const discard = vi.spyOn(sink, "discard");
  await expect(createOpusFile(22_050, { title: "Tides" }, () => sink)).rejects.toThrow("refused");
  expect(discard).toHaveBeenCalledOnce();
});

function refuse(): never {
  throw new Error("refused");
}
