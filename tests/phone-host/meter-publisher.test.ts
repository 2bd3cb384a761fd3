import { expect, test } from 'vitest';
import type { LineMeter } from '../../audio/line-meter.ts';
import type { LineMeterMessage } from '../../contract/messages/line-meter-message.ts';
import { MeterPublisher } from '../../phone-host/call/meter-publisher.ts';

const IDLE = { dbfs: -66, speech: 0.02 };

function published(readings: readonly LineMeter[], everyMs = 32): LineMeterMessage[] {
  const messages: LineMeterMessage[] = [];
  let now = 0;
  const publisher = new MeterPublisher(
    (message) => messages.push(message),
    () => now,
  );
  for (const reading of readings) {
    publisher.show('call-1', reading);
    now += everyMs;
  }
  return messages;
}

const seconds = (n: number, meter: LineMeter) => Array.from({ length: Math.round(n / 0.032) }, () => meter);

test('an idle line is published once a second, an active one at most four times', () => {
  expect(published(seconds(10, { remote: IDLE, agent: IDLE })).length).toBeLessThanOrEqual(11);
  const lively = seconds(10, { remote: IDLE, agent: null }).map((meter, k) => ({
    ...meter,
    remote: { dbfs: -60 + (k % 40), speech: 0.9 },
  }));
  expect(published(lively).length).toBeLessThanOrEqual(41);
});

test('speech, sound and silence differ, and a level has five segments at most', () => {
  const readings = [
    { dbfs: -22, speech: 0.95 },
    { dbfs: -30, speech: 0.1 },
    { dbfs: -66, speech: 0.1 },
    { dbfs: -1, speech: 0.9 },
    { dbfs: -60, speech: 0.9 },
  ];
  expect(
    published(
      readings.map((remote) => ({ remote, agent: null })),
      1000,
    ).map(({ remote }) => remote),
  ).toEqual([
    { segments: 4, detected: 'speech' },
    { segments: 3, detected: 'sound' },
    { segments: 0, detected: 'nothing' },
    { segments: 5, detected: 'speech' },
    { segments: 1, detected: 'speech' },
  ]);
});

test('a side that is not analysed has no reading', () => {
  expect(published([{ remote: IDLE, agent: null }])[0]?.agent).toBeNull();
});

test('a clock that is set back does not stop it', () => {
  const messages: LineMeterMessage[] = [];
  let now = 7_200_000;
  const publisher = new MeterPublisher(
    (message) => messages.push(message),
    () => now,
  );
  const meter = { remote: IDLE, agent: null };
  publisher.show('call-1', meter);
  now -= 3_600_000;
  publisher.show('call-1', meter);
  now += 300;
  publisher.show('call-1', { ...meter, remote: { dbfs: -20, speech: 0.9 } });
  expect(messages).toHaveLength(3);
});
