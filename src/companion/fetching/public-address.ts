import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** The one block that addresses of the IPv6 web come from: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Translates to the whole of IPv4, private parts included: https://www.rfc-editor.org/rfc/rfc6052#section-3.1 */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/** Public by its number, and yet the inside of Azure: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const PLATFORM = "168.63.129.16";

/**
 * Whether an address, as a resolver writes it, is one of the public web: unicast, given to somebody, and not of this machine. IPv4 inside of
 * IPv6 (mapped, or behind NAT64) is judged as the IPv4 it leads to. Tunnels that hide another address (6to4, Teredo), the
 * translation prefix of a network's own (64:ff9b:1::/48) and everything else outside of what is in use for the web are not. `own` are this
 * machine's addresses.
 */
export function isPublicAddress(text: string, own = ownAddresses()): boolean {
  const address = parse(text);
  if (!address || own.some((one) => parse(one)?.toString() === address.toString())) return false;
  return address.kind() === "ipv4" ? isPublicIPv4(address) : isPublicIPv6(address);
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function isPublicIPv4(address: Address): boolean {
  return address.range() === "unicast" && address.toString() !== PLATFORM;
}

function isPublicIPv6(address: Address): boolean {
  return address.match(GLOBAL_UNICAST) && address.range() === "unicast";
}

/** What an address leads to, or undefined for what is none, or has a zone. */
function parse(text: string): Address | undefined {
  // The parser of the package knows octal and short forms, which a resolver does not answer with.
  if (isIP(text) === 0 || text.includes("%")) return undefined;
  const address = ipaddr.process(text);
  if (address.kind() === "ipv6" && address.match(NAT64)) {
    return ipaddr.fromByteArray(address.toByteArray().slice(-4));
  }
  return address;
}

/**
 * A machine reaches its own public address past its firewall, so that is no public address for it. None where the system does not tell, as in
 * some sandboxes.
 */
function ownAddresses(): string[] {
  try {
    return Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);
  } catch {
    return [];
  }
}
