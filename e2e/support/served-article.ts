import type { Page } from "@playwright/test";
import type { Article } from "../../src/domain/article.ts";

/** Has the server send this article in place of the shipped one with its id. */
export async function serveArticle(page: Page, { record, body }: Article): Promise<void> {
  const article: Article = { record: { ...record, revision: "changed" }, body };
  await page.route(`**/articles/${record.id}.json`, (route) => route.fulfill({ json: article }));
}
