import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to a host on the public internet. Refuses private, loopback, link-local, shared
 * (100.64/10), "this network" (0/8), multicast and reserved ranges and every IPv6 form that carries an IPv4 address
 * (mapped, NAT64, 6to4, Teredo). `allowLocal` admits loopback. Ranges: IANA special-purpose registries.
 */
export function isPublicAddress(address: string, allowLocal: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range === 'loopback') return allowLocal;
  if (range !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}

// The library calls everything that no registry lists unicast, but no more than this is handed out (RFC 4291).
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
