import * as v from 'valibot';
import { idSchema } from './id.ts';

/** What the note should hold after a situation. Handbook §4.1 lists the fields of a complaint. */
export const noteFieldSchema = v.picklist([
  'caller-name',
  'caller-number',
  'matter',
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
  'harassment-kind',
  'answer-given',
  'satisfaction',
]);

/** A clock of the settings' answer promises, a time agreed with the caller, or the next shift. */
export const workOrderDueSchema = v.picklist(['supervisor', 'simple', 'complex', 'agreed', 'next-shift']);

export const followUpSchema = v.strictObject({
  noteFields: v.optional(v.array(noteFieldSchema), []),
  /** A work order is opened, with this clock. */
  workOrder: v.optional(
    v.strictObject({
      /** The kind that is offered first; the agent may take another. */
      kind: idSchema,
      due: workOrderDueSchema,
      /** Class of customer: a shorter clock for a number that is known as a VIP's (handbook §2.29). */
      dueForVip: v.optional(workOrderDueSchema),
      /** For a script that only closes: kind and clock are those of what came up before it in the same call, if anything did. */
      asBefore: v.optional(v.boolean(), false),
    }),
  ),
  /** The caller is to be called back, by this clock. */
  callBack: v.optional(workOrderDueSchema),
  /** The number is registered as a harasser's. */
  warning: v.optional(v.boolean(), false),
  /** Id of the directory entry to which the call may be handed. */
  transferTo: v.optional(idSchema),
  /** Id of the break that is offered once the call is over. */
  offerBreak: v.optional(idSchema),
});

export type FollowUp = v.InferOutput<typeof followUpSchema>;
export type NoteField = v.InferOutput<typeof noteFieldSchema>;
