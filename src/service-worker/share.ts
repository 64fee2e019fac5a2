import type { Keeper } from "#storage/keeper.ts";

/**
 * Takes what the share sheet posts into the inbox, with or without a network, and leads to the page that shows how it goes on. A page
 * tells it apart: see `state/share.ts`. Where it could not be stored the pages are told why, and the text goes into the address. Never
 * rejects.
 */
export async function answerShare(request: Request, base: string, storage: Keeper): Promise<Response> {
  let asked = {};
  try {
    const fields = [...(await request.formData())];
    asked = Object.fromEntries(fields.filter(([, value]) => typeof value === "string"));
    asked = {
      shared: await storage.receive({ way: "share", name: "", incoming: { kind: "share", fields }, status: "waiting" }),
    };
  } catch {
    // Told.
  }
  return new Response(null, { status: 303, headers: { Location: `${base}add?${new URLSearchParams(asked)}` } });
}
