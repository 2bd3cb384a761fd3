import * as v from 'valibot';
import { idSchema } from './id.ts';

/**
 * What a caller may be asked for beside name, number, matter and satisfaction. The kind of a
 * harassing call is in the register.
 */
export const detailFieldSchema = v.picklist([
  'requested-remedy',
  'mood',
  'region-or-store',
  'happened-at',
  'product-or-service',
  'checked-so-far',
  'why-not-satisfied',
  'difficulty',
  'asked-for',
  'message',
  'staff-number',
  'answer-given',
]);

/** Fields that the note needs after a situation. Handbook §4.1 lists those of a complaint. */
export const noteFieldSchema = v.picklist([
  'caller-name',
  'caller-number',
  'matter',
  ...detailFieldSchema.options,
  'harassment-kind',
  'satisfaction',
]);

/** An answer promise of the settings, a time agreed with the caller, or the next shift. */
export const workOrderDueSchema = v.picklist(['supervisor', 'simple', 'complex', 'agreed', 'next-shift']);

/**
 * What a situation leaves to do after the call. It is pending once a step or answer with `commits`
 * promised it; in a situation without such a mark, once any step was done.
 */
export const followUpSchema = v.strictObject({
  noteFields: v.optional(v.array(noteFieldSchema), []),
  /** Opens a work order with this deadline. */
  workOrder: v.optional(
    v.strictObject({
      /** The kind that is offered first; the agent can choose another. */
      kind: idSchema,
      due: workOrderDueSchema,
      /** A shorter deadline for the number of a VIP (handbook §2.29). */
      dueForVip: v.optional(workOrderDueSchema),
      /** Keeps the kind and deadline of an earlier script of the same call, if any. */
      asBefore: v.optional(v.boolean(), false),
    }),
  ),
  /** Schedules a call-back by this deadline. Beside a work order: where a time was agreed. */
  callBack: v.optional(workOrderDueSchema),
  /** Registers the number as a harasser's. */
  warning: v.optional(v.boolean(), false),
  /** Adds to the caller's open order that they asked after it. */
  remark: v.optional(v.boolean(), false),
  /** Id of the directory entry that the call can be transferred to. */
  transferTo: v.optional(idSchema),
  /** Id of the break that is offered after the call. */
  offerBreak: v.optional(idSchema),
});

export type FollowUp = v.InferOutput<typeof followUpSchema>;
export type WorkOrderDue = v.InferOutput<typeof workOrderDueSchema>;
export type DetailField = v.InferOutput<typeof detailFieldSchema>;
export type NoteField = v.InferOutput<typeof noteFieldSchema>;
