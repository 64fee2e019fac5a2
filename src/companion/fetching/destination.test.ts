import { describe, expect, it } from "vitest";
import { findDestination, parseAddress, publicWeb } from "./destination.ts";

const PUBLIC = "93.184.215.14";

/** The real rules; only the resolver is the test's. */
function webOf(answers: Record<string, string[]>) {
  return {
    ...publicWeb,
    async resolve(hostname: string) {
      const addresses = answers[hostname];
      if (!addresses) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      return addresses;
    },
  };
}

const find = (address: string, answers: Record<string, string[]> = {}) =>
  findDestination(parseAddress(address), webOf(answers));

describe("an address", () => {
  it.each([
    "ftp://site.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "gopher://site.example/",
    "blob:https://site.example/1",
    "//site.example/",
    "site.example",
    "https://",
    "https://reader@site.example/",
    "https://reader:secret@site.example/",
    "https://:secret@site.example/",
    `https://site.example/${"x".repeat(8000)}`,
    "https://site.example:99999/",
    "http://[::1/",
    "http://1.2.3.4.5.6/",
    "",
    7,
    undefined,
  ])("is none of the web: %s", (address) => {
    expect(() => parseAddress(address)).toThrow(expect.objectContaining({ reason: "bad-address" }));
  });

  it("is taken without its fragment", () => {
    expect(parseAddress("https://site.example/a?b=c#d").href).toBe("https://site.example/a?b=c");
  });
});

describe("the addresses that may be connected to", () => {
  it("are all that the resolver has, when all are public", async () => {
    const addresses = [PUBLIC, "2606:4700:4700::1111"];
    const destination = await find("https://site.example/", { "site.example": addresses });
    expect(destination).toMatchObject({ hostname: "site.example", port: 443, addresses });
  });

  it.each([
    ["127.0.0.1"],
    [PUBLIC, "10.0.0.1"],
    [PUBLIC, "::1"],
    [PUBLIC, PUBLIC, "::ffff:192.168.0.1"],
    ["64:ff9b::7f00:1"],
    ["fe80::1"],
    ["169.254.169.254"],
  ])("are none when one of them is private: %s, %s", async (...addresses: (string | undefined)[]) => {
    const answers = { "site.example": addresses.filter((address) => address !== undefined) };
    await expect(find("https://site.example/", answers)).rejects.toMatchObject({ reason: "private" });
  });

  it.each([
    ["plain", "http://127.0.0.1/"],
    ["decimal", "http://2130706433/"],
    ["octal", "http://0177.0.0.01/"],
    ["octal in one", "http://017700000001/"],
    ["hexadecimal", "http://0x7f.0x0.0x0.0x1/"],
    ["hexadecimal in one", "http://0x7f000001/"],
    ["short", "http://127.1/"],
    ["zero", "http://0/"],
    ["with a final dot", "http://127.0.0.1./"],
    ["full-width digits", "http://１２７.０.０.１/"],
    ["ideographic dots", "http://127。0。0。1/"],
    ["escaped", "http://%31%32%37.0.0.1/"],
    ["IPv6", "http://[::1]/"],
    ["IPv6, mapped", "http://[::ffff:127.0.0.1]/"],
    ["IPv6, NAT64", "http://[64:ff9b::127.0.0.1]/"],
    ["metadata", "http://169.254.169.254/latest/meta-data/"],
    ["metadata, decimal", "http://2852039166/"],
    ["private", "http://192.168.0.1:8080/"],
  ])("are none for a host in numbers that is private, written %s: %s", async (_, address) => {
    await expect(find(address)).rejects.toMatchObject({ reason: "private" });
  });

  it.each([
    "http://localhost/",
    "http://LOCALHOST./",
    "http://app.localhost/",
    "http://printer/",
    "http://shelf.local/",
    "http://router.home.arpa/",
    "http://metadata.google.internal/",
  ])("are none for a name of a network's own, which no name server is asked: %s", async (address) => {
    const asked: string[] = [];
    const network = {
      ...publicWeb,
      async resolve(hostname: string) {
        asked.push(hostname);
        return [PUBLIC];
      },
    };
    await expect(findDestination(parseAddress(address), network)).rejects.toMatchObject({ reason: "private" });
    expect(asked).toEqual([]);
  });

  it("belong to the name without its final dot, which no certificate has", async () => {
    const destination = await find("https://site.example./", { "site.example": [PUBLIC] });
    expect(destination.hostname).toBe("site.example");
    await expect(find("https://site.example../")).rejects.toMatchObject({ reason: "bad-address" });
  });

  it.each([
    ["https://site.example/", 443],
    ["http://site.example/", 80],
    ["http://site.example:8080/", 8080],
    ["https://site.example:8443/", 8443],
  ])("are asked at the ports of the web: %s", async (address, port) => {
    expect(await find(address, { "site.example": [PUBLIC] })).toMatchObject({ port });
  });

  it.each([22, 25, 6379, 11211, 2375, 9200])("are not asked at port %i", async (port) => {
    await expect(find(`http://site.example:${port}/`, { "site.example": [PUBLIC] })).rejects.toMatchObject({
      reason: "bad-address",
    });
  });

  it("are missing where there is no such name, or no address for it", async () => {
    await expect(find("https://nowhere.example/")).rejects.toMatchObject({ reason: "not-found" });
    await expect(find("https://empty.example/", { "empty.example": [] })).rejects.toMatchObject({
      reason: "not-found",
    });
  });

  it("are not known while the resolver fails", async () => {
    const network = {
      ...publicWeb,
      resolve: () => Promise.reject(Object.assign(new Error("try again"), { code: "EAI_AGAIN" })),
    };
    await expect(findDestination(parseAddress("https://site.example/"), network)).rejects.toMatchObject({
      reason: "failed",
    });
  });
});
