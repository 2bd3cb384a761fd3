import { expect, test } from 'vitest';
import { preflight } from '../../../rules/shift/preflight.ts';

const states = (phoneStatus: Parameters<typeof preflight>[0]) =>
  preflight(phoneStatus).map(({ state }) => state);

test('all is well when the phone status is green, and only then', () => {
  expect(states({ status: 'ready', confirmedAt: 1, proof: 'calls-arrive' })).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
  ]);
});

test('what comes before the first thing to fix is well, what comes after is not known yet', () => {
  expect(states({ status: 'out', issue: 'microphone-denied' })).toEqual([
    'ok',
    'issue',
    'unknown',
    'unknown',
  ]);
  expect(states({ status: 'out', issue: 'server-unreachable' })).toEqual(['ok', 'ok', 'issue', 'unknown']);
  expect(states({ status: 'out', issue: 'ringer-silent' })).toEqual(['ok', 'ok', 'ok', 'issue']);
  expect(states({ status: 'out', issue: 'storage-failed' })).toEqual([
    'issue',
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(states({ status: 'working', doing: 'registering' })).toEqual(['ok', 'ok', 'working', 'unknown']);
});
