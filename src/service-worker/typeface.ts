import { Strategy } from "workbox-strategies/Strategy.js";
import type { StrategyHandler } from "workbox-strategies/StrategyHandler.js";

/**
 * A typeface is fetched when the reader first chooses it, and stays on the device: its name changes with its content. Offline
 * before that, the text is shown in another face. Patterns for syllables are kept in the same way, for each language that is read,
 * all files of the built-in voice, and what reads PDFs.
 */
export class Typeface extends Strategy {
  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    try {
      return (await handler.cacheMatch(request)) ?? (await handler.fetchAndCachePut(request));
    } catch {
      return Response.error();
    }
  }
}
