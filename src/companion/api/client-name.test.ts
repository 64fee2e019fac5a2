import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { clientName } from "./client-name.ts";

const KEY = Buffer.from("of this run");
const from = (remoteAddress: string, forwarded?: string, proxies = 0) =>
  clientName(
    { socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } } as unknown as IncomingMessage,
    proxies,
    KEY,
  );

it("tells readers apart, without their addresses", () => {
  expect(from("198.51.100.1")).toBe(from("198.51.100.1"));
  expect(from("198.51.100.1")).not.toBe(from("198.51.100.2"));
  expect(from("198.51.100.1")).not.toContain("198");
  expect(from("::ffff:198.51.100.1")).not.toBe(from("::ffff:198.51.100.2"));
});

it("takes the addresses of one line for one reader", () => {
  expect(from("2001:db8:1:2::1")).toBe(from("2001:db8:1:2:aaaa:bbbb:cccc:dddd"));
  expect(from("2001:db8:1:2::1")).not.toBe(from("2001:db8:1:3::1"));
  expect(from("2001:db8::1")).toBe(from("2001:db8:0:0:1::"));
});

it("believes the header of as many proxies as there are, and nobody else's", () => {
  expect(from("127.0.0.1", "198.51.100.9")).toBe(from("127.0.0.1"));
  expect(from("127.0.0.1", "made.up, 198.51.100.9", 1)).toBe(from("198.51.100.9"));
  expect(from("127.0.0.1", "made.up, 198.51.100.9, 10.0.0.1", 2)).toBe(from("198.51.100.9"));
  expect(from("127.0.0.1", "198.51.100.9:50123", 1)).toBe(from("198.51.100.9"));
  expect(from("127.0.0.1", "[2001:db8:1:2::1]:50123", 1)).toBe(from("2001:db8:1:2::1"));
  expect(from("127.0.0.1", "2001:db8:1:2::1", 1)).toBe(from("2001:db8:1:2::1"));
  expect(from("127.0.0.1", undefined, 1)).toBe(from("127.0.0.1"));
});
