import * as v from 'valibot';
import { startTimeSchema } from './clock-time.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';

const breakSchema = v.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  /** After this time it is shown as over the limit; only the agent ends it. */
  minutes: range(1, 240, 'min'),
});

/** The team's shift rules (handbook §6.2). */
export const shiftRulesSchema = v.strictObject({
  /** Reasons for a short break in display order. */
  breaks: v.pipe(v.array(breakSchema), v.minLength(1), v.maxLength(12)),
  /** When shifts begin: 15 minutes before, the next agents are expected. */
  begins: v.optional(v.pipe(v.array(startTimeSchema), v.maxLength(8)), []),
  /** Wrap-up ends automatically after this time; with 0 the agent ends it. */
  wrapUpSeconds: range(0, 3600, 's'),
  /** A shift without a sign-out counts as over after this time. */
  longestHours: range(4, 24, 'h'),
});

export type ShiftRules = v.InferOutput<typeof shiftRulesSchema>;

/** For a pack without shift rules. */
export const DEFAULT_SHIFT_RULES: ShiftRules = {
  breaks: [{ id: 'rest', title: { 'zh-CN': '小休', 'zh-TW': '小休', en: 'Short break' }, minutes: 10 }],
  begins: [],
  wrapUpSeconds: 60,
  longestHours: 14,
};
