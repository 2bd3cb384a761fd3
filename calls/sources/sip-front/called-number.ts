import type { CalledNumberFrom } from '../../phone-account.ts';
import { userOf } from '../sip/address.ts';
import { header, headerValues, type SipRequest } from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';
import { readDiversions, readHistory } from './diversions.ts';

/** No number, name or extension is longer. */
const LONGEST = 64;

/**
 * The numbers that the caller may have dialled, the most likely first. `auto`: who was called first
 * by Diversion or History-Info, then To, then the Request-URI. Which of them is a hotline, only the
 * pack knows.
 */
export function readCalledNumbers(request: SipRequest, from: CalledNumberFrom): readonly string[] {
  const found = SOURCES[from.source](request, from.header).flatMap((user) => {
    const number = numberIn(user);
    return number === null ? [] : [number];
  });
  return [...new Set(found)];
}

type Reader = (request: SipRequest, name: string) => readonly (string | null)[];

const fromTo: Reader = (request) => [userOfHeader(header(request, 'to'))];
const fromRequestUri: Reader = ({ uri }) => [userOf(uri)];
const fromDiversion: Reader = (request) =>
  readDiversions(request)
    .slice(0, 1)
    .map(({ uri }) => userOf(uri));
const fromHistory: Reader = (request) =>
  readHistory(request)
    .slice(0, 1)
    .map(({ uri }) => userOf(uri));

const SOURCES: Readonly<Record<CalledNumberFrom['source'], Reader>> = {
  auto: (request, name) =>
    [fromDiversion, fromHistory, fromTo, fromRequestUri].flatMap((read) => read(request, name)),
  to: fromTo,
  'request-uri': fromRequestUri,
  diversion: fromDiversion,
  'history-info': fromHistory,
  /** P-Called-Party-ID (RFC 7315 §5.2) and the like, or a header that holds a bare number. */
  header: (request, name) => headerValues(request, name.toLowerCase()).map((value) => userOfHeader(value)),
};

function userOfHeader(value: string | undefined): string | null {
  if (value === undefined) return null;
  const address = readNameAddress(value);
  return address === null ? value : userOf(address.uri);
}

/** Without the parameters that a user part can hold (RFC 3966): `4001234567;phone-context=+86`. */
function numberIn(user: string | null): string | null {
  const [number = ''] = (user ?? '').split(';');
  const trimmed = number.trim();
  return trimmed === '' || trimmed.length > LONGEST ? null : trimmed;
}
