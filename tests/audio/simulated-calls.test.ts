import { beforeAll, expect, test } from 'vitest';
import type { SpeechModel } from '../../audio/speech-model.ts';
import { analyseCall } from '../../bench/helpers/audio/analyse-call.ts';
import { normalCall, type SimulatedCall, silentCall } from '../../bench/helpers/audio/call.ts';
import { openSpeechModel } from '../../bench/helpers/audio/open-speech-model.ts';
import { PHONE_LINE_THRESHOLDS } from '../../bench/helpers/audio/phone-line-thresholds.ts';
import { describeWith } from '../helpers/need-program.ts';
import { times } from '../helpers/soak.ts';

/**
 * The real model on voices of espeak-ng and noises of sox; `npm run bench -- audio` runs
 * two hundred calls.
 */
describeWith(['espeak-ng', 'sox'], 'the ear on simulated calls', () => {
  let model: SpeechModel;

  beforeAll(async () => {
    model = await openSpeechModel();
  });

  /**
   * Two hundred in soak test and benchmark; the first of them here. One false alarm in two
   * hundred is allowed.
   */
  const calls = times(2, 200);
  test(`${calls} normal calls: almost no alarm, and the caller’s first word is reported within a second`, {
    timeout: calls * 30_000,
  }, () => {
    let alarms = 0;
    for (let seed = 1; seed <= calls; seed += 1) {
      const call = normalCall(seed);
      const reported = analyseCall(call, model, PHONE_LINE_THRESHOLDS);
      if (findingsOf(reported).length > 0) alarms += 1;
      const spoke = reported.find(({ event }) => event.type === 'speech-began' && event.side === 'remote');
      expect((spoke?.reportedAt ?? 0) - (call.firstWordMs ?? 0)).toBeLessThan(1000);
    }
    expect(alarms).toBeLessThanOrEqual(calls / 200);
  });

  test.each(['comfort noise', 'breathing', 'hum 60 Hz', 'ringback 450 Hz'])(
    'nobody speaks over %s: a silent caller',
    { timeout: 60_000 },
    (kind) => {
      expect(findingsOf(analyseCall(silentCall(kind, 2), model, PHONE_LINE_THRESHOLDS))).toEqual([
        'nobody-speaks',
      ]);
    },
  );

  test('an empty line is silence, and the model is not run', () => {
    const nothing = new Float32Array(8000 * 10);
    const call: SimulatedCall = { remote: nothing, agent: nothing, lossShare: 0, firstWordMs: null };
    expect(findingsOf(analyseCall(call, model, PHONE_LINE_THRESHOLDS))).toEqual(['nobody-speaks']);
  });
});

function findingsOf(reported: ReturnType<typeof analyseCall>): string[] {
  return reported.flatMap(({ event }) => (event.type === 'line-judged' ? [event.verdict.finding] : []));
}
