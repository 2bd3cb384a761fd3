import * as v from 'valibot';
import { callBackOutcomeSchema } from './call-back-outcome.ts';
import { workOrderDueSchema } from './follow-up.ts';
import { harassmentEndingSchema } from './harassment-ending.ts';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { variantSchema } from './variant.ts';

/** What ends a wait before its time: the caller speaks, or the caller answers (the agent says so with a key). */
export const waitEnderSchema = v.picklist(['speech', 'answer']);

/** A pause the caller is owed, counted on screen; at its end the script moves on by itself. */
export const waitSchema = v.strictObject({
  seconds: range(1, 120, 's'),
  endedBy: v.optional(v.array(waitEnderSchema), []),
  /** What an early end does: go on to the next step, or stop the whole sequence because the caller is there. */
  onEnd: v.optional(v.picklist(['next', 'stop']), 'next'),
  /** The hang-up guard counts its seconds as owed. */
  mandatory: v.optional(v.boolean(), true),
});

/** Where a script goes on: a step of this situation, another situation, or nowhere. */
export const targetSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('step'), step: idSchema }),
  v.strictObject({ kind: v.literal('situation'), situation: idSchema }),
  v.strictObject({ kind: v.literal('end') }),
]);

const spoken = {
  id: idSchema,
  /**
   * The hang-up guard counts the step as owed until it was taken (skipping it does not pay the debt). Where ways part,
   * the shortest remaining way to the hang-up is what is owed.
   */
  mandatory: v.optional(v.boolean(), false),
  wait: v.optional(waitSchema),
  /** Without it the following step comes next; after the last one the script is over. */
  next: v.optional(targetSchema),
};

const saySchema = v.strictObject({
  ...spoken,
  kind: v.literal('say'),
  text: localizedTextSchema,
  /** The first variant whose conditions all hold replaces `text`. */
  variants: v.optional(v.array(variantSchema), []),
});

/** What a step can ask of the agent. The host never does any of them by itself. */
export const actionSchema = v.picklist([
  'listen',
  /** How to speak: slower, a little louder, calm. */
  'manner',
  'note',
  'ask-name',
  'hold',
  'mute',
  /** Whichever of the two the agent pressed. */
  'hold-or-mute',
  'resume',
  'look-up',
  'verify',
  'transfer',
  'call-supervisor',
  'work-order',
  'register-number',
  'send-material',
  'hang-up',
  'let-caller-hang-up',
  'call-back',
]);

const doSchema = v.strictObject({
  ...spoken,
  kind: v.literal('do'),
  action: actionSchema,
  /** The instruction, addressed to the agent, not spoken. */
  text: localizedTextSchema,
  /** Directory entry whose number a `transfer`, `call-supervisor` or `call-back` step offers to dial. */
  transferTo: v.optional(idSchema),
  /** Clock of the work order that a `work-order` step opens, where it is not that of the situation's follow-up. */
  due: v.optional(workOrderDueSchema),
});

const branchSchema = v.strictObject({
  kind: v.literal('branch'),
  id: idSchema,
  /** The question put to the agent: what did the caller say? */
  text: localizedTextSchema,
  options: v.pipe(
    v.array(
      v.strictObject({
        id: idSchema,
        label: localizedTextSchema,
        to: targetSchema,
        /** What choosing it says of a call-back; the last such answer of a call counts. */
        callBack: v.optional(callBackOutcomeSchema),
        /** What choosing it says of how a harassing call ended. */
        ending: v.optional(harassmentEndingSchema),
      }),
    ),
    v.minLength(2),
    v.maxLength(6),
  ),
});

export const stepSchema = v.variant('kind', [saySchema, doSchema, branchSchema]);

export type Step = v.InferOutput<typeof stepSchema>;
export type SayStep = v.InferOutput<typeof saySchema>;
export type DoStep = v.InferOutput<typeof doSchema>;
export type BranchStep = v.InferOutput<typeof branchSchema>;
export type Target = v.InferOutput<typeof targetSchema>;
export type Wait = v.InferOutput<typeof waitSchema>;
export type WaitEnder = v.InferOutput<typeof waitEnderSchema>;
export type StepAction = v.InferOutput<typeof actionSchema>;
