import { expect, test } from 'vitest';
import type { LineMeter } from '../../audio/line-meter.ts';
import type { LineMeterMessage } from '../../contract/messages/line-meter-message.ts';
import { MeterTeller } from '../../host/meter-teller.ts';

const IDLE = { dbfs: -66, speech: 0.02 };

function told(readings: readonly LineMeter[], everyMs = 32): LineMeterMessage[] {
  const messages: LineMeterMessage[] = [];
  let now = 0;
  const teller = new MeterTeller(
    (message) => messages.push(message),
    () => now,
  );
  for (const reading of readings) {
    teller.show('call-1', reading);
    now += everyMs;
  }
  return messages;
}

const seconds = (n: number, meter: LineMeter) => Array.from({ length: Math.round(n / 0.032) }, () => meter);

test('an idle line is told once a second, a lively one at most four times', () => {
  expect(told(seconds(10, { remote: IDLE, agent: IDLE })).length).toBeLessThanOrEqual(11);
  const lively = seconds(10, { remote: IDLE, agent: null }).map((meter, k) => ({
    ...meter,
    remote: { dbfs: -60 + (k % 40), speech: 0.9 },
  }));
  expect(told(lively).length).toBeLessThanOrEqual(41);
});

test('speech, sound and nothing are told apart, and no level says more than five lamps', () => {
  const readings = [
    { dbfs: -22, speech: 0.95 },
    { dbfs: -30, speech: 0.1 },
    { dbfs: -66, speech: 0.1 },
    { dbfs: -1, speech: 0.9 },
    { dbfs: -60, speech: 0.9 },
  ];
  expect(
    told(
      readings.map((remote) => ({ remote, agent: null })),
      1000,
    ).map(({ remote }) => remote),
  ).toEqual([
    { lamps: 4, heard: 'speech' },
    { lamps: 3, heard: 'sound' },
    { lamps: 0, heard: 'nothing' },
    { lamps: 5, heard: 'speech' },
    { lamps: 1, heard: 'speech' },
  ]);
});

test('a side that is not listened to has no reading', () => {
  expect(told([{ remote: IDLE, agent: null }])[0]?.agent).toBeNull();
});
