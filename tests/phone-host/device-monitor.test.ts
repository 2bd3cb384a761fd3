import { expect, test } from 'vitest';
import type { AudioDevices } from '../../browser/device-watch.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { DeviceMonitor } from '../../phone-host/call/device-monitor.ts';
import type { RingerState } from '../../phone-host/call/ringer.ts';
import { StatusFacts } from '../../phone-host/call/status-facts.ts';
import type { SoundChoice } from '../../phone-host/call/usable-sound.ts';
import { type HandClock, handClock } from '../helpers/hand-clock.ts';
import { until } from '../helpers/until.ts';

/** A monitor whose devices answer as `found` and `armed` say at each check. */
function monitor(
  found: () => Promise<MicrophoneState>,
  armed: () => RingerState,
  sound: { readonly chosen?: Partial<Settings>; readonly connected?: () => AudioDevices } = {},
) {
  const clock: HandClock = handClock();
  const facts = new StatusFacts();
  const checks = { count: 0 };
  const used: SoundChoice[] = [];
  const devices = new DeviceMonitor({
    settings: { value: DEFAULT_SETTINGS },
    loadSettings: async () => ({ ...DEFAULT_SETTINGS, ...sound.chosen }),
    connected: async () => sound.connected?.() ?? { inputs: [], outputs: [] },
    media: { use: (choice) => used.push(choice) },
    microphone: () => {
      checks.count += 1;
      return found();
    },
    ringer: { arm: async () => armed() },
    facts,
    clock,
  });
  return { devices, clock, facts, checks, used };
}

test('a device service that does not answer stops nothing, and is asked again', async () => {
  const { devices, clock, facts, checks } = monitor(
    () => (checks.count === 1 ? new Promise(() => {}) : Promise.resolve('missing')),
    () => 'armed',
  );
  const check = devices.check();
  await until('it is asked', () => checks.count === 1);
  clock.pass(3_000);
  await check;
  expect(facts.current).toMatchObject({ microphone: 'granted', ringer: 'armed' });
  clock.pass(10_000);
  await until('the second answer', () => facts.current.microphone === 'missing');
});

test('a ringer that is silent is tried again until it sounds, and then no more', async () => {
  let state: RingerState = 'silent';
  const { devices, clock, facts, checks } = monitor(
    () => Promise.resolve('granted'),
    () => state,
  );
  await devices.check();
  expect(facts.current.ringer).toBe('silent');
  state = 'armed';
  clock.pass(10_000);
  await until('the ringer is armed', () => facts.current.ringer === 'armed');
  clock.pass(60_000);
  expect(checks.count).toBe(2);
});

test('a chosen headset that is unplugged is named and replaced by the default, and used when it is back', async () => {
  let connected: AudioDevices = {
    inputs: ['default', 'headset'],
    outputs: ['default', 'headset', 'loudspeaker'],
  };
  const { devices, facts, used } = monitor(
    () => Promise.resolve('granted'),
    () => 'armed',
    {
      chosen: { microphone: 'headset', voiceOutput: 'headset', ringerOutput: 'loudspeaker' },
      connected: () => connected,
    },
  );
  await devices.check();
  expect(facts.notices).toEqual([]);
  expect(used.at(-1)).toMatchObject({ microphone: 'headset', voiceOutput: 'headset' });
  connected = { inputs: ['default'], outputs: ['default', 'loudspeaker'] };
  await devices.check();
  expect(facts.notices).toEqual(['chosen-microphone-missing', 'chosen-speaker-missing']);
  expect(used.at(-1)).toMatchObject({ microphone: '', voiceOutput: '', ringerOutput: 'loudspeaker' });
  connected = { inputs: ['default', 'headset'], outputs: ['default', 'headset'] };
  await devices.check();
  expect(facts.notices).toEqual(['chosen-ringer-missing']);
  expect(used.at(-1)).toMatchObject({ microphone: 'headset', voiceOutput: 'headset', ringerOutput: '' });
});

test('where the browser does not tell the devices, the choice stands and nothing is said', async () => {
  const { devices, facts, used } = monitor(
    () => Promise.resolve('granted'),
    () => 'armed',
    { chosen: { microphone: 'headset' } },
  );
  await devices.check();
  expect([facts.notices, used.at(-1)?.microphone]).toEqual([[], 'headset']);
});
