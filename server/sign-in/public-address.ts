import { BlockList, isIP } from 'node:net';

/** IPv4 addresses that are not those of one public machine (IANA special-purpose registry). */
const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

/** Global unicast is 2000::/3. In it: protocol assignments, documentation, and 6to4. */
const GLOBAL_IPV6 = ['2000::/3'];
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const special4 = listOf(SPECIAL_IPV4, 'ipv4');
const global6 = listOf(GLOBAL_IPV6, 'ipv6');
const special6 = listOf(SPECIAL_IPV6, 'ipv6');

/**
 * True for the address of a machine on the Internet. An IPv4 address in an IPv6 one (mapped,
 * translated, 6to4, Teredo) is none: an answer of the DNS has no reason to write it so.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
    default:
      return false;
  }
}

function listOf(ranges: readonly string[], kind: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), kind);
  }
  return list;
}
