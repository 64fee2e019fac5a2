import type { BrowserCommand } from "vitest/node";

interface Printing {
  html: string;
  /** Whether the file says of its text what it is. */
  tagged: boolean;
}

/** Has the browser of a test print a page; the answer is the PDF in base64. */
export const printPage: BrowserCommand<[Printing]> = async ({ context }, { html, tagged }) => {
  const page = await context.newPage();
  try {
    await page.setContent(html);
    const margin = { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" };
    return (await page.pdf({ format: "A4", tagged, margin })).toString("base64");
  } finally {
    await page.close();
  }
};
