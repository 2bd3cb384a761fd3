import { describe, expect, test } from 'vitest';
import {
  CONFIRMATION_LASTS_MS,
  foldPhoneStatus,
  type PhoneFacts,
  RECONNECT_GRACE_MS,
  REFUSED_CALL_SHOWN_MS,
} from '../../rules/ring/fold-phone-status.ts';

const NOW = 1_000_000;
const READY: PhoneFacts = {
  setUp: 'complete',
  storage: 'kept',
  online: true,
  registration: { state: 'registered', since: NOW - 5000 },
  lastConfirmedAt: NOW - 1000,
  confirmedMsAgo: 1000,
  reachability: 'proved',
  refusedCallAt: null,
  microphone: 'granted',
  ringer: 'armed',
  now: NOW,
};
const phoneStatus = (facts: Partial<PhoneFacts>) => foldPhoneStatus({ ...READY, ...facts });

describe('green', () => {
  test('is claimed while everything a call needs is known to be there', () => {
    expect(phoneStatus({})).toEqual({ status: 'ready', confirmedAt: NOW - 1000, proof: 'calls-arrive' });
  });
  test('names the weaker proof where no check came back', () => {
    expect(phoneStatus({ reachability: 'unproved' })).toMatchObject({ status: 'ready', proof: 'registered' });
  });
  test('comes back some time after a call that could not ring', () => {
    expect(phoneStatus({ refusedCallAt: NOW - REFUSED_CALL_SHOWN_MS - 1 })).toMatchObject({
      status: 'ready',
    });
  });
  test('stays when the clock is set, as long as the answer is new', () => {
    for (const step of [43_200_000, -43_200_000])
      expect(phoneStatus({ now: NOW + step })).toMatchObject({ status: 'ready' });
  });
  test('goes when the registrar has not answered lately', () => {
    expect(phoneStatus({ confirmedMsAgo: CONFIRMATION_LASTS_MS })).toMatchObject({ status: 'ready' });
    expect(phoneStatus({ confirmedMsAgo: CONFIRMATION_LASTS_MS + 1 })).toEqual({
      status: 'out',
      issue: 'registration-stale',
    });
    expect(phoneStatus({ lastConfirmedAt: null })).toEqual({ status: 'out', issue: 'registration-stale' });
  });
});

test.each([
  [{ setUp: 'vault-missing' }, 'set-up'],
  [{ setUp: 'settings-missing' }, 'set-up'],
  [{ setUp: 'locked' }, 'unlock'],
  [{ setUp: 'password-missing' }, 'password-missing'],
  [{ storage: 'failed' }, 'storage-failed'],
  [{ microphone: 'not-asked' }, 'microphone-not-asked'],
  [{ microphone: 'not-remembered' }, 'microphone-not-remembered'],
  [{ microphone: 'denied' }, 'microphone-denied'],
  [{ microphone: 'missing' }, 'microphone-missing'],
  [{ online: false }, 'offline'],
  [{ ringer: 'silent' }, 'ringer-silent'],
  [{ registration: { state: 'lost', since: NOW, cause: 'refused' } }, 'password-wrong'],
  [{ registration: { state: 'lost', since: NOW, cause: 'forbidden' } }, 'account-refused'],
  [{ registration: { state: 'lost', since: 0, cause: 'not-bound' } }, 'calls-do-not-arrive'],
  [{ registration: { state: 'lost', since: 0, cause: 'unlisted' } }, 'calls-do-not-arrive'],
  [{ registration: { state: 'lost', since: 0, cause: 'unreachable' } }, 'calls-do-not-arrive'],
  [{ reachability: 'lost' }, 'calls-do-not-arrive'],
  [{ refusedCallAt: NOW - REFUSED_CALL_SHOWN_MS }, 'call-refused'],
] as const)('%j is to be fixed: %s', (facts, issue) => {
  expect(phoneStatus(facts)).toEqual({ status: 'out', issue });
});

test('the first thing to fix is named, in the order in which it must be fixed', () => {
  const all = { setUp: 'locked', microphone: 'denied', online: false, ringer: 'silent' } as const;
  expect(phoneStatus(all)).toEqual({ status: 'out', issue: 'unlock' });
  expect(phoneStatus({ ...all, setUp: 'complete' })).toEqual({ status: 'out', issue: 'microphone-denied' });
  expect(phoneStatus({ ...all, setUp: 'complete', microphone: 'granted' })).toEqual({
    status: 'out',
    issue: 'offline',
  });
});

test('a lost connection is being repaired for ten seconds, and then something to fix', () => {
  const lost = (ago: number, cause: 'network' | 'stale') =>
    phoneStatus({ registration: { state: 'lost', since: NOW - ago, cause } });
  expect(lost(RECONNECT_GRACE_MS, 'network')).toEqual({ status: 'working', doing: 'reconnecting' });
  expect(lost(RECONNECT_GRACE_MS + 1, 'network')).toEqual({ status: 'out', issue: 'server-unreachable' });
  expect(lost(RECONNECT_GRACE_MS + 1, 'stale')).toEqual({ status: 'out', issue: 'registration-stale' });
});

test('before the first answer it is working, never green', () => {
  expect(phoneStatus({ setUp: 'starting' })).toEqual({ status: 'working', doing: 'starting' });
  expect(phoneStatus({ registration: { state: 'never' } })).toEqual({
    status: 'working',
    doing: 'registering',
  });
});

describe('a softphone in a web page, or a desk phone', () => {
  const page = (facts: Partial<PhoneFacts>) => phoneStatus({ watchOnly: true, ...facts });

  test('needs no microphone and no ringer here, and says that it is only watched', () => {
    expect(page({ microphone: 'denied', ringer: 'silent' })).toEqual({
      ...{ status: 'ready', confirmedAt: NOW - 1000, proof: 'calls-arrive' },
      watchOnly: true,
    });
  });

  test.each(['page-closed', 'page-silent', 'page-not-registered', 'calls-not-reported'] as const)(
    '%s is said',
    (cause) => {
      const since = NOW - RECONNECT_GRACE_MS - 1;
      expect(page({ registration: { state: 'lost', since, cause } })).toMatchObject({
        status: 'out',
        issue: cause,
      });
    },
  );
});
