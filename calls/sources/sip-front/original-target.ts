import { isWithheld } from '../../numbers/withheld.ts';
import type { RemoteParty } from '../../remote-party.ts';
import { userOf } from '../sip/address.ts';
import type { SipRequest } from '../sip/message.ts';
import { type Diversion, readDiversionHeader, readHistory } from './diversions.ts';
import { partyAt } from './remote-identity.ts';

/**
 * For whom a diverted call rang first. Null for a call that was not diverted, and for a party that
 * is not to be shown: it asked for that, or is withheld.
 */
export function originalTarget(request: SipRequest): RemoteParty | null {
  const first = readDiversionHeader(request)[0] ?? firstOfHistory(request);
  if (first === undefined || first.isPrivate) return null;
  const party = partyAt(first);
  return isWithheld(party.number) ? null : party;
}

/** The first target, unless the call is at it: proxies add an entry for each hop of their own. */
function firstOfHistory(request: SipRequest): Diversion | undefined {
  const history = readHistory(request);
  const [first] = history;
  if (first === undefined) return undefined;
  const here = [history.at(-1)?.uri ?? '', request.uri].map(userOf);
  return here.includes(userOf(first.uri)) ? undefined : first;
}
