import ipaddr from 'ipaddr.js';

/** Whether an IP address, in any notation, belongs to the public internet. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return true;
  // 2000::/3 is all that is given out: what stands for an IPv4 address reaches whatever that is, and the rest
  // belongs to nobody
  const [first = 0] = (address as ipaddr.IPv6).parts;
  return first >> 13 === 1;
}
