import * as v from 'valibot';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';

const breakSchema = v.strictObject({
  id: idSchema,
  title: localizedTextSchema,
  /** After so long it is shown as over its time; nothing ends it but the agent. */
  minutes: range(1, 240, 'min'),
});

/** How the floor keeps its shifts (handbook §6.2). */
export const shiftRulesSchema = v.strictObject({
  /** The reasons for a short break, in the order in which they are offered. */
  breaks: v.pipe(v.array(breakSchema), v.minLength(1), v.maxLength(12)),
  /** Wrap-up ends by itself after so long; 0 leaves it to the agent. */
  wrapUpSeconds: range(0, 3600, 's'),
  /** A shift that nobody signed out of counts as over after so long. */
  longestHours: range(4, 24, 'h'),
});

export type ShiftRules = v.InferOutput<typeof shiftRulesSchema>;

/** For a pack that says nothing of shifts. */
export const DEFAULT_SHIFT_RULES: ShiftRules = {
  breaks: [{ id: 'rest', title: { 'zh-CN': '小休', 'zh-TW': '小休', en: 'Short break' }, minutes: 10 }],
  wrapUpSeconds: 60,
  longestHours: 14,
};
