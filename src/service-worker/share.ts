import type { Keeper } from "#storage/keeper.ts";

/**
 * Takes what the share sheet posts into the inbox, with or without a network, and leads to the page that has it go on. Any
 * site could post the same, and nothing here tells them apart: only an installed window, which no site can open, goes on by itself (`ui/adding/entry.ts`). A page
 * tells it apart: see `state/share.ts`. Where it could not be stored the pages are told why, and the text goes into the address. Never
 * rejects.
 */
export async function answerShare(request: Request, base: string, storage: Keeper): Promise<Response> {
  let asked = {};
  try {
    const fields = [...(await request.formData())];
    asked = Object.fromEntries(fields.filter(([, value]) => typeof value === "string"));
    asked = {
      shared: await storage.receive({ way: "share", name: "", incoming: { kind: "share", fields }, status: "kept" }),
    };
  } catch {
    // Told.
  }
  return new Response(null, { status: 303, headers: { Location: `${base}add?${new URLSearchParams(asked)}` } });
}
