import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lineThresholds } from '../../audio/line-thresholds.ts';
import { thresholdsSchema } from '../../contract/pack/pack-settings.ts';
import { pack } from '../../scripts/pack.yaml';
import { LineAnalyserStory } from '../helpers/line-analyser-story.ts';

const shipped = pack.settings.thresholds;

test('every threshold comes from the pack', () => {
  const lead = { silenceSeconds: 10, noiseSeconds: 11, quietSeconds: 12, deadAirSeconds: 5, faintDbfs: -45 };
  const rest = { noisyDbfs: -30, noisySnrDb: 6, lossPercent: 20, noPacketsSeconds: 6 };
  const { lossPercent: _, ...expected } = { ...lead, ...rest, lossShare: 0.2 };
  expect(lineThresholds(v.parse(thresholdsSchema, { ...shipped, ...lead, ...rest }))).toEqual(expected);
});

test('a pack without them gets the defaults', () => {
  const { silenceSeconds, noiseSeconds, quietSeconds, staysOnSeconds } = shipped;
  const { longHoldSeconds, longHoldRepeatSeconds } = shipped;
  const before = {
    ...{ silenceSeconds, noiseSeconds, quietSeconds, staysOnSeconds },
    ...{ longHoldSeconds, longHoldRepeatSeconds },
  };
  expect(lineThresholds(v.parse(thresholdsSchema, before))).toMatchObject({
    ...{ faintDbfs: -38, noisyDbfs: -38, noisySnrDb: 12, lossShare: 0.05, noPacketsSeconds: 3 },
  });
});

test('a lead’s choice changes the findings', () => {
  const findings = (faintDbfs: number, noisySnrDb: number) =>
    new LineAnalyserStory({ faintDbfs, noisySnrDb, quietSeconds: 3, noiseSeconds: 3 }).sounds(6, {
      caller: -42,
      talking: ['remote'],
    }).findings;
  expect(findings(-38, 12)).toEqual(['faint']);
  expect(findings(-50, 12)).toEqual([]);
});
