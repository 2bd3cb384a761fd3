import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SAMPLE_RATE } from '../../audio/frame.ts';
import { analyseCall } from '../../bench/helpers/audio/analyse-call.ts';
import { openSpeechModel } from '../../bench/helpers/audio/open-speech-model.ts';
import { PHONE_LINE_THRESHOLDS } from '../../bench/helpers/audio/phone-line-thresholds.ts';
import { decodeMulaw } from '../../practice/media/mulaw.ts';

const SECONDS = 8;

/**
 * The recordings that practice callers play; tests/browser/line.test.ts plays one in a real call.
 */
test.each(['mains-hum', 'traffic', 'pink-noise'])('%s is a noisy line', async (name) => {
  const recording = Float32Array.from(
    readFileSync(`practice/audio/${name}.ulaw`),
    (byte) => decodeMulaw(byte) / 32_768,
  );
  const remote = Float32Array.from(
    { length: SECONDS * SAMPLE_RATE },
    (_, n) => recording[n % recording.length] ?? 0,
  );
  const call = { remote, agent: new Float32Array(remote.length), lossShare: 0, firstWordMs: null };
  const judged = analyseCall(call, await openSpeechModel(), PHONE_LINE_THRESHOLDS).flatMap(({ event }) =>
    event.type === 'line-judged' ? [event.verdict.finding] : [],
  );
  expect(judged).toEqual(['noisy']);
});
