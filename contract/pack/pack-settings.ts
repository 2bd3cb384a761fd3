import * as v from 'valibot';
import { clockSpanSchema } from './clock-time.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { cadenceCountrySchema } from './ring-cadence.ts';

/** After how long something heard or waited for is worth a suggestion. A trigger's own `seconds` overrules it. */
export const thresholdsSchema = v.strictObject({
  /** The caller says nothing. */
  silenceSeconds: range(1, 120, 's'),
  noiseSeconds: range(1, 120, 's'),
  /** The caller's voice is faint. */
  quietSeconds: range(1, 120, 's'),
  /** First warning on a hold or mute, and then again every `longHoldRepeatSeconds`. */
  longHoldSeconds: range(5, 600, 's'),
  longHoldRepeatSeconds: range(5, 600, 's'),
  /** A dismissed suggestion stays away for so long. */
  dismissedForSeconds: range(5, 3600, 's'),
  /** Both sides silent after the goodbye. */
  staysOnSeconds: range(1, 120, 's'),
  /** Neither side speaks: when it is told as such, long before it is worth a script. */
  deadAirSeconds: v.optional(range(1, 120, 's'), 4),
  /** A voice below this is hard to follow in a headset; telephone speech mostly lies at −30 to −15 dBFS. */
  faintDbfs: v.optional(range(-60, -20, 'dB'), -38),
  /** Noise as loud as this is too loud, where there is no voice to compare it with; dBFS. */
  noisyDbfs: v.optional(range(-60, -10, 'dB'), -38),
  /** A voice less than this over the noise is tiring to follow. */
  noisySnrDb: v.optional(range(0, 30, 'dB'), 12),
  /** Of the packets; gaps are heard from about 5 % on (ITU-T G.113 Appendix I). */
  lossPercent: v.optional(range(1, 50, '%'), 5),
  /** No packet for so long is no pause of the codec's: comfort noise and Opus DTX send more often (RFC 3389, RFC 6716). */
  noPacketsSeconds: v.optional(range(1, 30, 's'), 3),
});

/** What a lead sets for the whole floor; handbook §1, §2 and §5 give the defaults of the shipped pack. */
export const packSettingsSchema = v.strictObject({
  /** Name said in the greeting where neither the agent nor an administrator set one. */
  hotline: localizedTextSchema,
  cadence: cadenceCountrySchema,
  /** Rings within which a call is to be answered (handbook §1.1). */
  ringLimit: range(1, 10, 'rings'),
  thresholds: thresholdsSchema,
  /** Customers' rest hours, in which no call-back is made (handbook §5). */
  callBackQuietHours: v.array(clockSpanSchema),
  callBackWithinDays: range(1, 30, 'd'),
  /** Answers promised to callers (handbook §4.3). */
  answerPromises: v.strictObject({
    supervisorMinutes: range(1, 240, 'min'),
    simpleHours: range(1, 72, 'h'),
    complexHours: range(1, 240, 'h'),
  }),
});

export type PackSettings = v.InferOutput<typeof packSettingsSchema>;
export type Thresholds = v.InferOutput<typeof thresholdsSchema>;
