import { expect, test } from 'vitest';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { DeviceMonitor } from '../../phone-host/call/device-monitor.ts';
import type { RingerState } from '../../phone-host/call/ringer.ts';
import { StatusFacts } from '../../phone-host/call/status-facts.ts';
import { type HandClock, handClock } from '../helpers/hand-clock.ts';
import { until } from '../helpers/until.ts';

/** A monitor whose devices answer as `found` and `armed` say at each check. */
function monitor(found: () => Promise<MicrophoneState>, armed: () => RingerState) {
  const clock: HandClock = handClock();
  const facts = new StatusFacts();
  const checks = { count: 0 };
  const devices = new DeviceMonitor({
    settings: { value: DEFAULT_SETTINGS },
    microphone: () => {
      checks.count += 1;
      return found();
    },
    ringer: { arm: async () => armed() },
    facts,
    clock,
  });
  return { devices, clock, facts, checks };
}

test('a device service that does not answer stops nothing, and is asked again', async () => {
  const { devices, clock, facts, checks } = monitor(
    () => (checks.count === 1 ? new Promise(() => {}) : Promise.resolve('missing')),
    () => 'armed',
  );
  const check = devices.check();
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
