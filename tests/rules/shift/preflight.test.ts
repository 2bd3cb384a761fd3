import { expect, test } from 'vitest';
import { preflight } from '../../../rules/shift/preflight.ts';

const states = (light: Parameters<typeof preflight>[0]) => preflight(light).map(({ state }) => state);

test('all is well when the lamp is green, and only then', () => {
  expect(states({ light: 'ready', confirmedAt: 1 })).toEqual(['ok', 'ok', 'ok', 'ok']);
});

test('what comes before the first thing to mend is well, what comes after is not known yet', () => {
  expect(states({ light: 'out', mend: 'microphone-denied' })).toEqual(['ok', 'mend', 'unknown', 'unknown']);
  expect(states({ light: 'out', mend: 'server-unreachable' })).toEqual(['ok', 'ok', 'mend', 'unknown']);
  expect(states({ light: 'out', mend: 'ringer-silent' })).toEqual(['ok', 'ok', 'ok', 'mend']);
  expect(states({ light: 'out', mend: 'storage-failed' })).toEqual(['mend', 'unknown', 'unknown', 'unknown']);
  expect(states({ light: 'working', doing: 'registering' })).toEqual(['ok', 'ok', 'working', 'unknown']);
});
