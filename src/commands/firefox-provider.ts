import { defineBrowserProvider } from "@vitest/browser";
import { type Browser, launch } from "puppeteer-core";
import type { BrowserProvider, BrowserProviderOption } from "vitest/node";
import { firefoxLaunch } from "./firefox.mjs";

/**
 * Lets Vitest run tests in the system's Firefox. Playwright drives only a Firefox of its own making; Puppeteer drives any, by the
 * standard protocol (https://www.w3.org/TR/webdriver-bidi/). Tests have the page alone: no clicks and keys from outside.
 */
export function firefox(): BrowserProviderOption {
  return defineBrowserProvider({
    name: "firefox",
    supportedBrowser: ["firefox"],
    options: {},
    providerFactory: createProvider,
  });
}

function createProvider(): BrowserProvider {
  let browser: Promise<Browser> | undefined;
  return {
    name: "firefox",
    supportsParallelism: false,
    getCommandsContext: () => ({}),
    async openPage(_session, url) {
      browser ??= launch(firefoxLaunch());
      const page = await (await browser).newPage();
      await page.goto(url, { timeout: 0 });
    },
    async close() {
      await (await browser)?.close();
    },
  };
}
