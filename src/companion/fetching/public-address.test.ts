import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";

describe("public are", () => {
  it.each([
    ["an address of the web", "93.184.215.14"],
    ["one beside a private range", "172.32.0.1"],
    ["one beside that of carriers", "100.128.0.1"],
    ["one of IPv6", "2606:4700:4700::1111"],
    ["one mapped into IPv6", "::ffff:93.184.215.14"],
    ["one mapped into IPv6, in hexadecimal", "::ffff:5db8:d70e"],
    ["one behind NAT64", "64:ff9b::5db8:d70e"],
  ])("%s: %s", (_, address) => expect(isPublicAddress(address)).toBe(true));
});

describe("not public are", () => {
  it.each([
    ["this network", "0.0.0.0"],
    ["this network, any", "0.1.2.3"],
    ["loopback", "127.0.0.1"],
    ["loopback, any", "127.255.3.4"],
    ["private, class A", "10.0.0.1"],
    ["private, class B", "172.16.0.1"],
    ["private, class B, last", "172.31.255.255"],
    ["private, class C", "192.168.1.1"],
    ["a carrier's", "100.64.0.1"],
    ["a cloud's metadata in a carrier's range", "100.100.100.200"],
    ["link-local, where clouds have their metadata", "169.254.169.254"],
    ["what Azure has inside", "168.63.129.16"],
    ["protocol assignments, where Oracle has its metadata", "192.0.0.192"],
    ["documentation", "192.0.2.1"],
    ["documentation, second", "198.51.100.1"],
    ["documentation, third", "203.0.113.1"],
    ["benchmarking", "198.18.0.1"],
    ["relays of 6to4", "192.88.99.1"],
    ["multicast", "224.0.0.1"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified IPv6", "::"],
    ["loopback of IPv6", "::1"],
    ["loopback of IPv6, in full", "0:0:0:0:0:0:0:1"],
    ["link-local IPv6", "fe80::1"],
    ["link-local IPv6 with a zone", "fe80::1%eth0"],
    ["a public address with a zone", "2606:4700:4700::1111%1"],
    ["unique local, where AWS has its metadata", "fd00:ec2::254"],
    ["site-local", "fec0::1"],
    ["multicast of IPv6", "ff02::1"],
    ["documentation of IPv6", "2001:db8::1"],
    ["documentation of IPv6, new", "3fff::1"],
    ["loopback mapped into IPv6", "::ffff:127.0.0.1"],
    ["loopback mapped into IPv6, in hexadecimal", "::ffff:7f00:1"],
    ["private mapped into IPv6", "::ffff:10.0.0.1"],
    ["metadata mapped into IPv6", "::ffff:a9fe:a9fe"],
    ["loopback in the old form for IPv4", "::7f00:1"],
    ["public in the old form for IPv4", "::5db8:d70e"],
    ["translated by SIIT", "::ffff:0:7f00:1"],
    ["loopback behind NAT64", "64:ff9b::7f00:1"],
    ["private behind NAT64", "64:ff9b::10.0.0.1"],
    ["metadata behind NAT64", "64:ff9b::a9fe:a9fe"],
    ["a network's own NAT64", "64:ff9b:1::5db8:d70e"],
    ["6to4 to loopback", "2002:7f00:1::"],
    ["6to4 to private", "2002:a00:1::1"],
    ["6to4 to anything", "2002:5db8:d70e::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["benchmarking of IPv6", "2001:2::1"],
    ["ORCHID", "2001:20::1"],
    ["segment routing", "5f00::1"],
    ["what is assigned to nobody", "4000::1"],
    ["discard", "100::1"],
    ["no address", "example.org"],
    ["short form", "127.1"],
    ["decimal", "2130706433"],
    ["octal", "0177.0.0.1"],
    ["hexadecimal", "0x7f.0.0.1"],
    ["nothing", ""],
  ])("%s: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));

  it("the addresses of this machine, though others may call them public", () => {
    const own = ["93.184.215.14", "2606:4700:4700::1111"];
    const forms = [...own, "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2606:4700:4700:0:0:0:0:1111"];
    expect(forms.filter((address) => isPublicAddress(address, own))).toEqual([]);
    expect(isPublicAddress("93.184.215.15", own)).toBe(true);
    const here = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);
    expect(here).not.toHaveLength(0);
    expect(here.filter((address) => isPublicAddress(address))).toEqual([]);
  });
});
