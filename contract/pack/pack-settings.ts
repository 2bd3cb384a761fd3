import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { clockSpanSchema } from './clock-time.ts';
import { languageTagSchema, localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { cadenceCountrySchema } from './ring-cadence.ts';
import { timeZoneSchema } from './time-zone.ts';

/** Delays before a suggestion. A trigger's own `seconds` take precedence. */
export const thresholdsSchema = v.strictObject({
  /** The caller says nothing. */
  silenceSeconds: range(1, 120, 's'),
  noiseSeconds: range(1, 120, 's'),
  /** The caller's voice is faint. */
  quietSeconds: range(1, 120, 's'),
  /** First warning on a hold or mute; it repeats every `longHoldRepeatSeconds`. */
  longHoldSeconds: range(5, 600, 's'),
  longHoldRepeatSeconds: range(5, 600, 's'),
  /** A dismissed suggestion stays hidden for this long. */
  /** Both sides silent after the goodbye. */
  staysOnSeconds: range(1, 120, 's'),
  /** Neither side speaks: shown on the line meter long before a script is suggested. */
  deadAirSeconds: v.optional(range(1, 120, 's'), 4),
  /** A voice below this is hard to follow; telephone speech mostly is at −30 to −15 dBFS. */
  faintDbfs: v.optional(range(-60, -20, 'dB'), -38),
  /** Noise at this level is too loud when there is no voice to compare it with; dBFS. */
  noisyDbfs: v.optional(range(-60, -10, 'dB'), -38),
  /** A voice less than this above the noise is tiring to follow. */
  noisySnrDb: v.optional(range(0, 30, 'dB'), 12),
  /** Lost packets; gaps are audible from about 5 % (ITU-T G.113 Appendix I). */
  lossPercent: v.optional(range(1, 50, '%'), 5),
  /** Longer than any codec pause: comfort noise and Opus DTX send more often (RFC 3389, 6716). */
  noPacketsSeconds: v.optional(range(1, 30, 's'), 3),
});

/** Settings of the whole team; handbook §1, §2 and §5 give the shipped pack's defaults. */
export const packSettingsSchema = v.strictObject({
  /** Name for the greeting if neither the agent nor an administrator set one. */
  hotline: localizedTextSchema,
  /**
   * The team's time zone: its days, working hours, rest hours and deadlines are by this clock on
   * every device. Empty: each device's own.
   */
  timeZone: v.optional(v.union([v.literal(''), timeZoneSchema]), ''),
  /**
   * Languages beside Mandarin in which agents answer, by the language of the sentences: 台語 and 客語
   * in Taiwan, where that is good service. None: Mandarin always (handbook §2.10).
   */
  answersAlsoIn: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          speech: languageTagSchema,
          languages: v.pipe(v.array(v.pipe(boundedText(40), v.minLength(1))), v.minLength(1), v.maxLength(6)),
        }),
      ),
      v.maxLength(6),
    ),
    [],
  ),
  cadence: cadenceCountrySchema,
  /** Number of rings within which a call has to be answered (handbook §1.1). */
  ringLimit: range(1, 10, 'rings'),
  thresholds: thresholdsSchema,
  /** Quiet hours without call-backs (handbook §5). */
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
