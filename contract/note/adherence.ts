import * as v from 'valibot';
import { packIdSchema } from '../../calls/events/event-kind.ts';
import { wholeInstantSchema } from '../../calls/vocabulary/instant.ts';
import { seqSchema, wholeNumber } from '../../calls/vocabulary/whole-number.ts';
import { noteFieldSchema } from '../pack/follow-up.ts';

/** What is judged in a call; rules/adherence/criteria.ts has the source of each. */
export const adherenceKindSchema = v.picklist([
  'rings',
  'greeting',
  'name',
  'script',
  'steps',
  'waits',
  'consent',
  'prohibitions',
  'hang-up',
  'promise',
  'note-fields',
]);

/** Why something counts as missed. */
export const missedReasonSchema = v.picklist([
  'answered-late',
  'not-answered',
  'not-said',
  'not-asked',
  'title-unknown',
  'name-not-used',
  'not-used',
  'step-skipped',
  'left-early',
  'wait-cut-short',
  'refused',
  'interrupting',
  'silent-return',
  'long-wait',
  'ended-early',
  'ended-first',
  'not-recorded',
  'empty-fields',
]);

/** Why something could not be judged. */
export const notApplicableReasonSchema = v.picklist([
  /** The call had no occasion for it. */
  'no-occasion',
  'outbound',
  /** The caller hung up before it was due. */
  'caller-left',
  /** The talk turned to something else. */
  'talk-turned',
  /** The line was not analysed, and nothing was pressed. */
  'not-listened',
  'not-given',
  'call-broke',
  /** Whether it was done is not known here, or not yet. */
  'not-known',
]);

const place = {
  kind: adherenceKindSchema,
  /** The script that it is about; null for the call as a whole. */
  situation: v.nullable(packIdSchema),
  /** The entry of the journal that shows it; null where none does. */
  evidence: v.nullable(v.strictObject({ at: wholeInstantSchema, seq: seqSchema })),
};

/** One line of the score of a call: numbers and ids alone, nothing that a caller said or is. */
export const adherenceLineSchema = v.variant('outcome', [
  v.strictObject({ ...place, outcome: v.literal('held'), points: wholeNumber(0, 100) }),
  v.strictObject({
    ...place,
    outcome: v.literal('missed'),
    points: wholeNumber(0, 100),
    why: missedReasonSchema,
    /** The empty fields of the note, where they are the reason. */
    fields: v.optional(v.pipe(v.array(noteFieldSchema), v.maxLength(40)), []),
  }),
  v.strictObject({ ...place, outcome: v.literal('not-applicable'), why: notApplicableReasonSchema }),
]);

/** More than the scripts of a pack could give one call. */
const MOST_LINES = 200;

export const adherenceSchema = v.strictObject({
  /** When it was computed. */
  at: wholeInstantSchema,
  lines: v.pipe(v.array(adherenceLineSchema), v.maxLength(MOST_LINES)),
});

export type AdherenceKind = v.InferOutput<typeof adherenceKindSchema>;
export type MissedReason = v.InferOutput<typeof missedReasonSchema>;
export type NotApplicableReason = v.InferOutput<typeof notApplicableReasonSchema>;
export type AdherenceLine = Readonly<v.InferOutput<typeof adherenceLineSchema>>;
export type Adherence = Readonly<v.InferOutput<typeof adherenceSchema>>;
