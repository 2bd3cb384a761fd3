import { expect, test } from 'vitest';
import { EarlyMedia } from '../../../../calls/sources/jssip/early-media.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

const CHECK_MS = 100;

/** What arrives between two checks; `power` is null in a browser that does not measure it. */
interface Arrives {
  readonly packets: boolean;
  readonly power?: number | null;
}

const NOTHING: Arrives = { packets: false, power: 0 };
const SPEECH: Arrives = { packets: true, power: 0.01 };
const SILENCE: Arrives = { packets: true, power: 1e-8 };

function watched(isEarly: () => boolean = () => true) {
  const clock = handClock();
  const changes: boolean[] = [];
  let [packetsReceived, totalAudioEnergy, totalSamplesDuration] = [0, 0, 0];
  let isMeasured = true;
  const stats = () =>
    new Map<string, unknown>([
      ['a', { type: 'inbound-rtp', kind: 'video', packetsReceived: 9 }],
      ['b', { type: 'outbound-rtp', kind: 'audio', packetsReceived: 9 }],
      [
        'c',
        {
          ...{ type: 'inbound-rtp', kind: 'audio', packetsReceived },
          ...(isMeasured ? { totalAudioEnergy, totalSamplesDuration } : {}),
        },
      ],
    ]);
  const media = new EarlyMedia({
    connection: { getStats: async () => stats() },
    ...{ clock, isEarly, onChange: (isAudible) => changes.push(isAudible) },
  });
  const turns = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    changes,
    onRinging: () => media.onRinging(),
    passes: async (ms: number, { packets, power = null }: Arrives = NOTHING) => {
      await turns();
      for (let passed = 0; passed < ms; passed += CHECK_MS) {
        isMeasured = power !== null;
        if (packets) packetsReceived += 5;
        totalSamplesDuration += CHECK_MS / 1_000;
        totalAudioEnergy += ((power ?? 0) * CHECK_MS) / 1_000;
        clock.pass(CHECK_MS);
        await turns();
      }
    },
  };
}

test('a description without packets is no early media; the first packet is, once', async () => {
  const bed = watched();
  await bed.passes(5_000);
  expect(bed.changes).toEqual([]);
  await bed.passes(200, SPEECH);
  expect(bed.changes).toEqual([true]);
  await bed.passes(9_000, SPEECH);
  expect(bed.changes).toEqual([true]);
});

test('packets after the answer or the end are not early', async () => {
  let early = true;
  const bed = watched(() => early);
  await bed.passes(300);
  early = false;
  await bed.passes(1_000, SPEECH);
  expect(bed.changes).toEqual([]);
});

test('packets that stop after a 180 are missed within a second, and heard when they return', async () => {
  const bed = watched();
  await bed.passes(2_000, SPEECH);
  bed.onRinging();
  await bed.passes(900);
  expect(bed.changes).toEqual([true]);
  await bed.passes(200);
  expect(bed.changes).toEqual([true, false]);
  await bed.passes(200, SPEECH);
  expect(bed.changes).toEqual([true, false, true]);
});

test('a 180 long after the packets stopped counts at once', async () => {
  const bed = watched();
  await bed.passes(2_000, SPEECH);
  await bed.passes(3_000);
  expect(bed.changes).toEqual([true]);
  bed.onRinging();
  await bed.passes(100);
  expect(bed.changes).toEqual([true, false]);
});

test.each([
  ['packets', NOTHING],
  ['sound', SILENCE],
])('the pause of a ringing tone without %s is no end; a longer one is', async (_, pause) => {
  const bed = watched();
  for (let ring = 0; ring < 4; ring += 1) {
    await bed.passes(1_000, SPEECH);
    await bed.passes(5_000, pause);
  }
  expect(bed.changes).toEqual([true]);
  await bed.passes(1_100, pause);
  expect(bed.changes).toEqual([true, false]);
  await bed.passes(5_000, SILENCE);
  expect(bed.changes).toEqual([true, false]);
  await bed.passes(100, SPEECH);
  expect(bed.changes).toEqual([true, false, true]);
});

test('a browser that measures no power goes by the packets', async () => {
  const bed = watched();
  await bed.passes(20_000, { packets: true });
  expect(bed.changes).toEqual([true]);
  await bed.passes(6_100, { packets: false });
  expect(bed.changes).toEqual([true, false]);
});
