import * as v from 'valibot';
import { type EarThresholds, earThresholds } from '../../../audio/ear-thresholds.ts';
import { thresholdsSchema } from '../../../contract/pack/pack-settings.ts';

/** Spans of the shipped pack; the rest is what the schema gives a pack that does not say. */
const FLOOR = {
  ...{ silenceSeconds: 6, noiseSeconds: 8, quietSeconds: 6, staysOnSeconds: 5 },
  ...{ longHoldSeconds: 60, longHoldRepeatSeconds: 60, dismissedForSeconds: 60 },
};

/** The ear's thresholds on an ordinary floor. */
export const FLOOR_THRESHOLDS: EarThresholds = earThresholds(v.parse(thresholdsSchema, FLOOR));
