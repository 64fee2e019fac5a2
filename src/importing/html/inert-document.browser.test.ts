import { describe, expect, it } from "vitest";
import { contentSecurityPolicyForMeta } from "#protocol/content-security-policy.ts";
import { inertDocument } from "./inert-document.ts";

describe("an inert document", () => {
  it("has no window, runs nothing and fetches nothing", async () => {
    Object.assign(globalThis, { ran: 0 });
    performance.clearResourceTimings();
    const page = inertDocument(
      '<script>ran = 1</script><img src="/from-an-inert-document.png" onerror="ran = 1"><p onclick="x()">Text',
    );
    await new Promise((done) => setTimeout(done, 200));
    expect(page.defaultView).toBeNull();
    expect((globalThis as { ran?: number }).ran).toBe(0);
    const asked = performance.getEntriesByType("resource").map(({ name }) => name);
    expect(asked.filter((address) => address.includes("inert-document.png"))).toEqual([]);
    expect(page.querySelector("[onerror], [onclick]")).toBeNull();
  });

  it("keeps its own properties, whatever its elements are called", () => {
    const page = inertDocument("<img name=body><img name=querySelector><form><input name=attributes></form><p>Text");
    expect(page.body.localName).toBe("body");
    expect(page.querySelector("p")!.textContent).toBe("Text");
    expect(page.querySelector("form")!.attributes).toHaveLength(0);
  });

  it("is XHTML where that is well formed, and else what browsers make of it", () => {
    const whole = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One<br/>two</p></body></html>';
    expect(inertDocument(whole, "application/xhtml+xml").contentType).toBe("application/xhtml+xml");
    expect(inertDocument("<p>One<br>two", "application/xhtml+xml").body.textContent).toBe("Onetwo");
  });
});

describe("under the policy of the app", () => {
  it("pages are imported, by the one policy of Trusted Types that lets markup into a parser and nobody else", async () => {
    const channel = new BroadcastChannel("under-policy");
    const said = new Promise((done) => channel.addEventListener("message", ({ data }) => done(data)));
    const script = new URL("./fixtures/under-policy.ts", import.meta.url).pathname;
    const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicyForMeta()}">`;
    const frame = document.createElement("iframe");
    const html = `<!doctype html>${policy}<script type="module" src="${location.origin}${script}"></script>`;
    frame.src = URL.createObjectURL(new Blob([html], { type: "text/html" }));
    document.body.append(frame);
    expect(await said).toEqual({ blocks: [expect.any(Number), 1], sink: "closed", violations: [] });
    frame.remove();
    channel.close();
  });
});
