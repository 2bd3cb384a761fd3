import * as v from 'valibot';
import { expect, test } from 'vitest';
import { earThresholds } from '../../audio/ear-thresholds.ts';
import { thresholdsSchema } from '../../contract/pack/pack-settings.ts';
import { pack } from '../../scripts/pack.yaml';
import { EarStory } from '../helpers/ear-story.ts';

const shipped = pack.settings.thresholds;

test('every threshold of the ear is the pack’s', () => {
  const lead = { silenceSeconds: 10, noiseSeconds: 11, quietSeconds: 12, deadAirSeconds: 5, faintDbfs: -45 };
  const rest = { noisyDbfs: -30, noisySnrDb: 6, lossPercent: 20, noPacketsSeconds: 6 };
  const { lossPercent: _, ...ear } = { ...lead, ...rest, lossShare: 0.2 };
  expect(earThresholds(v.parse(thresholdsSchema, { ...shipped, ...lead, ...rest }))).toEqual(ear);
});

test('a pack from before them gets the usual ones', () => {
  const { silenceSeconds, noiseSeconds, quietSeconds, staysOnSeconds } = shipped;
  const { longHoldSeconds, longHoldRepeatSeconds, dismissedForSeconds } = shipped;
  const before = {
    ...{ silenceSeconds, noiseSeconds, quietSeconds, staysOnSeconds },
    ...{ longHoldSeconds, longHoldRepeatSeconds, dismissedForSeconds },
  };
  expect(earThresholds(v.parse(thresholdsSchema, before))).toMatchObject({
    ...{ faintDbfs: -38, noisyDbfs: -38, noisySnrDb: 12, lossShare: 0.05, noPacketsSeconds: 3 },
  });
});

test('a lead’s choice changes what is found', () => {
  const heard = (faintDbfs: number, noisySnrDb: number) =>
    new EarStory({ faintDbfs, noisySnrDb, quietSeconds: 3, noiseSeconds: 3 }).sounds(6, {
      caller: -42,
      talking: ['remote'],
    }).findings;
  expect(heard(-38, 12)).toEqual(['faint']);
  expect(heard(-50, 12)).toEqual([]);
});
