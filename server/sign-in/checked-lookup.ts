import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { type IsProxy, plainAddress } from '../http/trusted-proxies.ts';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name, as dns.lookup gives them. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The name leads to an address that may not be reached. */
export class AddressRefused extends Error {}

/** Public addresses, and those that the operator allows. */
export function mayReach(address: string, isAllowed: IsProxy): boolean {
  return isPublicAddress(address) || isAllowed(plainAddress(address));
}

/** Resolves a name for one connection; an error if any of its addresses may not be reached. */
export function checkedLookup(
  isAllowed: IsProxy,
  resolve: Resolve,
  mayBeReached: typeof mayReach = mayReach,
): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayBeReached(address, isAllowed))) {
        return done(new AddressRefused(), []);
      }
      if (options.all === true) done(null, addresses);
      else done(null, first.address, isIP(first.address));
    });
  };
}
