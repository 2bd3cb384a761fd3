import { readAddress, userOf } from '../sip/address.ts';
import { splitOutside } from '../sip/header-values.ts';
import { headerValues, type SipRequest } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';

/** Why a call went on to somebody else; null where it is not said in a known word. */
export type DiversionReason = 'busy' | 'no-answer' | 'unconditional' | 'unavailable' | 'deflected';

/** A party that was called before this phone. All of it is the claim of the network before. */
export interface Diversion {
  readonly displayName: string | null;
  /** sip:, sips: or tel:. */
  readonly uri: string;
  readonly reason: DiversionReason | null;
  /** The party asked not to be shown (RFC 5806 §4, RFC 7044 §10.1). */
  readonly isPrivate: boolean;
}

/** Networks end a loop earlier (Max-Forwards is 70); more entries are somebody's joke. */
const MOST_ENTRIES = 70;

/**
 * The parties that were called before this phone, the first one first: from Diversion (RFC 5806),
 * else from History-Info (RFC 7044), where an entry counts that was changed to another user.
 */
export function readDiversions(request: SipRequest): readonly Diversion[] {
  const diverted = readDiversionHeader(request);
  return diverted.length > 0 ? diverted : historyDiversions(readHistory(request));
}

/** Every target that the request had, in order; the last is the one that reached this phone. */
export function readHistory(request: SipRequest): readonly HistoryEntry[] {
  return headerValues(request, 'history-info')
    .slice(0, MOST_ENTRIES)
    .flatMap(readHistoryEntry)
    .sort((a, b) => compareIndexes(a.index, b.index));
}

export interface HistoryEntry extends Diversion {
  /** `1.2.1` as numbers: each level is one more server that sent the request on. */
  readonly index: readonly number[];
  /** Reached the same user (`rc`, `np`) or another one (`mp`); null in the older RFC 4244. */
  readonly changed: 'same-user' | 'other-user' | null;
}

/** Those of Diversion alone. The topmost value is the newest (RFC 5806 §4.1). */
export function readDiversionHeader(request: SipRequest): readonly Diversion[] {
  return headerValues(request, 'diversion')
    .slice(0, MOST_ENTRIES)
    .flatMap((value) => {
      const party = readNameAddress(value);
      if (party === null || readAddress(party.uri) === null) return [];
      const { displayName, uri, params } = party;
      const privacy = params.get('privacy')?.toLowerCase() ?? 'off';
      const reason = REASONS.get(params.get('reason')?.toLowerCase() ?? '') ?? null;
      return [{ displayName, uri, reason, isPrivate: privacy !== 'off' && privacy !== 'no' }];
    })
    .reverse();
}

/** RFC 5806 §4.3. */
const REASONS: ReadonlyMap<string, DiversionReason> = new Map([
  ['user-busy', 'busy'],
  ['do-not-disturb', 'busy'],
  ['no-answer', 'no-answer'],
  ['unconditional', 'unconditional'],
  ['follow-me', 'unconditional'],
  ['time-of-day', 'unconditional'],
  ['unavailable', 'unavailable'],
  ['out-of-service', 'unavailable'],
  ['away', 'unavailable'],
  ['deflection', 'deflected'],
]);

/** RFC 4458 §3 and RFC 8119: the cause that the URI of the next target carries. */
const CAUSES: ReadonlyMap<string, DiversionReason> = new Map([
  ['486', 'busy'],
  ['600', 'busy'],
  ['408', 'no-answer'],
  ['302', 'unconditional'],
  ['404', 'unavailable'],
  ['503', 'unavailable'],
  ['480', 'deflected'],
  ['487', 'deflected'],
]);

function readHistoryEntry(value: string): readonly HistoryEntry[] {
  const entry = readNameAddress(value);
  const address = entry === null ? null : readAddress(entry.uri);
  const index = entry === null ? null : readIndex(entry.params.get('index'));
  if (entry === null || address === null || index === null) return [];
  const { displayName, uri, params } = entry;
  const headers = uriHeaders(uri);
  const cause = address.params.get('cause') ?? /;\s*cause=(\d{3})/i.exec(headers.get('reason') ?? '')?.[1];
  const changed = params.has('mp') ? 'other-user' : params.has('rc') || params.has('np') ? 'same-user' : null;
  return [
    {
      ...{ displayName, uri: uri.split('?', 1)[0] ?? uri, index, changed },
      reason: CAUSES.get(cause ?? '') ?? null,
      isPrivate: /[a-z]/i.test((headers.get('privacy') ?? '').replace(/none/i, '')),
    },
  ];
}

/** Headers of a URI (RFC 3261 §19.1.1): `?Reason=SIP%3Bcause%3D486&Privacy=history`. */
function uriHeaders(uri: string): ReadonlyMap<string, string> {
  const [, text = ''] = splitOnce(uri, '?');
  return new Map(
    splitOutside(text, '&').map((header) => {
      const [name, value] = splitOnce(header, '=');
      return [name.toLowerCase(), decode(value)];
    }),
  );
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readIndex(text: string | undefined): readonly number[] | null {
  return /^\d{1,4}(?:\.\d{1,4}){0,69}$/.test(text ?? '') ? (text ?? '').split('.').map(Number) : null;
}

function compareIndexes(a: readonly number[], b: readonly number[]): number {
  const level = a.findIndex((number, at) => number !== b[at]);
  return level === -1 ? a.length - b.length : (a[level] ?? 0) - (b[level] ?? -1);
}

/**
 * An entry was diverted from if the next one is another user. Where the entries do not say so
 * (RFC 4244), their users are compared. The reason stands at the old entry as a Reason header, or
 * at the new one as a cause.
 */
function historyDiversions(history: readonly HistoryEntry[]): readonly Diversion[] {
  return history.flatMap((entry, at) => {
    const next = history[at + 1];
    if (next === undefined || !isOtherUser(entry, next)) return [];
    const { displayName, uri, isPrivate } = entry;
    return [{ displayName, uri, isPrivate, reason: next.reason ?? entry.reason }];
  });
}

function isOtherUser(from: HistoryEntry, to: HistoryEntry): boolean {
  if (to.changed !== null) return to.changed === 'other-user';
  return userOf(from.uri) !== userOf(to.uri);
}
