import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, contentSecurityPolicyForMeta } from "./content-security-policy.ts";

function parse(policy: string): Map<string, string> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("the content security policy", () => {
  it("allows nothing it does not name, and no inline script or style", () => {
    const policy = parse(contentSecurityPolicy());
    expect(policy.get("default-src")).toBe("'none'");
    for (const [name, value] of policy) expect(value, name).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("require-trusted-types-for")).toBe("'script'");
    // Two names, each for one module; without 'allow-duplicates' nobody else can make a policy of either.
    expect(policy.get("trusted-types")).toBe("lectern lectern-inert");
  });

  it("opens styles, and only styles, to the nonce of one page", () => {
    const policy = parse(contentSecurityPolicy({ styleNonce: "q1w2e3" }));
    expect(policy.get("style-src")).toBe("'self' 'nonce-q1w2e3'");
    expect([...policy].filter(([, value]) => value.includes("nonce")).map(([name]) => name)).toEqual(["style-src"]);
  });

  it("leaves out of a meta tag what browsers only take from a header", () => {
    const header = parse(contentSecurityPolicy({ styleNonce: "a" }));
    const meta = parse(contentSecurityPolicyForMeta({ styleNonce: "a" }));
    expect(header.get("frame-ancestors")).toBe("'none'");
    header.delete("frame-ancestors");
    expect(meta).toEqual(header);
  });
});
