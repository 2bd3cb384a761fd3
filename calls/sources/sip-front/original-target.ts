import { isWithheld } from '../../numbers/withheld.ts';
import type { RemoteParty } from '../../remote-party.ts';
import { userOf } from '../sip/address.ts';
import { headerValues, type SipRequest } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { partyOf } from './remote-identity.ts';

/**
 * For whom a diverted call rang first: the last Diversion (RFC 5806 §5: the newest stands on top),
 * else the first entry of History-Info (RFC 7044 §5). Null for a call that was not diverted, and
 * for a party that is not to be shown.
 */
export function originalTarget(request: SipRequest): RemoteParty | null {
  const party = firstDiversion(request) ?? firstTarget(request);
  return party === null || isWithheld(party.number) ? null : party;
}

function firstDiversion(request: SipRequest): RemoteParty | null {
  const last = headerValues(request, 'diversion').at(-1);
  if (last === undefined) return null;
  const privacy = readNameAddress(last)?.params.get('privacy')?.toLowerCase() ?? 'off';
  return privacy === 'off' || privacy === 'no' ? partyOf(last) : null;
}

interface HistoryEntry {
  readonly value: string;
  readonly user: string;
  readonly uri: string;
  /** 1.2.1 as its parts. */
  readonly index: readonly number[];
}

function firstTarget(request: SipRequest): RemoteParty | null {
  const entries = headerValues(request, 'history-info').flatMap(entryOf).sort(byIndex);
  const [first] = entries;
  if (first === undefined || /[?&]privacy=/i.test(first.uri)) return null;
  // The call came to whom it was for: proxies add an entry for each hop of their own.
  const reached = entries.at(-1)?.user ?? '';
  const here = userOf(request.uri) ?? '';
  return first.user === reached || first.user === here ? null : partyOf(first.value);
}

function entryOf(value: string): readonly HistoryEntry[] {
  const address = readNameAddress(value);
  const user = address === null ? null : userOf(address.uri.replace(/\?.*$/, ''));
  if (address === null || user === null) return [];
  const index = (address.params.get('index') ?? '').split('.').map(Number);
  return [{ value, user, uri: address.uri, index: index.some(Number.isNaN) ? [] : index }];
}

function byIndex({ index: one }: HistoryEntry, { index: other }: HistoryEntry): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
