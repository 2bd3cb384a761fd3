import type { Instant } from '../../calls/call-event.ts';
import type { Registration } from '../../calls/fold-phone.ts';
import type { Reachability } from '../../calls/sources/sip-front/self-check.ts';
import type { MicrophoneState, PhoneIssue, PhoneStatus } from '../../contract/messages/phone-status.ts';

/** The facts from which the phone status follows, gathered by the phone host. */
export interface PhoneFacts {
  readonly setUp:
    | 'starting'
    | 'vault-missing'
    | 'settings-missing'
    | 'locked'
    | 'password-missing'
    | 'complete';
  /** `kept`: the journal reaches the disk. */
  readonly storage: 'kept' | 'failed';
  readonly online: boolean;
  readonly registration: Registration;
  /** The registrar's last good answer; null before the first. */
  readonly lastConfirmedAt: Instant | null;
  /** Its age, which a clock that is set does not change. */
  readonly confirmedMsAgo: number;
  readonly reachability: Reachability;
  /** The last call that was refused because it could not have been answered. */
  readonly refusedCallAt: Instant | null;
  readonly microphone: MicrophoneState;
  readonly ringer: 'armed' | 'silent';
  /** The phone is another program: it rings there, and has a microphone of its own. */
  readonly watchOnly?: boolean;
  readonly now: Instant;
}

/**
 * A registrar's answer older than this proves nothing: the computer may have slept. A keep-alive
 * is sent every 25 s and has 5 s to be answered; two missed ones are stale.
 */
export const CONFIRMATION_LASTS_MS = 60_000;

/** Long enough to be read and acted on; the next call that rings ends it. */
export const REFUSED_CALL_SHOWN_MS = 60_000;

/** A lost connection usually comes back within seconds; after this time it is an issue. */
export const RECONNECT_GRACE_MS = 10_000;

/**
 * Ready only while everything that a call needs is known to work; otherwise the first thing to
 * fix, in the order of fixing.
 */
export function foldPhoneStatus(facts: PhoneFacts): PhoneStatus {
  if (facts.watchOnly !== true) return statusOf(facts);
  return { ...statusOf({ ...facts, microphone: 'granted', ringer: 'armed' }), watchOnly: true };
}

function statusOf(facts: PhoneFacts): PhoneStatus {
  const { setUp, registration, now } = facts;
  if (setUp === 'starting') return { status: 'working', doing: 'starting' };
  if (setUp !== 'complete') return out(SET_UP_ISSUES[setUp]);
  if (facts.storage === 'failed') return out('storage-failed');
  if (facts.microphone !== 'granted') return out(`microphone-${facts.microphone}`);
  if (!facts.online) return out('offline');
  switch (registration.state) {
    case 'never':
      return { status: 'working', doing: 'registering' };
    case 'lost':
      return lost(registration, now);
    case 'registered':
      if (facts.lastConfirmedAt === null || Math.abs(facts.confirmedMsAgo) > CONFIRMATION_LASTS_MS)
        return out('registration-stale');
      if (facts.ringer === 'silent') return out('ringer-silent');
      if (facts.reachability === 'lost') return out('calls-do-not-arrive');
      if (isRecent(facts.refusedCallAt, now)) return out('call-refused');
      return {
        status: 'ready',
        confirmedAt: facts.lastConfirmedAt,
        proof: facts.reachability === 'proved' ? 'calls-arrive' : 'registered',
      };
  }
}

function isRecent(at: Instant | null, now: Instant): boolean {
  return at !== null && now - at >= 0 && now - at <= REFUSED_CALL_SHOWN_MS;
}

const SET_UP_ISSUES = {
  'vault-missing': 'set-up',
  'settings-missing': 'set-up',
  locked: 'unlock',
  'password-missing': 'password-missing',
} as const satisfies Record<string, PhoneIssue>;

function lost({ cause, since }: Registration & { state: 'lost' }, now: Instant): PhoneStatus {
  if (cause === 'refused') return out('password-wrong');
  if (cause === 'forbidden') return out('account-refused');
  if (cause === 'stopped') return { status: 'working', doing: 'starting' };
  if (Math.abs(now - since) <= RECONNECT_GRACE_MS) return { status: 'working', doing: 'reconnecting' };
  switch (cause) {
    case 'stale':
      return out('registration-stale');
    case 'not-bound':
    case 'unlisted':
    case 'unreachable':
      return out('calls-do-not-arrive');
    case 'page-closed':
    case 'page-silent':
    case 'page-not-registered':
    case 'reports-lost':
    case 'calls-not-reported':
      return out(cause);
    case 'network':
      return out('server-unreachable');
  }
}

function out(issue: PhoneIssue): PhoneStatus {
  return { status: 'out', issue };
}
