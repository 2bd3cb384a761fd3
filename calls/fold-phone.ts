import { type Call, type EndedCall, isActive } from './call.ts';
import {
  CALL_EVENTS,
  type CallEvent,
  type CallId,
  type Instant,
  PHONE_EVENTS,
  type PhoneEvent,
} from './call-event.ts';
import type { CallVerdict } from './call-verdict.ts';
import { foldCall } from './fold-call.ts';
import type { JournalEntry, JournalEvent } from './journal-entry.ts';

export type Registration =
  | { readonly state: 'never' }
  | { readonly state: 'registered'; readonly since: Instant }
  | {
      readonly state: 'lost';
      readonly since: Instant;
      readonly cause: (PhoneEvent & { type: 'registration-lost' })['cause'];
    };

/** Everything one phone is doing: its calls in the order they began, and its registration. */
export interface Phone {
  readonly calls: readonly Call[];
  readonly registration: Registration;
}

export const QUIET_PHONE: Phone = { calls: [], registration: { state: 'never' } };

export type PhoneVerdict =
  | { readonly verdict: 'applied'; readonly phone: Phone }
  | { readonly verdict: 'repeat' }
  | { readonly verdict: 'impossible'; readonly why: string };

/**
 * Applies one event to the phone. Checks the rule across calls: at most one call is active. A
 * source holds the first call before it answers, dials or resumes a second; another order of events
 * is impossible, except where a call is only watched: nobody can make its phone hold.
 */
export function foldPhone(phone: Phone, event: CallEvent | PhoneEvent): PhoneVerdict {
  if (!('call' in event)) return foldRegistration(phone, event);
  const before = findCall(phone, event.call);
  const result: CallVerdict = foldCall(before, event);
  if (result.verdict !== 'applied') return result;
  const rival = isActive(result.call) ? activeCall(phone, event.call) : undefined;
  if (rival !== undefined && result.call.watchOnly !== true && rival.watchOnly !== true) {
    return { verdict: 'impossible', why: `${event.type} while another call is ${rival.state}` };
  }
  const calls =
    before === undefined
      ? [...phone.calls, result.call]
      : phone.calls.map((call) => (call.id === event.call ? result.call : call));
  return { verdict: 'applied', phone: { ...phone, calls } };
}

function foldRegistration(phone: Phone, event: PhoneEvent): PhoneVerdict {
  if (event.type === 'registered') {
    if (phone.registration.state === 'registered') return { verdict: 'repeat' };
    return {
      verdict: 'applied',
      phone: { ...phone, registration: { state: 'registered', since: event.at } },
    };
  }
  const { state } = phone.registration;
  if (state === 'lost' && phone.registration.cause === event.cause) return { verdict: 'repeat' };
  const registration: Registration = { state: 'lost', since: event.at, cause: event.cause };
  return { verdict: 'applied', phone: { ...phone, registration } };
}

/** Replays a journal. Entries of other sources and impossible ones change nothing. */
export function replayPhone(entries: Iterable<JournalEntry>, from: Phone = QUIET_PHONE): Phone {
  let phone = from;
  for (const { event } of entries) {
    if (!isPhoneFact(event)) continue;
    const result = foldPhone(phone, event);
    if (result.verdict === 'applied') phone = result.phone;
  }
  return phone;
}

const PHONE_FACTS: ReadonlySet<string> = new Set([...CALL_EVENTS, ...PHONE_EVENTS].map(({ type }) => type));

/** True for an event of the phone; false for one of the line analyser or of the agent. */
export function isPhoneFact(event: JournalEvent): event is CallEvent | PhoneEvent {
  return PHONE_FACTS.has(event.type);
}

export function findCall(phone: Phone, id: CallId): Call | undefined {
  return phone.calls.find((call) => call.id === id);
}

/** The active call, other than `except`; the newest, where several are watched. */
export function activeCall(phone: Phone, except?: CallId): Call | undefined {
  return phone.calls.findLast((call) => call.id !== except && isActive(call));
}

export function liveCalls(phone: Phone): readonly Exclude<Call, EndedCall>[] {
  return phone.calls.filter((call): call is Exclude<Call, EndedCall> => call.state !== 'ended');
}
