import { readAddress } from '../sip/address.ts';
import {
  header,
  headerLines,
  headerValues,
  type SipHeader,
  type SipRequest,
  type SipResponse,
} from '../sip/message.ts';
import { readNameAddress } from '../sip/name-address.ts';

/** What a final answer to REGISTER proves. */
export type RegistrarAnswer =
  /** Our binding is in the registrar's list. */
  | {
      readonly binding: 'ours';
      readonly status: number;
      readonly expiresS: number;
      /** Where calls to this phone alone can be sent (RFC 5627); undefined without one. */
      readonly gruu: string | undefined;
    }
  /** A 2xx without any Contact: RFC 3261 §10.3 asks for the list, so nothing is proved. */
  | { readonly binding: 'not-listed'; readonly status: number; readonly expiresS: number }
  /** A 2xx whose list does not have our binding, or has it with `expires=0`. */
  | { readonly binding: 'missing'; readonly status: number }
  | { readonly binding: 'refused'; readonly status: number; readonly retryAfterMs: number | null };

/** The library makes a timer of the lifetime; more than a day would overflow it in the end. */
const LONGEST_S = 3_600;
/** RFC 3261 §20.19: 2³² − 1 s. */
const MOST_S = 2 ** 32 - 1;
const LONGEST_PAUSE_MS = 300_000;

/** What a final answer proves. */
export function readRegistrarAnswer(request: SipRequest, response: SipResponse): RegistrarAnswer {
  const { status } = response;
  if (status >= 300) return { binding: 'refused', status, retryAfterMs: readRetryAfter(response) };
  const asked = readNameAddress(headerValues(request, 'contact')[0] ?? '');
  const contacts = headerValues(response, 'contact');
  const fallback =
    readSeconds(header(response, 'expires')) ?? readSeconds(header(request, 'expires')) ?? LONGEST_S;
  if (contacts.length === 0) return { binding: 'not-listed', status, expiresS: bounded(fallback) };
  // A bracket or a quote that another binding leaves open hides what follows it: ours has no comma.
  const pieces = headerLines(response, 'contact').flatMap((line) => line.split(','));
  const ours = [...contacts, ...pieces]
    .map((value) => readNameAddress(value.trim()))
    .find((contact) => contact !== null && asked !== null && isSameBinding(contact, asked));
  if (ours === undefined || ours === null) return { binding: 'missing', status };
  const expiresS = readSeconds(ours.params.get('expires')) ?? fallback;
  if (expiresS === 0) return { binding: 'missing', status };
  return { binding: 'ours', status, expiresS: bounded(expiresS), gruu: readGruu(ours) };
}

type Binding = NonNullable<ReturnType<typeof readNameAddress>>;

/** RFC 5626 §6: by instance and reg-id where the registrar keeps them, else by the URI. */
function isSameBinding(one: Binding, asked: Binding): boolean {
  const instance = one.params.get('+sip.instance');
  if (instance !== undefined && instance !== '') {
    return instance.toLowerCase() === asked.params.get('+sip.instance')?.toLowerCase();
  }
  const [a, b] = [readAddress(one.uri), readAddress(asked.uri)];
  if (a === null || b === null || a.scheme === 'tel' || b.scheme === 'tel') return false;
  // Some registrars lower the case, or put the address that they saw in place of the host.
  return a.user?.toLowerCase() === b.user?.toLowerCase();
}

function readGruu(contact: Binding): string | undefined {
  const gruu = contact.params.get('pub-gruu');
  return gruu !== undefined && /^sips?:[^\s"<>]+@[^\s"<>]+$/i.test(gruu) ? gruu : undefined;
}

function readSeconds(text: string | undefined): number | null {
  const [digits] = /^\d{1,10}$/.exec(text?.trim() ?? '') ?? [];
  return digits === undefined || Number(digits) > MOST_S ? null : Number(digits);
}

function bounded(seconds: number): number {
  return Math.min(seconds, LONGEST_S);
}

/** RFC 3261 §20.33: seconds, then perhaps a comment and parameters. */
export function readRetryAfter(response: SipResponse): number | null {
  const [, seconds] = /^\s*(\d{1,10})/.exec(header(response, 'retry-after') ?? '') ?? [];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1_000, LONGEST_PAUSE_MS);
}

/**
 * The answer in the one form that the library reads without mistakes: our Contact alone, as it was
 * asked for, with a lifetime that makes no storm; without our binding, a refusal.
 */
export function registrarAnswerForLibrary(
  request: SipRequest,
  response: SipResponse,
  answer: RegistrarAnswer,
): SipResponse {
  const plain = response.headers.filter(({ name }) => !['contact', 'expires', 'min-expires'].includes(name));
  if (answer.binding === 'refused') {
    const least = readSeconds(header(response, 'min-expires'));
    // Without a usable Min-Expires, asking again at once would go on for ever.
    if (answer.status !== 423) return { ...response, headers: plain };
    return least === null || least > LONGEST_S
      ? { ...response, status: 480, headers: plain }
      : { ...response, headers: [...plain, { name: 'min-expires', value: String(least) }] };
  }
  if (answer.binding === 'missing') return { ...response, status: 480, reason: 'No Binding', headers: plain };
  const contact = readNameAddress(headerValues(request, 'contact')[0] ?? '');
  const instance = contact?.params.get('+sip.instance');
  const gruu = answer.binding === 'ours' ? answer.gruu : undefined;
  const value = [
    `<${contact?.uri ?? ''}>`,
    ...(instance === undefined ? [] : [`+sip.instance="${instance}"`, 'reg-id=1']),
    ...(gruu === undefined ? [] : [`pub-gruu="${gruu}"`]),
    `expires=${answer.expiresS}`,
  ].join(';');
  const headers: readonly SipHeader[] = [...plain, { name: 'contact', value }];
  return { ...response, headers };
}

/** True for a REGISTER that takes the binding away. */
export function isUnregister(request: SipRequest): boolean {
  const contacts = headerValues(request, 'contact');
  return contacts.every((value) => value === '*' || readNameAddress(value)?.params.get('expires') === '0');
}
