import { expect, test } from 'vitest';
import { keepMicrophone } from '../../../../calls/sources/jssip/jssip-microphone.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  stopped = false;
  stop = () => {
    this.stopped = true;
  };
}

class FakeStream extends EventTarget {
  readonly track = new FakeTrack();
  getAudioTracks = () => [this.track];
  getTracks = () => [this.track];
}

function microphoneBed(answers: readonly (FakeStream | 'gone')[]) {
  const clock = handClock();
  const first = new FakeStream();
  const notices: string[] = [];
  const sender = {
    track: first.track as FakeTrack | null,
    async replaceTrack(track: FakeTrack | null) {
      this.track = track;
    },
  };
  let tries = 0;
  let isOver = false;
  const keep = {
    stream: first,
    connection: { getSenders: () => [sender] },
    media: {
      getMicrophone: async (): Promise<unknown> => {
        const answer = answers[tries++] ?? 'gone';
        return answer === 'gone' ? { ok: false, reason: 'no-microphone' } : { ok: true, stream: answer };
      },
    },
    ...{ clock, report: () => {}, isOver: () => isOver, maySpeak: () => true, onChanged: () => {} },
    notice: (notice: string, holds: boolean) => notices.push(`${notice} ${holds}`),
  };
  keepMicrophone(keep as unknown as Parameters<typeof keepMicrophone>[0]);
  const pass = async (ms: number) => {
    for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setImmediate(resolve));
    clock.pass(ms);
    for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ first, sender, notices, pass },
    end: () => {
      isOver = true;
    },
    tries: () => tries,
  };
}

test('a microphone that goes away in a call is named, and its successor is used', async () => {
  const next = new FakeStream();
  const bed = microphoneBed(['gone', 'gone', next]);
  bed.first.track.dispatchEvent(new Event('ended'));
  await bed.pass(0);
  expect(bed.notices).toContain('microphone-lost true');
  await bed.pass(2_000);
  await bed.pass(2_000);
  expect(bed.notices.at(-1)).toBe('microphone-lost false');
  expect(bed.sender.track).toBe(next.track);
});

test('after the call nothing is opened any more', async () => {
  const bed = microphoneBed([]);
  bed.first.track.dispatchEvent(new Event('ended'));
  await bed.pass(0);
  bed.end();
  await bed.pass(2_000);
  const tries = bed.tries();
  await bed.pass(60_000);
  expect(bed.tries()).toBe(tries);
});

test('a microphone that the system mutes is named until it gives sound again', async () => {
  const bed = microphoneBed([]);
  bed.first.track.dispatchEvent(new Event('mute'));
  expect(bed.notices).toEqual(['microphone-muted true']);
  bed.first.track.dispatchEvent(new Event('unmute'));
  expect(bed.notices.at(-1)).toBe('microphone-muted false');
});

test('one that comes back muted is named too', async () => {
  const next = new FakeStream();
  next.track.muted = true;
  const bed = microphoneBed([next]);
  bed.first.track.dispatchEvent(new Event('ended'));
  await bed.pass(0);
  expect(bed.notices.at(-1)).toBe('microphone-muted true');
});
