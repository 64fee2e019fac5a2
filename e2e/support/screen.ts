import type { Page } from "@playwright/test";

/** One thing that a reader can have before them. */
export interface Screen {
  name: string;
  open(page: Page): Promise<void>;
}
