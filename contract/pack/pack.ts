import * as v from 'valibot';
import { adapterSchema } from './adapter.ts';
import { calendarSchema, DEFAULT_CALENDAR } from './calendar.ts';
import { courtesySchema } from './courtesy.ts';
import { directoryEntrySchema } from './directory.ts';
import { festivalSchema } from './festival.ts';
import { hotlineSchema } from './hotline.ts';
import { idSchema } from './id.ts';
import { languageTagSchema } from './localized-text.ts';
import { packSettingsSchema } from './pack-settings.ts';
import { DEFAULT_SHIFT_RULES, shiftRulesSchema } from './shift.ts';
import { situationSchema } from './situation.ts';
import { techniqueSchema } from './technique.ts';
import { DEFAULT_WORK_ORDERS, workOrdersSchema } from './work-orders.ts';

export const packSchema = v.strictObject({
  id: idSchema,
  /** Semantic version. */
  version: v.pipe(
    v.string(),
    v.maxLength(40),
    v.regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'form version'),
  ),
  /** Languages that every text has; the first is the fallback. Texts may have more languages. */
  languages: v.pipe(v.array(languageTagSchema), v.minLength(1)),
  settings: packSettingsSchema,
  situations: v.pipe(v.array(situationSchema), v.minLength(1)),
  techniques: v.optional(v.array(techniqueSchema), []),
  courtesy: v.optional(courtesySchema, { words: [], rules: [], forbiddenPhrases: [] }),
  directory: v.optional(v.array(directoryEntrySchema), []),
  festivals: v.optional(v.array(festivalSchema), []),
  /** Absent for a team with one hotline, which `settings.hotline` names. */
  hotlines: v.exactOptional(v.pipe(v.array(hotlineSchema), v.maxLength(50))),
  /** Products in web pages whose calls can be followed. */
  adapters: v.exactOptional(v.pipe(v.array(adapterSchema), v.maxLength(30))),
  workOrders: v.optional(workOrdersSchema, DEFAULT_WORK_ORDERS),
  calendar: v.optional(calendarSchema, DEFAULT_CALENDAR),
  shift: v.optional(shiftRulesSchema, DEFAULT_SHIFT_RULES),
});

/** All scripts and rules of a team at one version. */
export type Pack = v.InferOutput<typeof packSchema>;
export type { PackSettings } from './pack-settings.ts';
