import * as v from 'valibot';
import { type LineThresholds, lineThresholds } from '../../../audio/line-thresholds.ts';
import { thresholdsSchema } from '../../../contract/pack/pack-settings.ts';

/** Thresholds of the shipped pack; the others are the schema's defaults. */
const SETTINGS = {
  ...{ silenceSeconds: 6, noiseSeconds: 8, quietSeconds: 6, staysOnSeconds: 5 },
  ...{ longHoldSeconds: 60, longHoldRepeatSeconds: 60 },
};

/** The ear's thresholds on an ordinary floor. */
export const PHONE_LINE_THRESHOLDS: LineThresholds = lineThresholds(v.parse(thresholdsSchema, SETTINGS));
