import { BlockList, isIP } from 'node:net';

/** True for the address of a proxy of the operator. */
export type IsProxy = (address: string) => boolean;

const NAMED = /^([0-9a-fA-F:.]+)(?:\/(\d{1,3}))?$/;

/**
 * Proxies by address or CIDR range, as the operator names them; null if one of them is neither. An
 * IPv4 address also counts where the socket writes it as IPv6 (::ffff:192.0.2.1).
 */
export function trustedProxies(named: readonly string[]): IsProxy | null {
  const list = new BlockList();
  for (const one of named) {
    const [, address = '', bits] = NAMED.exec(one) ?? [];
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    if (version === 0 || Number(bits ?? 0) > most) return null;
    const kind = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, kind);
    else list.addSubnet(address, Number(bits), kind);
  }
  return (address) => {
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** Without zone, brackets and port, an IPv4 address as such; '' for what is no address. */
export function plainAddress(written: string): string {
  const text = written.trim();
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? '' : address;
}
