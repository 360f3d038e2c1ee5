/** IPv4 networks that are not the public internet: [first address, prefix length]. */
const SPECIAL_IPV4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Within 2000::/3, the only range of public IPv6: documentation, tunnels and the like. */
const SPECIAL_IPV6: [number[], number][] = [
  [[0x2001, 0x0000], 23],
  [[0x2001, 0x0db8], 32],
  [[0x2002], 16],
  [[0x3fff], 20],
];

/** Names that are answered locally, or by nobody. */
const PRIVATE_SUFFIXES = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'test',
  'invalid',
  'onion',
];

/**
 * Whether a host is private, loopback, link-local or otherwise not the public internet, by its name alone: a
 * public name may still resolve to a private address, which only whoever connects can see.
 * @param hostname as the WHATWG URL parser gives it: decimal, octal and hexadecimal IPv4 become dotted there
 */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return !isPublicIpv6(hostname.slice(1, -1));
  const name = hostname.replace(/\.+$/, '');
  if (/^[0-9]+(?:\.[0-9]+){3}$/.test(name)) return !isPublicIpv4(name.split('.').map(Number));
  // a name without a dot is looked up in the local domain
  if (!name.includes('.')) return true;
  return PRIVATE_SUFFIXES.some((suffix) => name.endsWith(`.${suffix}`));
}

function isPublicIpv4(octets: number[]): boolean {
  const address = toBits(octets, 8);
  return !SPECIAL_IPV4.some(([first, length]) =>
    address.startsWith(toBits(first.split('.').map(Number), 8).slice(0, length)),
  );
}

function isPublicIpv6(address: string): boolean {
  const bits = toBits(expandIpv6(address), 16);
  if (!bits.startsWith('001')) return false;
  return !SPECIAL_IPV6.some(([groups, length]) =>
    bits.startsWith(toBits(groups, 16).padEnd(128, '0').slice(0, length)),
  );
}

/** @param address as the URL parser writes it: hexadecimal groups, at most one `::` */
function expandIpv6(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  if (tail === undefined) return groups(head);
  const missing = 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...new Array<number>(missing).fill(0), ...groups(tail)];
}

function toBits(parts: number[], width: number): string {
  return parts.map((part) => part.toString(2).padStart(width, '0')).join('');
}
