import { expect, test } from 'vitest';
import { watchEarlyMedia } from '../../../../calls/sources/jssip/early-media.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

function watched(isEarly: () => boolean = () => true) {
  const clock = handClock();
  let packetsReceived = 0;
  let reported = 0;
  const entry = (type: string, kind: string, packets: number) => [
    `${type}-${kind}`,
    { type, kind, packetsReceived: packets },
  ];
  watchEarlyMedia({
    connection: {
      getStats: async () =>
        new Map([
          entry('inbound-rtp', 'video', 9),
          entry('outbound-rtp', 'audio', 9),
          entry('inbound-rtp', 'audio', packetsReceived),
        ] as [string, unknown][]),
    },
    ...{ clock, isEarly },
    onPackets: () => {
      reported += 1;
    },
  });
  const passes = async (ms: number) => {
    await Promise.resolve();
    for (let passed = 0; passed < ms; passed += 100) {
      clock.pass(100);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
  };
  return {
    passes,
    reported: () => reported,
    packetsCome: () => {
      packetsReceived += 1;
    },
  };
}

test('a description without packets is no early media; the first packet is, once', async () => {
  const bed = watched();
  await bed.passes(5_000);
  expect(bed.reported()).toBe(0);
  bed.packetsCome();
  await bed.passes(200);
  expect(bed.reported()).toBe(1);
  bed.packetsCome();
  await bed.passes(1_000);
  expect(bed.reported()).toBe(1);
});

test('packets after the answer or the end are not early', async () => {
  let early = true;
  const bed = watched(() => early);
  await bed.passes(300);
  early = false;
  bed.packetsCome();
  await bed.passes(1_000);
  expect(bed.reported()).toBe(0);
});
