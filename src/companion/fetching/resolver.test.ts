import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { findDestination, parseAddress, publicWeb } from "./destination.ts";
import { createResolver } from "./resolver.ts";

const A = 1;
const CNAME = 5;
const AAAA = 28;

type Answer = { type: number; data: number[]; name?: string };

const running: Socket[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** A name server of our own (https://www.rfc-editor.org/rfc/rfc1035#section-4). A number is the code of a failure. */
async function startNameServer(zone: Record<string, (type: number) => Answer[] | number>): Promise<string[]> {
  const server = createSocket("udp4");
  running.push(server);
  server.on("message", (query, { port, address }) => {
    let at = 12;
    const labels: string[] = [];
    while (query[at]! > 0) {
      labels.push(query.toString("latin1", at + 1, at + 1 + query[at]!));
      at += query[at]! + 1;
    }
    const end = at + 5;
    const answers = zone[labels.join(".").toLowerCase()]?.(query.readUInt16BE(at + 1)) ?? 3;
    const records = typeof answers === "number" ? [] : answers;
    const head = Buffer.from(query.subarray(0, end));
    head.writeUInt16BE(0x8180 | (typeof answers === "number" ? answers : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    head.writeUInt32BE(0, 8);
    const body = records.map(({ type, data, name }) => {
      const owner = name === undefined ? Buffer.from([0xc0, 12]) : Buffer.from(encode(name));
      const fixed = Buffer.alloc(10);
      fixed.writeUInt16BE(type, 0);
      fixed.writeUInt16BE(1, 2);
      fixed.writeUInt16BE(data.length, 8);
      return Buffer.concat([owner, fixed, Buffer.from(data)]);
    });
    server.send(Buffer.concat([head, ...body]), port, address);
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  return [`127.0.0.1:${(server.address() as AddressInfo).port}`];
}

const encode = (name: string) => [...name.split(".").flatMap((label) => [label.length, ...Buffer.from(label)]), 0];
const IPV6 = [0x26, 0x06, 0x47, 0, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11];

it("has all addresses of a name, IPv4 first, also by another name", async () => {
  const resolve = createResolver(
    await startNameServer({
      "site.example": (type) =>
        type === A
          ? [
              { type, data: [93, 184, 215, 14] },
              { type, data: [93, 184, 215, 15] },
            ]
          : [{ type, data: IPV6 }],
      "www.site.example": (type) => [
        { type: CNAME, data: encode("site.example") },
        ...(type === A ? [{ type, data: [93, 184, 215, 14], name: "site.example" }] : []),
      ],
    }),
  );
  expect((await resolve("site.example")).toSorted()).toEqual([
    "2606:4700:4700::1111",
    "93.184.215.14",
    "93.184.215.15",
  ]);
  expect((await resolve("site.example")).at(-1)).toBe("2606:4700:4700::1111");
  expect(await resolve("www.site.example")).toEqual(["93.184.215.14"]);
});

it("has what one of both kinds of addresses is known of", async () => {
  const SERVER_FAILURE = 2;
  const resolve = createResolver(
    await startNameServer({
      "old.example": (type) => (type === A ? [{ type, data: [93, 184, 215, 14] }] : SERVER_FAILURE),
      "new.example": (type) => (type === AAAA ? [{ type, data: IPV6 }] : []),
      "broken.example": (type) => (type === A ? [] : SERVER_FAILURE),
    }),
  );
  expect(await resolve("old.example")).toEqual(["93.184.215.14"]);
  expect(await resolve("new.example")).toEqual(["2606:4700:4700::1111"]);
  await expect(resolve("broken.example")).rejects.toMatchObject({ code: "ESERVFAIL" });
  await expect(resolve("nowhere.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
});

it("is not led inside by a name server, whatever it answers", async () => {
  const servers = await startNameServer({
    "loopback.example": (type) => (type === A ? [{ type, data: [127, 0, 0, 1] }] : []),
    "metadata.example": (type) => (type === A ? [{ type, data: [169, 254, 169, 254] }] : []),
    "mixed.example": (type) =>
      type === A
        ? [
            { type, data: [93, 184, 215, 14] },
            { type, data: [10, 0, 0, 1] },
          ]
        : [],
    "mapped.example": (type) =>
      type === AAAA ? [{ type, data: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1] }] : [],
    "nat64.example": (type) =>
      type === AAAA ? [{ type, data: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 192, 168, 0, 1] }] : [],
    "hidden.example": (type) =>
      type === A ? [{ type, data: [93, 184, 215, 14] }] : [{ type, data: [...Array.from({ length: 15 }, () => 0), 1] }],
  });
  const network = { ...publicWeb, resolve: createResolver(servers) };
  for (const name of ["loopback", "metadata", "mixed", "mapped", "nat64", "hidden"]) {
    const finding = findDestination(parseAddress(`https://${name}.example/`), network);
    await expect(finding, name).rejects.toMatchObject({ reason: "private" });
  }
});

it("knows nothing of this machine's own names", async () => {
  const resolve = createResolver(await startNameServer({}));
  await expect(resolve("localhost")).rejects.toMatchObject({ code: "ENOTFOUND" });
});
