import { expect, test } from 'vitest';
import {
  NOTHING_PRESCRIBED,
  parseManagedSettings,
  withoutPrescribed,
  withPrescribed,
} from '../../contract/settings/managed-settings.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';

const OWN = {
  ...DEFAULT_SETTINGS,
  agentNumber: '0283',
  sipServer: 'wss://own.example/ws',
  ringerVolume: 0.4,
};

test('what the administrator prescribes wins, and the rest stays the agent’s', () => {
  const managed = parseManagedSettings({
    sipServer: 'wss://sip.example/ws',
    cadence: 'UK',
    autoAnswer: true,
  });

  const settings = withPrescribed(OWN, managed);

  expect(settings.sipServer).toBe('wss://sip.example/ws');
  expect(settings.cadence).toBe('UK');
  expect(settings.autoAnswer).toBe(true);
  expect(settings.agentNumber).toBe('0283');
  expect(settings.ringerVolume).toBe(0.4);
});

test('a form saved under a policy keeps the agent’s own beside it, so that a withdrawn policy is gone', () => {
  const managed = parseManagedSettings({ sipServer: 'wss://sip.example/ws', autoAnswer: true });
  const form = { ...withPrescribed(OWN, managed), agentNumber: '0299' };

  const kept = { ...OWN, ...withoutPrescribed(form, managed) };

  expect(kept).toEqual({ ...OWN, agentNumber: '0299' });
});

test('a prescribed field is known as such, even where it prescribes the default or emptiness', () => {
  const managed = parseManagedSettings({ cadence: DEFAULT_SETTINGS.cadence, stunServer: '' });
  expect(managed.prescribed).toEqual({ cadence: DEFAULT_SETTINGS.cadence, stunServer: '' });
});

test('one mistake in a policy is named and frees only its own field', () => {
  const managed = parseManagedSettings({
    sipServer: 'ws://sip.example/ws',
    ringerVolume: 11,
    hotlinename: 'typing mistake',
    sipDomain: 'example.com',
  });
  expect(managed.prescribed).toEqual({ sipDomain: 'example.com' });
  expect(managed.ignored).toEqual([
    { name: 'sipServer', why: 'bad-value' },
    { name: 'ringerVolume', why: 'bad-value' },
    { name: 'hotlinename', why: 'unknown-setting' },
  ]);
});

test('names that every object has are no settings', () => {
  const managed = parseManagedSettings(JSON.parse('{"__proto__": {"sipUser": "x"}, "constructor": "y"}'));
  expect(managed.prescribed).toEqual({});
  expect(Object.hasOwn(managed.prescribed, 'sipUser')).toBe(false);
});

test('without a policy nothing is prescribed', () => {
  for (const policy of [undefined, null, 'text', 7, {}]) {
    expect(parseManagedSettings(policy)).toEqual(NOTHING_PRESCRIBED);
  }
  expect(withPrescribed(OWN, NOTHING_PRESCRIBED)).toEqual(OWN);
});
