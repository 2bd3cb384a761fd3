import { readNumber } from '../../numbers/read-number.ts';
import { readNumberUri, readSubscriber } from '../../numbers/read-number-uri.ts';
import { writtenNumber } from '../../numbers/telephone-number.ts';
import { isWithheld } from '../../numbers/withheld.ts';
import { type RemoteParty, remoteParty } from '../../remote-party.ts';
import { readAddress } from '../sip/address.ts';
import { header, headerValues, type SipMessage, type SipRequest } from '../sip/message.ts';
import { type NameAddress, readNameAddress } from '../sip/name-address.ts';

const LONGEST = 200;
/** RFC 3323 §4.1.1.3. */
const ANONYMOUS = 'anonymous';
const WITHHELD: RemoteParty = { number: ANONYMOUS, displayName: null };

/**
 * Who calls. A server that is trusted (RFC 3325 §8) asserts it beside From, which the caller's own
 * phone writes. P-Preferred-Identity is only a request of that phone and is never read. Where the
 * caller asks for privacy (RFC 3323 §4.2), nobody is shown, whatever else the message says.
 */
export function callingParty(request: SipRequest, trustsServer: boolean): RemoteParty {
  if (asksForPrivacy(request)) return WITHHELD;
  const asserted = trustsServer ? assertedParty(request) : null;
  return asserted ?? partyOf(header(request, 'from') ?? '');
}

/**
 * The party that a request or response inside a call asserts, as after a transfer at the phone
 * system; null if it asserts none. From and To stay the same for the life of a dialog.
 */
export function assertedParty(message: SipMessage): RemoteParty | null {
  const party =
    bestOf(headerValues(message, 'p-asserted-identity').map(partyOf)) ??
    bestOf(remotePartyIds(message).map(remotePartyIdOf));
  return party !== null && asksForPrivacy(message) ? WITHHELD : party;
}

/**
 * A value of each scheme may come (RFC 3325 §9.1): the number of one, the name of any. Trunks
 * assert URIs with a host only, which name nobody.
 */
function bestOf(asserted: readonly RemoteParty[]): RemoteParty | null {
  const parties = asserted.filter(({ number }) => number !== '');
  const named = parties.find(({ displayName }) => displayName !== null)?.displayName ?? null;
  const known = parties.filter(({ number }) => !isWithheld(number));
  const best = known.find(({ number }) => readNumber(number) !== null) ?? known[0] ?? parties[0];
  return best === undefined ? null : { number: best.number, displayName: named };
}

/** draft-ietf-sip-privacy-04 §5: those of the other side, what the network verified first. */
function remotePartyIds(message: SipMessage): readonly NameAddress[] {
  const values = headerValues(message, 'remote-party-id').flatMap((value) => readNameAddress(value) ?? []);
  const own = message.kind === 'request' ? 'called' : 'calling';
  const others = values.filter(({ params }) => (params.get('party') ?? '').toLowerCase() !== own);
  const isScreened = ({ params }: NameAddress) => (params.get('screen') ?? '').toLowerCase() === 'yes';
  return [...others.filter(isScreened), ...others.filter((one) => !isScreened(one))];
}

function remotePartyIdOf(value: NameAddress): RemoteParty {
  const privacy = (value.params.get('privacy') ?? 'off').toLowerCase().split(/[-;,]/);
  const hides = (...names: readonly string[]) => names.some((name) => privacy.includes(name));
  const { number, displayName } = partyAt(value);
  return {
    number: hides('full', 'uri') ? ANONYMOUS : number,
    displayName: hides('full', 'name') ? null : displayName,
  };
}

/** `id` and `user` ask to withhold it from the called person (RFC 3323 §4.2, RFC 3325 §9.3). */
function asksForPrivacy(message: SipMessage): boolean {
  return headerValues(message, 'privacy').some((value) =>
    value
      .toLowerCase()
      .split(';')
      .some((one) => one.trim() === 'id' || one.trim() === 'user'),
  );
}

/** A party as From, To and P-Asserted-Identity name it. */
export function partyOf(value: string): RemoteParty {
  const address = readNameAddress(value);
  return address === null ? WITHHELD : partyAt(address);
}

/** The same of an address that was read. */
export function partyAt({ displayName, uri }: Pick<NameAddress, 'displayName' | 'uri'>): RemoteParty {
  const name = cleanText(displayName ?? '');
  return remoteParty(numberOfUri(uri), name === '' || isWithheld(name) ? null : name);
}

/**
 * The number without parameters and separators, global where `phone-context` says so; else the user
 * as it was sent. '' where the URI names nobody.
 */
function numberOfUri(uri: string): string {
  const address = readAddress(uri);
  if (address === null) return '';
  if (address.scheme === 'tel') {
    const read = readNumberUri(uri);
    return read === null ? cleanText(address.number) : writtenNumber(read);
  }
  if (address.host === 'anonymous.invalid') return ANONYMOUS;
  const user = address.user ?? '';
  const read = readSubscriber(user);
  return read === null ? cleanText(user) : writtenNumber(read);
}

/** Without control characters and characters that reverse the direction; one line, bounded. */
function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\p{Cs}]/gu, '')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '');
}
