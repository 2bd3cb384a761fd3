import { describe, expect, test } from 'vitest';
import {
  CONFIRMATION_LASTS_MS,
  type PhoneFacts,
  phoneLight,
  RECONNECT_GRACE_MS,
} from '../../rules/phone-light.ts';

const NOW = 1_000_000;
const READY: PhoneFacts = {
  setUp: 'complete',
  storage: 'kept',
  online: true,
  registration: { state: 'registered', since: NOW - 5000 },
  lastConfirmedAt: NOW - 1000,
  microphone: 'granted',
  ringer: 'armed',
  now: NOW,
};
const light = (facts: Partial<PhoneFacts>) => phoneLight({ ...READY, ...facts });

describe('green', () => {
  test('is claimed while everything a call needs is known to be there', () => {
    expect(light({})).toEqual({ light: 'ready', confirmedAt: NOW - 1000 });
  });
  test('goes when the registrar has not answered lately', () => {
    expect(light({ lastConfirmedAt: NOW - CONFIRMATION_LASTS_MS })).toMatchObject({ light: 'ready' });
    expect(light({ lastConfirmedAt: NOW - CONFIRMATION_LASTS_MS - 1 })).toEqual({
      light: 'out',
      mend: 'registration-stale',
    });
    expect(light({ lastConfirmedAt: null })).toEqual({ light: 'out', mend: 'registration-stale' });
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
] as const)('%j is to be mended: %s', (facts, mend) => {
  expect(light(facts)).toEqual({ light: 'out', mend });
});

test('the first thing to mend is named, in the order in which it must be mended', () => {
  const all = { setUp: 'locked', microphone: 'denied', online: false, ringer: 'silent' } as const;
  expect(light(all)).toEqual({ light: 'out', mend: 'unlock' });
  expect(light({ ...all, setUp: 'complete' })).toEqual({ light: 'out', mend: 'microphone-denied' });
  expect(light({ ...all, setUp: 'complete', microphone: 'granted' })).toEqual({
    light: 'out',
    mend: 'offline',
  });
});

test('a lost connection is being repaired for ten seconds, and then something to mend', () => {
  const lost = (ago: number, cause: 'network' | 'stale') =>
    light({ registration: { state: 'lost', since: NOW - ago, cause } });
  expect(lost(RECONNECT_GRACE_MS, 'network')).toEqual({ light: 'working', doing: 'reconnecting' });
  expect(lost(RECONNECT_GRACE_MS + 1, 'network')).toEqual({ light: 'out', mend: 'server-unreachable' });
  expect(lost(RECONNECT_GRACE_MS + 1, 'stale')).toEqual({ light: 'out', mend: 'registration-stale' });
});

test('before the first answer it is working, never green', () => {
  expect(light({ setUp: 'starting' })).toEqual({ light: 'working', doing: 'starting' });
  expect(light({ registration: { state: 'never' } })).toEqual({ light: 'working', doing: 'registering' });
});
